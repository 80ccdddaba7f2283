import { negativeBinomialTail } from './negative-binomial-tail.ts'

/**
 * Smallest whole number q with P(X ≤ q) ≥ `share`, for a variable with this mean and variance `dispersion` · mean.
 *
 * `share` lies in [0, 1); a mean of 0 gives 0. In R: `qnbinom(share, size = mean / (dispersion - 1), prob = 1 / dispersion)`.
 *
 * @example negativeBinomialQuantile(0.95, 2, 2) // 6
 *
 * Source: definition, by doubling and bisection on the tail.
 */
export function negativeBinomialQuantile(share: number, mean: number, dispersion: number): number {
  if (!(share >= 0 && share < 1)) throw new RangeError(`share: ${share}; expected 0 or more and less than 1`)
  return upperQuantile(1 - share, mean, dispersion)
}

/**
 * The same from the other end: smallest q with P(X > q) ≤ `alpha`, exact also where 1 − alpha would round to 1.
 *
 * @example upperQuantile(0.05, 2, 2) // 6
 */
export function upperQuantile(alpha: number, mean: number, dispersion: number): number {
  const passes = (q: number) => negativeBinomialTail(q + 1, mean, dispersion) <= alpha
  let high = Math.max(1, Math.floor(mean))
  while (!passes(high)) {
    if (high > Number.MAX_SAFE_INTEGER) throw new RangeError(`alpha: ${alpha}; expected more than 0`)
    high *= 2
  }
  let low = -1
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (passes(middle)) high = middle
    else low = middle
  }
  return high
}
