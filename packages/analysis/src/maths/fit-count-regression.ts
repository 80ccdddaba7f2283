import { cholesky, choleskySolve, forwardSolve } from './cholesky.ts'

/** Rows of equal length, one after the other, with one count and one weight (1: whole) each. */
export type CountRows = { features: Float64Array; counts: Float64Array; weights: Float64Array; rows: number; columns: number }
/** What is believed of the coefficients beforehand: precision 0 believes nothing. */
export type Prior = { means: Float64Array; precisions: Float64Array }
/** `lower` is the Cholesky factor of the information Xᵀ·W·X + precisions. */
export type CountRegression = { coefficients: Float64Array; lower: Float64Array; columns: number }

const ROUNDS = 25
const LARGEST_STEP = 2
const ETA_BOUND = 20

/**
 * Fits counts as exp(features · coefficients) by Poisson likelihood with weights and a normal prior, from the coefficients in `start`.
 *
 * Without rows the prior's means come back. Overdispersion changes only the spread, not the coefficients: see `pearsonDispersion`.
 *
 * @example a column of ones over counts 2, 4, 6 // coefficients [ln 4]
 *
 * Source: iteratively reweighted least squares (McCullagh & Nelder, Generalized Linear Models, 2.5) with a ridge.
 */
export function fitCountRegression(data: CountRows, prior: Prior, start: Float64Array, tolerance = 1e-9): CountRegression {
  const { columns } = data
  const coefficients = Float64Array.from(start)
  let lower: Float64Array = new Float64Array(columns * columns)
  for (let round = 0; round < ROUNDS; round++) {
    const { information, gradient } = slopes(data, prior, coefficients)
    lower = cholesky(information, columns)
    const step = choleskySolve(lower, columns, gradient)
    let largest = 0
    for (let column = 0; column < columns; column++) {
      const move = Math.max(-LARGEST_STEP, Math.min(LARGEST_STEP, step[column]!))
      coefficients[column]! += move
      largest = Math.max(largest, Math.abs(move))
    }
    if (largest < tolerance) break
  }
  return { coefficients, lower, columns }
}

function slopes({ features, counts, weights, rows, columns }: CountRows, { means, precisions }: Prior, coefficients: Float64Array) {
  const information = new Float64Array(columns * columns)
  const gradient = new Float64Array(columns)
  for (let row = 0; row < rows; row++) {
    const from = row * columns
    const mean = meanOf(coefficients, features, from)
    const weight = weights[row]! * mean
    const surprise = weights[row]! * (counts[row]! - mean)
    for (let column = 0; column < columns; column++) {
      const feature = features[from + column]!
      if (feature === 0) continue
      gradient[column]! += feature * surprise
      const weighted = feature * weight
      for (let other = 0; other <= column; other++) information[column * columns + other]! += weighted * features[from + other]!
    }
  }
  for (let column = 0; column < columns; column++) {
    gradient[column]! -= precisions[column]! * (coefficients[column]! - means[column]!)
    information[column * columns + column]! += precisions[column]!
  }
  return { information, gradient }
}

/**
 * exp(row · coefficients) for the row of `features` that starts at `from`; bounded to e^±20.
 *
 * @example meanOf(Float64Array.of(0, 1), Float64Array.of(1, 0), 0) // 1
 */
export function meanOf(coefficients: Float64Array, features: Float64Array, from = 0): number {
  let eta = 0
  for (let column = 0; column < coefficients.length; column++) eta += coefficients[column]! * features[from + column]!
  return Math.exp(Math.max(-ETA_BOUND, Math.min(ETA_BOUND, eta)))
}

/**
 * Variance of row · coefficients when counts vary as Poisson; times the dispersion when they vary more.
 *
 * @example etaVariance(fit of a column of ones over counts 2, 4, 6, [1]) // 1 / 12
 */
export function etaVariance({ lower, columns }: CountRegression, row: Float64Array): number {
  return forwardSolve(lower, columns, row).reduce((sum, value) => sum + value * value, 0)
}

/**
 * Variance over mean that is left after a fit: Σ w · (y − μ)² / μ over `freedom` degrees of freedom; 1 when there are none.
 *
 * @example a column of ones over counts 2, 4, 6 and freedom 2 // 1
 *
 * Source: Pearson's statistic (McCullagh & Nelder, 4.5).
 */
export function pearsonDispersion(
  { features, counts, weights, rows, columns }: CountRows,
  coefficients: Float64Array,
  freedom: number,
): number {
  if (freedom <= 0) return 1
  let sum = 0
  for (let row = 0; row < rows; row++) {
    const mean = meanOf(coefficients, features, row * columns)
    sum += (weights[row]! * (counts[row]! - mean) ** 2) / mean
  }
  return sum / freedom
}
