import { incompleteBeta } from '../../maths/incomplete-beta.ts'
import type { FarringtonFit } from './farrington-fit.ts'

/**
 * Chance of a coefficient at least so far from 0 when it is 0 in truth: two-sided, by Student's t with `freedom` degrees of freedom.
 *
 * Source: P(|T| ≥ t) = I_{ν/(ν+t²)}(ν/2, ½) (Abramowitz & Stegun 26.7.1); variance from the dispersion as Pearson's statistic gives it.
 */
export function significanceOf(fit: FarringtonFit, column: number, variance: number, freedom: number): number {
  if (freedom <= 0) return 1
  const squared = fit.coefficients[column]! ** 2 / variance
  return incompleteBeta(freedom / 2, 0.5, freedom / (freedom + squared))
}
