import type { MoodCounts } from '@rumoer/contracts'

/** Below this many messages a share says more about chance than about residents. */
export const MINIMUM_FOR_SHARE = 30

export type Mood = 'none' | 'too-few' | 'negative' | 'neutral' | 'positive' | 'mixed'

export const moodTotal = (counts: MoodCounts): number => counts.negative + counts.neutral + counts.positive

/** The prevailing mood in a word: the label that more than half carry, `mixed` otherwise, `too-few` below n = 30. */
export function moodOf(counts: MoodCounts): Mood {
  const total = moodTotal(counts)
  if (total === 0) return 'none'
  if (total < MINIMUM_FOR_SHARE) return 'too-few'
  for (const label of ['negative', 'neutral', 'positive'] as const) if (counts[label] * 2 > total) return label
  return 'mixed'
}
