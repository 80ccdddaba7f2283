import { type CountRegression, type CountRows, etaVariance } from '../../maths/fit-count-regression.ts'
import { fitAsGlm, type GlmFit } from './fit-as-glm.ts'

/** A design without a prior: rows of equal length with their counts. */
export type Design = { rows: readonly (readonly number[])[]; counts: readonly number[] }
/** `dispersion` is at least 1; `found` is as Pearson's statistic gives it; `relative` is the same of residuals relative to the mean. */
export type FarringtonFit = CountRegression & { dispersion: number; found: number; relative: number }

/**
 * Quasi-Poisson regression, fitted again with past outbreaks weighed down.
 *
 * Weights follow from the Anscombe residuals of the first fit, see `outbreakWeights`; dispersion is Pearson's, at least 1.
 *
 * @example fitFarrington({ rows: [[1], [1], [1]], counts: [2, 4, 6] }, 2.58) // coefficients [ln 4], dispersion 1
 *
 * Source: Farrington et al. (1996), A statistical algorithm for the early detection of outbreaks of infectious disease, 3.
 */
export function fitFarrington({ rows, counts }: Design, weightsThreshold: number): FarringtonFit {
  const columns = rows[0]!.length
  const freedom = Math.max(1, rows.length - columns)
  const data: CountRows = {
    features: Float64Array.from(rows.flat()),
    counts: Float64Array.from(counts),
    weights: new Float64Array(rows.length).fill(1),
    rows: rows.length,
    columns,
  }
  const first = fitAsGlm(data)
  const residuals = anscombeResiduals(data, first, Math.max(1, spreadOf(data, first, first.information) / freedom))
  const weighed = { ...data, weights: outbreakWeights(residuals, weightsThreshold) }
  const second = fitAsGlm(weighed)
  const found = spreadOf(weighed, second, second.information) / freedom
  return { ...second, dispersion: Math.max(1, found), found, relative: spreadOf(weighed, second, weighed.weights) / freedom }
}

/** Sum of squared residuals relative to the mean, weighed. */
function spreadOf({ counts }: CountRows, { means }: GlmFit, weights: Float64Array): number {
  return weights.reduce((sum, weight, row) => sum + weight * (counts[row]! / means[row]! - 1) ** 2, 0)
}

/** Standardised Anscombe residuals: 1.5 · (y^⅔ · μ^−⅙ − μ^½) / √(φ · (1 − h)). */
function anscombeResiduals({ features, counts, rows, columns }: CountRows, fit: GlmFit, dispersion: number): Float64Array {
  return Float64Array.from({ length: rows }, (_, row) => {
    const mean = fit.means[row]!
    const leverage = fit.information[row]! * etaVariance(fit, features.subarray(row * columns, (row + 1) * columns))
    const raw = 1.5 * (counts[row]! ** (2 / 3) * mean ** (-1 / 6) - Math.sqrt(mean))
    return raw / Math.sqrt(dispersion * (1 - leverage))
  })
}

/**
 * Weights that add up to their number: s^−2 for a residual above the threshold, 1 for any other, times what makes the sum right.
 *
 * @example outbreakWeights([0, 0, 0, 0, 0, 2, 2, 2, 2, 2], 0) // five times 1.6, five times 0.4
 *
 * Source: Farrington et al. (1996), 3.6; threshold 2.58 by Noufaily et al. (2013).
 */
export function outbreakWeights(residuals: ArrayLike<number>, threshold: number): Float64Array {
  const raw = Float64Array.from(residuals, (residual) => (residual > threshold ? residual ** -2 : 1))
  const gamma = raw.length / raw.reduce((sum, weight) => sum + weight, 0)
  return raw.map((weight) => weight * gamma)
}
