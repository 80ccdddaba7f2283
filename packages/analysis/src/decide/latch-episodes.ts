import type { Signal } from '@rumoer/contracts'
import { levelRank } from './level-rank.ts'

/** An episode that is open: its key, the signal as it was strongest, and when it was last seen (milliseconds). */
export type OpenEpisode = { id: string; key: string; signal: Signal; seenAt: number }
export type FoundSignal = { key: string; signal: Signal; places: readonly string[] }
export type Latched = {
  opened: readonly FoundSignal[]
  /** Found again or still above the ordinary; `signal` where it grew stronger. */
  seen: readonly { id: string; signal?: Signal }[]
  /** Ids of episodes that have been quiet for long enough. */
  closed: readonly string[]
}

/**
 * One episode is told once: what is found opens it, what still stands above the ordinary keeps it open, and it closes only after `quietMs`
 * without either, so that a series around its threshold does not ring again and again.
 *
 * A stronger signal (higher level, then more times the expected) takes the place of the one that is kept. Nothing found and nothing open
 * gives nothing.
 *
 * @example latchEpisodes({ open: [], found: [], elevated: new Set(), now: 0, quietMs: 1 }) // { opened: [], seen: [], closed: [] }
 */
export function latchEpisodes({
  open,
  found,
  elevated,
  now,
  quietMs,
}: {
  open: readonly OpenEpisode[]
  found: readonly FoundSignal[]
  elevated: ReadonlySet<string>
  now: number
  quietMs: number
}): Latched {
  const known = new Map(open.map((episode) => [episode.key, episode]))
  const byKey = new Map(found.map((one) => [one.key, one]))
  return {
    opened: [...byKey.values()].filter(({ key }) => !known.has(key)),
    seen: open
      .filter(({ key }) => byKey.has(key) || elevated.has(key))
      .map(({ id, key, signal }) => {
        const again = byKey.get(key)?.signal
        return again && isStronger(again, signal) ? { id, signal: again } : { id }
      }),
    closed: open.filter(({ key, seenAt }) => !byKey.has(key) && !elevated.has(key) && now - seenAt >= quietMs).map(({ id }) => id),
  }
}

function isStronger(a: Signal, b: Signal): boolean {
  const byLevel = levelRank(a.level) - levelRank(b.level)
  return byLevel > 0 || (byLevel === 0 && a.observed - a.expected > b.observed - b.expected)
}
