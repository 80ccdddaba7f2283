import { type FlexibleVerdict, farringtonFlexible } from './farrington-flexible.ts'

export type FarringtonOptions = { alpha: number; references: readonly number[]; halfWindow: number; leastReports?: number }

/** A bound from fewer reports than this within the latest four weeks is none. */
const LEAST_REPORTS = 5
const LATEST_STEPS = 4

/**
 * Farrington's method of 1996 for the count at position `at`: reference windows of earlier years, a trend when it is sure at 0.05, past
 * outbreaks weighed down from a residual of 1 on, and the two-sided bound on the scale of y^⅔: alpha / 2 is above it.
 *
 * Null when history is too short; no bound (`null`) either when the latest four weeks have fewer than five reports.
 *
 * @example farrington(counts, 575, { alpha: 0.01, references: [523, 471, 419, 367, 315], halfWindow: 3 })
 *
 * Source: Farrington et al. (1996), A statistical algorithm for the early detection of outbreaks of infectious disease.
 */
export function farrington(
  counts: readonly number[],
  at: number,
  { alpha, references, halfWindow, leastReports = LEAST_REPORTS }: FarringtonOptions,
): FlexibleVerdict | null {
  const latest = counts.slice(at + 1 - LATEST_STEPS, at + 1).reduce((sum, count) => sum + count, 0)
  if (latest < leastReports) return null
  return farringtonFlexible(counts, at, {
    alpha: alpha / 2,
    references,
    halfWindow,
    periods: 1,
    weightsThreshold: 1,
    leftOut: halfWindow,
    trendBelow: 0.05,
    method: 'delta',
  })
}
