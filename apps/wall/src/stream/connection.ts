import { type Frame, STREAM_CLOSE } from '@rumoer/contracts'
import type { LivePhase } from '../lib/live-status.ts'
import { STALE_MS } from '../lib/live-status.ts'

/** Where a connection stands. `cursor` is the last seq that was delivered; null until the first is known. Times in milliseconds. */
export type Connection = {
  phase: LivePhase
  cursor: number | null
  attempt: number
  /** Last sign of life: what stands on the screen is as fresh as this. */
  lastFrameAt: number | null
  /** Last frame or attempt: silence is counted from here. */
  quietSince: number | null
  liveSince: number | null
}

export type ConnectionEvent =
  | { type: 'start'; cursor: number | null; now: number }
  | { type: 'opened'; now: number }
  | { type: 'frame'; frame: Frame; now: number }
  | { type: 'closed'; code: number; now: number; chance: number }
  | { type: 'tick'; now: number; chance: number }
  | { type: 'retry'; now: number }
  | { type: 'stop' }

export type EventFrame = Extract<Frame, { frame: 'event' }>
export type Effect =
  | { type: 'open'; cursor: number | null }
  | { type: 'close' }
  | { type: 'deliver'; event: EventFrame }
  | { type: 'reset'; seq: number }
  | { type: 'retry-in'; delayMs: number }

export type Step = { state: Connection; effects: Effect[] }

export const BACK_OFF = { baseMs: 500, capMs: 30_000, forgetAfterMs: 60_000 } as const

export const initialConnection: Connection = {
  phase: 'connecting',
  cursor: null,
  attempt: 0,
  lastFrameAt: null,
  quietSince: null,
  liveSince: null,
}

/** Full jitter: a chance between nothing and the doubled delay. `chance` is in [0, 1). */
export const backOffMs = (attempt: number, chance: number): number =>
  Math.round(chance * Math.min(BACK_OFF.capMs, BACK_OFF.baseMs * 2 ** Math.min(attempt + 1, 16)))

const stay = (state: Connection): Step => ({ state, effects: [] })

/** Codes after which coming back is useless. Any other close is worth another try. */
const FINAL_CODES = Object.values(STREAM_CLOSE)
  .filter((close) => !close.retry)
  .map((close) => close.code as number)

type Row = { [Type in ConnectionEvent['type']]: (state: Connection, event: Extract<ConnectionEvent, { type: Type }>) => Step }

const start: Row['start'] = (_state, event) => ({
  state: { ...initialConnection, cursor: event.cursor, lastFrameAt: event.now, quietSince: event.now },
  effects: [{ type: 'open', cursor: event.cursor }],
})
const stop: Row['stop'] = (state) => ({ state: { ...state, phase: 'stopped' }, effects: [{ type: 'close' }] })
const ignore = (state: Connection): Step => stay(state)

/** Waits before the next try; a connection that held for a minute starts counting anew. */
function waitAndRetry(state: Connection, phase: LivePhase, now: number, chance: number): Step {
  const heldLong = state.liveSince !== null && now - state.liveSince >= BACK_OFF.forgetAfterMs
  const attempt = heldLong ? 0 : state.attempt
  return {
    state: { ...state, phase, attempt: attempt + 1, liveSince: null },
    effects: [{ type: 'retry-in', delayMs: backOffMs(attempt, chance) }],
  }
}

const closed: Row['closed'] = (state, event) =>
  FINAL_CODES.includes(event.code)
    ? stay({ ...state, phase: 'stopped', liveSince: null })
    : waitAndRetry(state, 'waiting', event.now, event.chance)

const tick: Row['tick'] = (state, event) => {
  if (state.quietSince === null || event.now - state.quietSince < STALE_MS) return stay(state)
  const waited = waitAndRetry(state, 'stale', event.now, event.chance)
  return { state: waited.state, effects: [{ type: 'close' }, ...waited.effects] }
}

/** Asks again from the last seq: something between the cursor and what just arrived is missing. */
const askAgain = (state: Connection): Step => ({
  state: { ...state, phase: 'connecting', liveSince: null },
  effects: [{ type: 'close' }, { type: 'open', cursor: state.cursor }],
})

const frame: Row['frame'] = (before, event) => {
  const state: Connection = {
    ...before,
    lastFrameAt: event.now,
    quietSince: event.now,
    phase: before.phase === 'connecting' ? 'catching-up' : before.phase,
  }
  const arrived = event.frame
  const isAhead = state.cursor !== null && arrived.seq > state.cursor
  switch (arrived.frame) {
    case 'event':
      if (state.cursor !== null && arrived.seq <= state.cursor) return stay(state)
      if (state.cursor !== null && arrived.seq !== state.cursor + 1) return askAgain(state)
      return { state: { ...state, cursor: arrived.seq }, effects: [{ type: 'deliver', event: arrived }] }
    case 'reset':
      return { state: { ...state, cursor: arrived.seq }, effects: [{ type: 'reset', seq: arrived.seq }] }
    case 'live':
      if (isAhead) return askAgain(state)
      return stay({ ...state, phase: 'live', cursor: state.cursor ?? arrived.seq, liveSince: state.liveSince ?? event.now })
    case 'heartbeat':
      return state.phase === 'live' && isAhead ? askAgain(state) : stay({ ...state, cursor: state.cursor ?? arrived.seq })
  }
}

const opened: Row['opened'] = (state, event) => stay({ ...state, phase: 'catching-up', quietSince: event.now })
const retry: Row['retry'] = (state, event) => ({
  state: { ...state, phase: 'connecting', quietSince: event.now },
  effects: [{ type: 'open', cursor: state.cursor }],
})

/** State × event. What a state does not expect leaves it as it is. */
const TABLE: Record<LivePhase, Row> = {
  connecting: { start, stop, opened, frame, closed, tick, retry: ignore },
  'catching-up': { start, stop, opened: ignore, frame, closed, tick, retry: ignore },
  live: { start, stop, opened: ignore, frame, closed, tick, retry: ignore },
  stale: { start, stop, opened: ignore, frame: ignore, closed: ignore, tick: ignore, retry },
  waiting: { start, stop, opened: ignore, frame: ignore, closed: ignore, tick: ignore, retry },
  stopped: { start, stop: ignore, opened: ignore, frame: ignore, closed: ignore, tick: ignore, retry: ignore },
}

/** The next state and what the shell must do. Pure: clock and chance are in the event. */
export function step(state: Connection, event: ConnectionEvent): Step {
  const cell = TABLE[state.phase][event.type] as (state: Connection, event: ConnectionEvent) => Step
  return cell(state, event)
}
