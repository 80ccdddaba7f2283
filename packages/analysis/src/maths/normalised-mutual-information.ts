import { contingency } from './contingency.ts'

/**
 * Mutual information of two groupings divided by the arithmetic mean of their entropies (equal to the V-measure): 0 to 1.
 *
 * No rows, or one group on both sides, gives 1.
 *
 * @example normalisedMutualInformation([0, 0, 1, 1], [0, 0, 1, 2]) // 0.8
 *
 * Source: Strehl & Ghosh (2002); Rosenberg & Hirschberg (2007) for the arithmetic mean.
 */
export function normalisedMutualInformation(found: readonly unknown[], truth: readonly unknown[]): number {
  const table = contingency(found, truth)
  const entropy = (sizes: Iterable<number>) => {
    let sum = 0
    for (const size of sizes) sum -= (size / table.rows) * Math.log(size / table.rows)
    return sum
  }
  let mutual = 0
  for (const [group, labels] of table.both) {
    for (const [label, overlap] of labels) {
      mutual += (overlap / table.rows) * Math.log((overlap * table.rows) / (table.found.get(group)! * table.truth.get(label)!))
    }
  }
  const mean = (entropy(table.found.values()) + entropy(table.truth.values())) / 2
  return mean === 0 ? 1 : Math.min(1, Math.max(0, mutual / mean))
}
