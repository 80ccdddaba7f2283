const COEFFICIENTS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905,
  -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
] as const

/**
 * Natural logarithm of the gamma function for x > 0, to about 14 digits. x ≤ 0 or NaN throws.
 *
 * @example logGamma(5) // ln 24 = 3.1780538303479458
 *
 * Source: Lanczos (1964), g = 7, n = 9.
 */
export function logGamma(x: number): number {
  if (!(x > 0)) throw new RangeError(`x: ${x}; expected a number above 0`)
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x)
  const shifted = x - 1
  let sum: number = COEFFICIENTS[0]
  for (let at = 1; at < COEFFICIENTS.length; at++) sum += COEFFICIENTS[at]! / (shifted + at)
  const t = shifted + 7.5
  return 0.5 * Math.log(2 * Math.PI) + (shifted + 0.5) * Math.log(t) - t + Math.log(sum)
}
