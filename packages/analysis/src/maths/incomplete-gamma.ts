import { logGamma } from './log-gamma.ts'

const PRECISION = 1e-15
const TINY = 1e-300
const ROUNDS = 10_000

/**
 * Regularised lower incomplete gamma function P(a, x), 0 to 1, for a > 0 and x ≥ 0. P(a, 0) = 0.
 *
 * @example lowerGamma(1, 2) // 1 − e^−2 = 0.8646647167633873
 *
 * Source: Press et al., Numerical Recipes, 6.2 (series below a + 1, continued fraction above).
 */
export function lowerGamma(a: number, x: number): number {
  if (!(a > 0) || !(x >= 0)) throw new RangeError(`a, x: ${a}, ${x}; expected a above 0 and x of 0 or more`)
  if (x === 0) return 0
  if (x === Number.POSITIVE_INFINITY) return 1
  const front = Math.exp(-x + a * Math.log(x) - logGamma(a))
  return x < a + 1 ? Math.min(1, front * series(a, x)) : Math.max(0, 1 - front * fraction(a, x))
}

function series(a: number, x: number): number {
  let term = 1 / a
  let sum = term
  for (let round = 1; round < ROUNDS && Math.abs(term) > Math.abs(sum) * PRECISION; round++) {
    term *= x / (a + round)
    sum += term
  }
  return sum
}

/** Lentz's method. */
function fraction(a: number, x: number): number {
  let b = x + 1 - a
  let c = 1 / TINY
  let d = 1 / b
  let h = d
  for (let round = 1; round < ROUNDS; round++) {
    const an = -round * (round - a)
    b += 2
    d = an * d + b
    if (Math.abs(d) < TINY) d = TINY
    c = b + an / c
    if (Math.abs(c) < TINY) c = TINY
    d = 1 / d
    h *= d * c
    if (Math.abs(d * c - 1) < PRECISION) break
  }
  return h
}
