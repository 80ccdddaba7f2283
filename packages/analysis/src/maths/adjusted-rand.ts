import { contingency } from './contingency.ts'

/**
 * Adjusted Rand index of two groupings: agreement over pairs of rows, 1 for equal groupings, about 0 by chance, may be negative.
 *
 * Fewer than two rows, or two groupings that are both trivial in the same way, gives 1.
 *
 * @example adjustedRand([0, 0, 1, 1], [0, 0, 1, 2]) // 0.5714285714285714
 *
 * Source: Hubert & Arabie (1985), Comparing partitions.
 */
export function adjustedRand(found: readonly unknown[], truth: readonly unknown[]): number {
  const table = contingency(found, truth)
  const pairs = (n: number) => (n * (n - 1)) / 2
  let together = 0
  for (const labels of table.both.values()) for (const overlap of labels.values()) together += pairs(overlap)
  let inFound = 0
  for (const size of table.found.values()) inFound += pairs(size)
  let inTruth = 0
  for (const size of table.truth.values()) inTruth += pairs(size)
  const all = pairs(table.rows)
  const byChance = all === 0 ? 0 : (inFound * inTruth) / all
  const best = (inFound + inTruth) / 2
  return best === byChance ? 1 : (together - byChance) / (best - byChance)
}
