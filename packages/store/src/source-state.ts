import type { SourceState } from '@rumoer/contracts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
/** A line that brings messages all day is slow after six hours of silence, quiet after a day. */
const SLOW_MS = 6 * HOUR_MS
const QUIET_MS = DAY_MS
/** Kinds that bring messages when a person acts: silence says nothing. */
const BY_HAND = ['file', 'manual']
/** So many messages missed by a source's own normal have less than one chance in a hundred (Poisson: e^-4.61 = 0.01). */
const MISSED = 4.61
/** A source that fetches for itself is slow when all that it had is this long ago in. */
const BEHIND_MS = HOUR_MS

export type SourceSigns = {
  kind: string
  lastSuccessAt: Date | null
  lastErrorAt: Date | null
  lastMessageAt: Date | null
  pausedAt: Date | null
  /** Last day of its purpose, and what day it is in Amsterdam. */
  endsOn: string | null
  today: string
  /** Whether it fetches for itself, and when all that it had was in. */
  fetches: boolean
  caughtUpAt: Date | null
  /** Messages on a normal day; null while that is not known. */
  normalDay: number | null
}

/** How a source is doing: an empty one is not the same as a broken one. */
export function sourceState(source: SourceSigns, now: Date): SourceState {
  const { kind, lastSuccessAt, lastErrorAt, endsOn, today } = source
  if (endsOn !== null && endsOn < today) return 'ended'
  if (source.pausedAt) return 'paused'
  if (lastErrorAt && (!lastSuccessAt || lastErrorAt > lastSuccessAt)) return 'failing'
  if (!lastSuccessAt) return 'new'
  if (BY_HAND.includes(kind)) return 'good'
  if (source.fetches) return fetchedState(source, lastSuccessAt, now)
  const silentMs = now.getTime() - lastSuccessAt.getTime()
  if (silentMs > QUIET_MS) return 'quiet'
  return silentMs > SLOW_MS ? 'slow' : 'good'
}

/** What is fetched answers also when it has nothing to tell, so its silence is held against its own normal. */
function fetchedState({ caughtUpAt, lastMessageAt, normalDay }: SourceSigns, lastSuccessAt: Date, now: Date): SourceState {
  if (now.getTime() - (caughtUpAt ?? lastSuccessAt).getTime() > BEHIND_MS) return 'slow'
  if (normalDay === null || lastMessageAt === null) return 'good'
  const silentDays = (now.getTime() - lastMessageAt.getTime()) / DAY_MS
  return silentDays * normalDay > MISSED ? 'quiet' : 'good'
}
