import { createContext, useContext } from 'react'

export type LivePhase = 'connecting' | 'catching-up' | 'live' | 'stale' | 'waiting' | 'stopped'

/** What any page may know of the stream: how it is doing, and how much waits while updates are paused. */
export type LiveStatus = {
  phase: LivePhase
  /** Moment of the last sign of life, milliseconds; null before the first. */
  lastFrameAt: number | null
  waiting: number
}

const StatusContext = createContext<LiveStatus>({ phase: 'connecting', lastFrameAt: null, waiting: 0 })
export const LiveStatusProvider = StatusContext
export const useLiveStatus = (): LiveStatus => useContext(StatusContext)

export const STALE_MS = 30_000

/** Whether what stands on the screen may be out of date at `now`. */
export function isOutOfDate(status: LiveStatus, now: number): boolean {
  if (status.phase === 'stale' || status.phase === 'stopped') return true
  return status.phase !== 'live' && status.lastFrameAt !== null && now - status.lastFrameAt > STALE_MS
}
