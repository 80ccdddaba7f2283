import { incompleteBeta } from './incomplete-beta.ts'
import { poissonTail } from './poisson-tail.ts'

/** Below this the negative binomial is a Poisson variable to within rounding. */
const NEARLY_POISSON = 1 + 1e-9

/**
 * Chance of `count` or more where `mean` are expected with variance `dispersion` · mean: P(X ≥ count), 0 to 1.
 *
 * `dispersion` is variance / mean, 1 (Poisson) or more; less is taken as 1. A count of 0 or less gives 1; a mean of 0 gives 0 for any
 * positive count. In R: `pnbinom(count - 1, size = mean / (dispersion - 1), prob = 1 / dispersion, lower.tail = FALSE)`.
 *
 * @example negativeBinomialTail(5, 2, 2) // 0.109375
 *
 * Source: P(X ≥ k) = I_(1 − prob)(k, size) (Johnson, Kemp & Kotz, Univariate Discrete Distributions, 5.6).
 */
export function negativeBinomialTail(count: number, mean: number, dispersion: number): number {
  if (!(mean >= 0)) throw new RangeError(`mean: ${mean}; expected 0 or more`)
  const whole = Math.ceil(count)
  if (whole <= 0) return 1
  if (mean === 0) return 0
  if (!(dispersion > NEARLY_POISSON)) return poissonTail(whole, mean)
  return incompleteBeta(whole, mean / (dispersion - 1), 1 - 1 / dispersion)
}
