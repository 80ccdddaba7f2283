import { lowerGamma } from './incomplete-gamma.ts'

/**
 * Chance of `count` or more events where `mean` are expected: P(X ≥ count) of a Poisson variable, 0 to 1.
 *
 * A count of 0 or less gives 1; a mean of 0 gives 0 for any positive count. Fractional counts are taken up to the next whole number.
 *
 * @example poissonTail(3, 1) // 0.08030139707139415
 *
 * Source: P(X ≥ k) = P(k, mean), the regularised lower incomplete gamma function (Abramowitz & Stegun 26.4.21).
 */
export function poissonTail(count: number, mean: number): number {
  if (!(mean >= 0)) throw new RangeError(`mean: ${mean}; expected 0 or more`)
  const whole = Math.ceil(count)
  return whole <= 0 ? 1 : lowerGamma(whole, mean)
}
