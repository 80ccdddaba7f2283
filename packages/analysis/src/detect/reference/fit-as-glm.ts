import { cholesky, choleskySolve } from '../../maths/cholesky.ts'
import type { CountRegression, CountRows } from '../../maths/fit-count-regression.ts'

/** `means` after the last round; `information` of each row, weight · mean, as it was in the last round. */
export type GlmFit = CountRegression & { means: Float64Array; information: Float64Array }

const ROUNDS = 25
const TOLERANCE = 1e-8
/** Means begin at the counts, a little above so that a logarithm exists. */
const ABOVE = 0.1

/**
 * Poisson regression with a logarithmic link that begins and stops where R's `glm.fit` does, so that its output can be matched in all digits:
 * means begin at the counts, and it is done when the deviance changes by less than 1e-8 of itself.
 *
 * @example a column of ones over counts 2, 4, 6 // coefficients [ln 4]
 *
 * Source: McCullagh & Nelder, Generalized Linear Models, 2.5.
 */
export function fitAsGlm({ features, counts, weights, rows, columns }: CountRows): GlmFit {
  const means = counts.map((count) => count + ABOVE)
  const information = new Float64Array(rows)
  let lower: Float64Array = new Float64Array(columns * columns)
  let coefficients: Float64Array = new Float64Array(columns)
  let deviance = devianceOf(counts, means, weights)
  for (let round = 0; round < ROUNDS; round++) {
    const right = new Float64Array(columns)
    lower = new Float64Array(columns * columns)
    for (let row = 0; row < rows; row++) {
      const mean = means[row]!
      information[row] = weights[row]! * mean
      const response = Math.log(mean) + (counts[row]! - mean) / mean
      for (let column = 0; column < columns; column++) {
        const weighed = information[row]! * features[row * columns + column]!
        right[column]! += weighed * response
        for (let other = 0; other <= column; other++) lower[column * columns + other]! += weighed * features[row * columns + other]!
      }
    }
    cholesky(lower, columns)
    coefficients = choleskySolve(lower, columns, right)
    for (let row = 0; row < rows; row++) {
      let eta = 0
      for (let column = 0; column < columns; column++) eta += coefficients[column]! * features[row * columns + column]!
      means[row] = Math.max(Number.EPSILON, Math.exp(eta))
    }
    const before = deviance
    deviance = devianceOf(counts, means, weights)
    if (Math.abs(deviance - before) / (Math.abs(deviance) + 0.1) < TOLERANCE) break
  }
  return { coefficients, lower, columns, means, information }
}

function devianceOf(counts: Float64Array, means: Float64Array, weights: Float64Array): number {
  let sum = 0
  for (let row = 0; row < counts.length; row++) {
    const count = counts[row]!
    const own = count > 0 ? count * Math.log(count / means[row]!) : 0
    sum += 2 * weights[row]! * (own - (count - means[row]!))
  }
  return sum
}
