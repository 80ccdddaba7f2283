import { frame as frameSchema } from '@rumoer/contracts'
import type { LiveStatus } from '../lib/live-status.ts'
import { type ConnectionEvent, type Effect, type EventFrame, initialConnection, step } from './connection.ts'

export type SocketHooks = {
  /** Address of the stream for a cursor. */
  address: (cursor: number | null) => string
  onEvent: (event: EventFrame) => void
  onReset: (seq: number) => void
  onStatus: (status: Omit<LiveStatus, 'waiting'>) => void
}

const TICK_MS = 1_000

/** Runs the connection table over a real WebSocket. Answers the way to start it and to stop it. */
export function openStream(hooks: SocketHooks): { start(cursor: number | null): void; stop(): void } {
  let state = initialConnection
  let socket: WebSocket | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let ticker: ReturnType<typeof setInterval> | undefined

  function handle(event: ConnectionEvent): void {
    const before = state
    const moved = step(state, event)
    state = moved.state
    for (const effect of moved.effects) perform(effect)
    if (before.phase !== state.phase || before.lastFrameAt !== state.lastFrameAt) {
      hooks.onStatus({ phase: state.phase, lastFrameAt: state.lastFrameAt })
    }
  }

  function perform(effect: Effect): void {
    if (effect.type === 'open') connect(effect.cursor)
    else if (effect.type === 'close') disconnect()
    else if (effect.type === 'deliver') hooks.onEvent(effect.event)
    else if (effect.type === 'reset') hooks.onReset(effect.seq)
    else {
      clearTimeout(timer)
      timer = setTimeout(() => handle({ type: 'retry', now: Date.now() }), effect.delayMs)
    }
  }

  function connect(cursor: number | null): void {
    disconnect()
    const opening = new WebSocket(hooks.address(cursor))
    socket = opening
    opening.onopen = () => socket === opening && handle({ type: 'opened', now: Date.now() })
    opening.onmessage = (message) => socket === opening && receive(message.data)
    opening.onclose = (close) => socket === opening && handle({ type: 'closed', code: close.code, now: Date.now(), chance: Math.random() })
  }

  function receive(data: unknown): void {
    const parsed = frameSchema.safeParse(parseJson(data))
    if (parsed.success) handle({ type: 'frame', frame: parsed.data, now: Date.now() })
  }

  function disconnect(): void {
    const leaving = socket
    socket = null
    leaving?.close()
  }

  const wake = () => {
    if (document.visibilityState === 'visible') handle({ type: 'tick', now: Date.now(), chance: 0 })
  }

  return {
    start(cursor) {
      ticker = setInterval(() => handle({ type: 'tick', now: Date.now(), chance: Math.random() }), TICK_MS)
      document.addEventListener('visibilitychange', wake)
      handle({ type: 'start', cursor, now: Date.now() })
    },
    stop() {
      clearTimeout(timer)
      clearInterval(ticker)
      document.removeEventListener('visibilitychange', wake)
      handle({ type: 'stop' })
    },
  }
}

function parseJson(data: unknown): unknown {
  try {
    return JSON.parse(String(data))
  } catch {
    return null
  }
}

/** `wss://host/v1/stream?cursor=…` of the page's own server. */
export function streamAddress(cursor: number | null, replay: number | null): string {
  const address = new URL('/v1/stream', window.location.href)
  address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:'
  if (cursor !== null) address.searchParams.set('cursor', String(cursor))
  if (replay !== null) address.searchParams.set('replay', String(replay))
  return address.href
}
