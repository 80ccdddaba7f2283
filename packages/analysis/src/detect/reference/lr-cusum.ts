export type LrCusumOptions = {
  /** Factor by which an outbreak multiplies what is normal; above 1. */
  factor: number
  /** The sum from which on it is an alarm. */
  limit: number
  /** Size of the overdispersion: variance = mean + alpha · mean²; 0 is Poisson. */
  alpha?: number
  /** Start again at 0 after an alarm. */
  restarts?: boolean
}

/**
 * Sums of log likelihood ratios of "`factor` times as many" against "normal", never below 0: finds slow rises. One verdict per count.
 *
 * `means` says what is normal at each step. An empty series gives an empty list.
 *
 * @example lrCusum([1, 3], [2, 2], { factor: 2, limit: 5 }).map(({ sum }) => sum) // [0, 0.0794…]
 *
 * Source: Höhle & Paul (2008), Count data regression charts for the monitoring of surveillance time series.
 */
export function lrCusum(
  counts: readonly number[],
  means: readonly number[],
  { factor, limit, alpha = 0, restarts = false }: LrCusumOptions,
): { sum: number; alarm: boolean }[] {
  if (!(factor > 1)) throw new RangeError(`factor: ${factor}; expected more than 1`)
  let before = 0
  return counts.map((count, step) => {
    const mean = means[step]!
    const ratio =
      alpha > 0
        ? count * Math.log(factor) + (count + 1 / alpha) * Math.log((1 + alpha * mean) / (1 + alpha * factor * mean))
        : count * Math.log(factor) - mean * (factor - 1)
    const sum = Math.max(0, before + ratio)
    const alarm = sum >= limit
    before = alarm && restarts ? 0 : sum
    return { sum, alarm }
  })
}
