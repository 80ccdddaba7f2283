/**
 * The value below which the share `at` of the values lies, by linear interpolation between neighbours (Hyndman and Fan's type 7).
 *
 * @param values any order; at least one
 * @param at 0 … 1
 */
export function quantile(values: readonly number[], at: number): number {
  if (values.length === 0) throw new RangeError('quantile: expected at least one value')
  const sorted = Float64Array.from(values).sort()
  const position = (sorted.length - 1) * at
  const below = Math.floor(position)
  const low = sorted[below]!
  const high = sorted[Math.min(below + 1, sorted.length - 1)]!
  return low + (high - low) * (position - below)
}

export const median = (values: readonly number[]) => quantile(values, 0.5)

/** Distance between the quarters: how far rounds lie apart. */
export const spread = (values: readonly number[]) => quantile(values, 0.75) - quantile(values, 0.25)
