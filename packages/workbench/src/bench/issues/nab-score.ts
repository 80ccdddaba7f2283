/** First and last row of a labelled window. */
export type NabWindow = readonly [first: number, last: number]

const PROBATION_SHARE = 0.15
const MOST_PROBATION = 750
const OUTSIDE = 0.11

/** Rows at the beginning that are never scored. */
export const probationOf = (rows: number) => Math.min(MOST_PROBATION, Math.floor(PROBATION_SHARE * rows))

const sigmoid = (x: number) => (x > 3 ? -1 : 2 / (1 + Math.exp(5 * x)) - 1)

/**
 * Sum of one file in NAB's standard profile: the earliest-weighing best alarm of each window up to 1, −1 for a missed window, and up to −0.11
 * for each alarm outside. Nothing found gives −1 per window.
 */
export function nabSum(rows: number, windows: readonly NabWindow[], alarms: readonly number[]): number {
  const best = windows.map(() => -1)
  let outside = 0
  for (const alarm of alarms.filter((row) => row >= probationOf(rows))) {
    const at = windows.findIndex(([first, last]) => alarm >= first && alarm <= last)
    if (at >= 0) {
      const [first, last] = windows[at]!
      best[at] = Math.max(best[at]!, sigmoid(-(last - alarm + 1) / (last - first + 1)) / sigmoid(-1))
      continue
    }
    const before = windows.findLast(([, last]) => last < alarm)
    outside += before ? OUTSIDE * sigmoid((alarm - before[1]) / (before[1] - before[0])) : -OUTSIDE
  }
  return best.reduce((sum, score) => sum + score, 0) + outside
}

/** 0 for a detector that says nothing, 100 for one that rings at the first row of each window and nowhere else. */
export const nabResult = (sum: number, windows: number) => (100 * (sum + windows)) / (2 * windows)
