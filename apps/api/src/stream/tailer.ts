import { setTimeout as delay } from 'node:timers/promises'
import { HEARTBEAT_SECONDS } from '@rumoer/contracts'
import type { Store } from '@rumoer/store'
import type { EventLog } from '../log.ts'
import { errorFields } from '../log.ts'
import { eventFrame, type FrameBytes, frameOf } from './frame.ts'

export const BATCH_EVENTS = 500
const POLL_MS = 150
const RECENT_FRAMES = 2_000

/** Who is given the live frames of a municipality: events in order, and notices (heartbeat, reset) one by one. */
export type Listener = { events(frames: readonly FrameBytes[]): void; notice(frame: FrameBytes): void }

/** Follows the outbox of one municipality for all its sockets: every event is read and serialised once. */
export type Tailer = {
  /** Everything up to here has been given to the listeners. */
  readonly position: number
  /** Frames after a cursor that are still in memory; null when they must be read. */
  recentAfter(cursor: number): readonly FrameBytes[] | null
  listen(listener: Listener): () => void
  /** New events may exist: look now. */
  hint(): void
  stop(): void
}

export type TailerOptions = {
  store: Pick<Store, 'events'>
  municipalityId: number
  now: () => Date
  log: EventLog
  pollMs?: number
  heartbeatMs?: number
}

/** Opens a tailer at the present end of the outbox. */
export async function openTailer(options: TailerOptions): Promise<Tailer> {
  const { store, municipalityId, now, log, pollMs = POLL_MS, heartbeatMs = HEARTBEAT_SECONDS * 1000 } = options
  const listeners = new Set<Listener>()
  const stopping = new AbortController()
  let recent: FrameBytes[] = []
  let position = await store.events.seq(municipalityId)
  let ring: () => void = () => {}
  let hinted = false

  function notice(frame: FrameBytes): void {
    for (const listener of listeners) listener.notice(frame)
  }

  /** Reads what is new and gives it on; answers whether there may be more. */
  async function read(): Promise<boolean> {
    const { events, pruned, seq } = await store.events.after(municipalityId, position, BATCH_EVENTS)
    if (pruned) {
      position = seq
      recent = []
      notice(frameOf({ frame: 'reset', reason: 'cursor-too-old', seq }))
      return false
    }
    if (events.length === 0) return false
    const frames = events.map(eventFrame)
    position = frames[frames.length - 1]!.seq
    recent = [...recent, ...frames].slice(-RECENT_FRAMES)
    for (const listener of listeners) listener.events(frames)
    return events.length === BATCH_EVENTS
  }

  const rest = async () => {
    if (hinted) return
    const timer = new AbortController()
    const bell = new Promise<void>((resolve) => {
      ring = resolve
    })
    await Promise.race([bell, delay(pollMs, undefined, { signal: timer.signal }).catch(() => undefined)])
    timer.abort()
  }

  async function follow(): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        await rest()
        hinted = false
        while (!stopping.signal.aborted && (await read())) await new Promise(setImmediate)
      } catch (error) {
        if (!stopping.signal.aborted) log.warn('stream-read-failed', { municipality: municipalityId, ...errorFields(error) })
        await delay(pollMs, undefined, { signal: stopping.signal }).catch(() => undefined)
      }
    }
  }

  const heartbeat = setInterval(() => notice(frameOf({ frame: 'heartbeat', seq: position, at: now().toISOString() })), heartbeatMs)
  void follow()

  return {
    get position() {
      return position
    },
    recentAfter(cursor) {
      if (cursor > position) return null
      if (cursor === position) return []
      const oldest = recent[0]
      return oldest && cursor >= oldest.seq - 1 ? recent.slice(cursor - oldest.seq + 1) : null
    },
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    hint() {
      hinted = true
      ring()
    },
    stop() {
      stopping.abort()
      clearInterval(heartbeat)
      ring()
    },
  }
}
