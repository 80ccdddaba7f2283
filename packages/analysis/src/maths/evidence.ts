const NEARLY_POISSON = 1 + 1e-9

/**
 * Evidence, in nats, that a count is above its mean: ½ · the negative binomial's deviance, 0 at or below the mean. Never saturates.
 *
 * `dispersion` is variance / mean; at most 1 is Poisson. A mean of 0 or less gives 0 for no count and infinity for any other.
 *
 * @example evidenceOf(10, 5, 1) // 10 · ln 2 − 5 = 1.931…
 *
 * Source: deviance of a count with known dispersion (McCullagh & Nelder, Generalized Linear Models, 2.3); Chernoff: P(X ≥ y) ≤ e^−evidence.
 */
export function evidenceOf(count: number, mean: number, dispersion: number): number {
  if (count <= mean) return 0
  if (!(mean > 0)) return Number.POSITIVE_INFINITY
  const own = count * Math.log(count / mean)
  if (!(dispersion > NEARLY_POISSON)) return Math.max(0, own - (count - mean))
  const size = mean / (dispersion - 1)
  return Math.max(0, own - (count + size) * Math.log((count + size) / (mean + size)))
}

/**
 * The count above `mean` at which the evidence reaches `nats`: to within a thousandth, infinity for infinite nats.
 *
 * @example countAtEvidence(10 * Math.log(2) - 5, 5, 1) // 10
 *
 * Source: definition, by doubling and bisection on a function that only rises.
 */
export function countAtEvidence(nats: number, mean: number, dispersion: number): number {
  if (!(nats > 0)) return mean
  if (nats === Number.POSITIVE_INFINITY) return nats
  const spread = Math.sqrt(2 * nats * Math.max(1, dispersion) * mean)
  let low = mean
  let high = mean + spread + nats
  while (evidenceOf(high, mean, dispersion) < nats && high < Number.MAX_SAFE_INTEGER) {
    low = high
    high = mean + 2 * (high - mean)
  }
  while (high - low > 1e-3 * Math.max(1, spread)) {
    const middle = (low + high) / 2
    if (evidenceOf(middle, mean, dispersion) < nats) low = middle
    else high = middle
  }
  return high
}
