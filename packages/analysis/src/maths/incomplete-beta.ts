import { logGamma } from './log-gamma.ts'

const PRECISION = 1e-15
const TINY = 1e-300
const ROUNDS = 10_000

/**
 * Regularised incomplete beta function I_x(a, b), 0 to 1, for a, b > 0 and 0 ≤ x ≤ 1. Ends give 0 and 1.
 *
 * @example incompleteBeta(2, 3, 0.4) // 0.5248
 *
 * Source: Press et al., Numerical Recipes, 6.4.
 */
export function incompleteBeta(a: number, b: number, x: number): number {
  if (!(a > 0 && b > 0 && x >= 0 && x <= 1)) throw new RangeError(`a, b, x: ${a}, ${b}, ${x}; expected a and b above 0 and x from 0 to 1`)
  if (x === 0 || x === 1) return x
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x))
  return x < (a + 1) / (a + b + 2) ? (front * fraction(a, b, x)) / a : 1 - (front * fraction(b, a, 1 - x)) / b
}

const away = (value: number) => (Math.abs(value) < TINY ? TINY : value)

function fraction(a: number, b: number, x: number): number {
  let c = 1
  let d = 1 / away(1 - ((a + b) * x) / (a + 1))
  let h = d
  for (let m = 1; m < ROUNDS; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / away(1 + even * d)
    c = away(1 + even / c)
    h *= d * c
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / away(1 + odd * d)
    c = away(1 + odd / c)
    h *= d * c
    if (Math.abs(d * c - 1) < PRECISION) break
  }
  return h
}
