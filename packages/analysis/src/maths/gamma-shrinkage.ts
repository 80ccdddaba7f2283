/**
 * A rate from `count` events in `exposure`, shrunk towards `priorMean` as if `priorCount` events had been seen at that rate before.
 *
 * Units: events per unit of exposure. No exposure gives the prior; with much exposure the rate is count / exposure. `shape` is the number of
 * events, seen and supposed, that the rate rests on: a future count of mean m has variance m · (1 + m / shape).
 *
 * @example gammaShrinkage(0, 0, 0.5, 2) // { rate: 0.5, shape: 2 }
 *
 * Source: gamma-Poisson conjugacy (Gelman et al., Bayesian Data Analysis, 2.6).
 */
export function gammaShrinkage(count: number, exposure: number, priorMean: number, priorCount: number): { rate: number; shape: number } {
  if (!(priorMean > 0 && priorCount > 0)) throw new RangeError(`priorMean, priorCount: ${priorMean}, ${priorCount}; expected both above 0`)
  const shape = count + priorCount
  return { rate: shape / (exposure + priorCount / priorMean), shape }
}
