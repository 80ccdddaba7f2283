import { LEVELS, type Level } from '@rumoer/contracts'
import { levelRank } from './level-rank.ts'

const MINUTE_MS = 60_000
const LOWER_AFTER_MINUTES = 30
const CHANGE_AFTER_MS = 10 * MINUTE_MS

/** `since`: when the level last changed; `belowSince`: since when less was proposed, where the caller remembers it. */
export type SettledLevel = { level: Level; since: number; belowSince?: number | null }

/**
 * The level that people see, given the one proposed now. Instants in milliseconds.
 *
 * Up to urgent or crisis at once; other changes at least 10 minutes after the last one. Down one level at a time, each `lowerAfterMinutes` (30)
 * after the last change (and after so long below, where `belowSince` is known).
 *
 * @example settleLevel({ level: 'calm', since: 0 }, 'crisis', 1) // 'crisis'
 */
export function settleLevel(previous: SettledLevel, proposed: Level, now: number, lowerAfterMinutes = LOWER_AFTER_MINUTES): Level {
  const lowerAfterMs = lowerAfterMinutes * MINUTE_MS
  const before = levelRank(previous.level)
  const wanted = levelRank(proposed)
  const heldMs = now - previous.since
  if (wanted > before) return wanted >= levelRank('urgent') || heldMs >= CHANGE_AFTER_MS ? proposed : previous.level
  if (wanted === before || heldMs < lowerAfterMs) return previous.level
  if (previous.belowSince != null && now - previous.belowSince < lowerAfterMs) return previous.level
  return LEVELS[before - 1]!
}
