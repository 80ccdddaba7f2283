/** Sizes of the overlaps of two groupings of the same rows. */
export type Contingency = {
  rows: number
  found: ReadonlyMap<unknown, number>
  truth: ReadonlyMap<unknown, number>
  /** Per found group: its truth labels with the number of rows in both. */
  both: ReadonlyMap<unknown, ReadonlyMap<unknown, number>>
}

/**
 * Counts how two groupings of the same rows overlap.
 *
 * `found[i]` and `truth[i]` are the labels of row i, of any comparable kind. Empty input gives empty maps; different lengths throw.
 *
 * @example contingency(['a', 'a'], [1, 2]).both.get('a')?.get(2) // 1
 */
export function contingency(found: readonly unknown[], truth: readonly unknown[]): Contingency {
  if (found.length !== truth.length) throw new RangeError(`truth: ${truth.length} labels; expected ${found.length}, one per row`)
  const foundSizes = new Map<unknown, number>()
  const truthSizes = new Map<unknown, number>()
  const both = new Map<unknown, Map<unknown, number>>()
  for (let row = 0; row < found.length; row++) {
    const group = found[row]
    const label = truth[row]
    foundSizes.set(group, (foundSizes.get(group) ?? 0) + 1)
    truthSizes.set(label, (truthSizes.get(label) ?? 0) + 1)
    const inner = both.get(group) ?? new Map<unknown, number>()
    both.set(group, inner)
    inner.set(label, (inner.get(label) ?? 0) + 1)
  }
  return { rows: found.length, found: foundSizes, truth: truthSizes, both }
}
