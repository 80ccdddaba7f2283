import { contingency } from './contingency.ts'

/**
 * B-cubed precision, recall and their harmonic mean of a grouping against the truth, every row weighing the same.
 *
 * Precision: the share of a row's found group that has the row's own truth label, averaged over rows; recall: the share of the row's truth
 * group that stands in its found group. All between 0 and 1; no rows gives 1 (nothing was grouped wrongly).
 *
 * @example bCubed(['a', 'a', 'b'], [1, 1, 1]) // { precision: 1, recall: 5 / 9, f1: 5 / 7 }
 *
 * Source: Bagga & Baldwin (1998), Algorithms for scoring coreference chains; Amigó et al. (2009).
 */
export function bCubed(found: readonly unknown[], truth: readonly unknown[]): { precision: number; recall: number; f1: number } {
  const table = contingency(found, truth)
  if (table.rows === 0) return { precision: 1, recall: 1, f1: 1 }
  let precision = 0
  let recall = 0
  for (const [group, labels] of table.both) {
    for (const [label, overlap] of labels) {
      precision += (overlap * overlap) / table.found.get(group)!
      recall += (overlap * overlap) / table.truth.get(label)!
    }
  }
  precision /= table.rows
  recall /= table.rows
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall) }
}
