import { negativeBinomialTail } from './negative-binomial-tail.ts'
import { normalQuantile } from './normal-quantile.ts'

/**
 * Smallest whole number q with P(X ≤ q) ≥ `share`, for a variable with this mean and variance `dispersion` · mean.
 *
 * `share` lies in [0, 1); a mean of 0 gives 0. In R: `qnbinom(share, size = mean / (dispersion - 1), prob = 1 / dispersion)`.
 *
 * @example negativeBinomialQuantile(0.95, 2, 2) // 6
 *
 * Source: definition, by widening strides and bisection on the tail.
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
  if (!(alpha > 0)) throw new RangeError(`alpha: ${alpha}; expected more than 0`)
  const passes = (q: number) => negativeBinomialTail(q + 1, mean, dispersion) <= alpha
  const guess = guessOf(alpha, mean, dispersion)
  let stride = Math.max(1, Math.ceil(Math.sqrt(mean) / 16))
  let low = -1
  let high = guess
  if (passes(guess)) {
    for (low = guess - stride; low >= 0 && passes(low); low -= stride) {
      high = low
      stride *= 2
    }
  } else {
    for (low = guess, high = guess + stride; !passes(high); high += stride) {
      low = high
      stride *= 2
    }
  }
  low = Math.max(-1, low)
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (passes(middle)) high = middle
    else low = middle
  }
  return high
}

/** Near the quantile already: the normal one, bent for the skewness (Cornish & Fisher 1938). */
function guessOf(alpha: number, mean: number, dispersion: number): number {
  if (alpha >= 1) return 0
  const z = -normalQuantile(alpha)
  const variance = Math.max(1, dispersion) * mean
  return Math.max(0, Math.floor(mean + z * Math.sqrt(variance) + ((z * z - 1) * (2 * Math.max(1, dispersion) - 1)) / 6))
}
