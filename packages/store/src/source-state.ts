import type { SourceState } from '@rumoer/contracts'

const HOUR_MS = 3_600_000
/** A line that brings messages all day is slow after six hours of silence, quiet after a day. */
const SLOW_MS = 6 * HOUR_MS
const QUIET_MS = 24 * HOUR_MS
/** Kinds that bring messages when a person acts: silence says nothing. */
const BY_HAND = ['file', 'manual']

/** How a source is doing: an empty one is not the same as a broken one. */
export function sourceState(source: { kind: string; lastSuccessAt: Date | null; lastErrorAt: Date | null }, now: Date): SourceState {
  const { kind, lastSuccessAt, lastErrorAt } = source
  if (lastErrorAt && (!lastSuccessAt || lastErrorAt > lastSuccessAt)) return 'failing'
  if (!lastSuccessAt) return 'new'
  if (BY_HAND.includes(kind)) return 'good'
  const silentMs = now.getTime() - lastSuccessAt.getTime()
  if (silentMs > QUIET_MS) return 'quiet'
  return silentMs > SLOW_MS ? 'slow' : 'good'
}
