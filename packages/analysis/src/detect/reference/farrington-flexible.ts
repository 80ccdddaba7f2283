import { etaVariance, meanOf } from '../../maths/fit-count-regression.ts'
import { deltaBound, type FarringtonBound, negativeBinomialBound } from './farrington-bound.ts'
import { type FarringtonFit, fitFarrington } from './farrington-fit.ts'
import { significanceOf } from './significance-of.ts'

export type FlexibleOptions = {
  alpha: number
  /** Positions of the same week in earlier years, latest first: as many as there are years to look back to. */
  references: readonly number[]
  halfWindow: number
  /** Levels of the season: 1 takes only windows around the references, 10 the windows and nine blocks between them. */
  periods: number
  weightsThreshold: number
  /** Latest steps that teach nothing. */
  leftOut: number
  /** A trend stays when it is surer than this; 1: whenever it does not run away. */
  trendBelow: number
  method: 'delta' | 'plugin' | 'muan'
  /**
   * Standard errors as the R package gives them: it forgets the dispersion of at least 1, and weighs residuals relative to the mean.
   * To compare with its output; otherwise the errors follow from the dispersion.
   */
  asPackage?: boolean
}
export type FlexibleVerdict = FarringtonBound & { expected: number; dispersion: number; trend: boolean }

/**
 * Improved Farrington for the count at position `at` of a weekly series; the 1996 variant with one period is a setting of it.
 *
 * Quasi-Poisson regression on a trend and a seasonal factor over the reference windows (and the blocks between), past outbreaks weighed down.
 * The trend stays when three years are at hand, it is sure enough and the prediction is no larger than any count learnt from. Null when a
 * reference lies too early to be had. A reference for tests and comparison: `detectSeries` is the method of this product.
 *
 * @example farringtonFlexible(counts, 575, { alpha: 0.005, references: [523, 471, 419, 367, 315], halfWindow: 3, periods: 10, … })
 *
 * Source: Noufaily et al. (2013), An improved algorithm for outbreak detection in multiple surveillance systems.
 */
export function farringtonFlexible(counts: readonly number[], at: number, options: FlexibleOptions): FlexibleVerdict | null {
  const season = seasonsOf(at, options)
  if (season === null) return null
  const taken = [...season.keys()].filter((step) => step < at - options.leftOut).sort((a, b) => a - b)
  const levels = [...new Set(taken.map((step) => season.get(step)!))].filter((level) => level !== options.periods)
  const rowOf = (step: number, level: number, hasTrend: boolean) => [
    1,
    ...(hasTrend ? [(step - at) / 52] : []),
    ...levels.map((other) => (other === level ? 1 : 0)),
  ]
  const learnt = taken.map((step) => counts[step]!)
  const fitWith = (hasTrend: boolean) => {
    const rows = taken.map((step) => rowOf(step, season.get(step)!, hasTrend))
    const fit = fitFarrington({ rows, counts: learnt }, options.weightsThreshold)
    const now = Float64Array.from(rowOf(at, options.periods, hasTrend))
    return { fit, now, mean: meanOf(fit.coefficients, now), columns: now.length }
  }
  let model = fitWith(true)
  const slope = new Float64Array(model.columns)
  slope[1] = 1
  const spread = (fit: FarringtonFit) => (options.asPackage ? fit.relative : fit.dispersion)
  const slopeSpread = options.asPackage ? model.fit.relative : model.fit.found
  const sure = significanceOf(model.fit, 1, slopeSpread * etaVariance(model.fit, slope), taken.length - model.columns)
  const trend = options.references.length >= 3 && sure < options.trendBelow && model.mean <= Math.max(...learnt)
  if (!trend) model = fitWith(false)
  const dispersion = model.fit.dispersion
  const etaError = Math.sqrt(spread(model.fit) * etaVariance(model.fit, model.now))
  const common = { dispersion, alpha: options.alpha, count: counts[at]! }
  const bound =
    options.method === 'delta'
      ? deltaBound({ ...common, mean: model.mean, meanError: model.mean * etaError })
      : negativeBinomialBound({ ...common, eta: Math.log(model.mean), etaError }, options.method)
  return { ...bound, expected: model.mean, dispersion, trend }
}

/** Level of the season per step that is looked at: `periods` in a window, 1, 2, … in the blocks that follow it. Null when too early. */
function seasonsOf(at: number, { references, halfWindow, periods }: FlexibleOptions): Map<number, number> | null {
  const season = new Map<number, number>()
  const ends = [at, ...references]
  for (const [year, reference] of references.entries()) {
    if (reference - halfWindow < 0) return null
    for (let step = reference - halfWindow; step <= reference + halfWindow; step++) season.set(step, periods)
    if (periods === 1) continue
    const between = ends[year]! - reference - 2 * halfWindow - 1
    let step = reference + halfWindow + 1
    for (let block = 1; block < periods; block++) {
      const length = Math.floor(between / (periods - 1)) + (block <= between % (periods - 1) ? 1 : 0)
      for (let end = step + length; step < end; step++) season.set(step, block)
    }
  }
  for (let step = at - halfWindow; step < at; step++) season.set(step, periods)
  return season
}
