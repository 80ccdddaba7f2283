import { normalQuantile } from '../../maths/normal-quantile.ts'

/** `at`: position of the count that is judged; `baseline`: steps that are looked back to; `leastSigma`: floor of the standard deviation. */
export type EarsOptions = { alpha: number; baseline?: number; leastSigma?: number }

const BASELINE = 7
/** Steps just before the judged one that C2 leaves out, so that an outbreak does not raise its own bound. */
const GUARD = 2

/**
 * Upper bound of EARS C1 for the count at position `at`: mean + z · standard deviation of the seven counts before it.
 *
 * Null without enough counts before it. Runs 3 to 13 times over its nominal rate: a reference, not a rule.
 *
 * @example earsC1([1, 2, 3, 1, 2, 3, 2, 9], 7, { alpha: 0.001 }) // 4.5
 *
 * Source: Hutwagner et al. (2003), The bioterrorism preparedness and response Early Aberration Reporting System.
 */
export function earsC1(counts: readonly number[], at: number, { alpha, baseline = BASELINE, leastSigma = 0 }: EarsOptions): number | null {
  const before = spreadOf(counts, at - baseline, at, leastSigma)
  return before && before.mean + normalQuantile(1 - alpha) * before.sigma
}

/**
 * Upper bound of EARS C2: as C1, over the seven counts that end two steps before the judged one.
 *
 * @example earsC2([1, 2, 3, 1, 2, 3, 2, 9, 9, 9], 9, { alpha: 0.001 }) // 4.5
 */
export function earsC2(counts: readonly number[], at: number, { alpha, baseline = BASELINE, leastSigma = 0 }: EarsOptions): number | null {
  const before = spreadOf(counts, at - GUARD - baseline, at - GUARD, leastSigma)
  return before && before.mean + normalQuantile(1 - alpha) * before.sigma
}

/**
 * EARS C3 as in its paper: what today and the two days before stand above C2's mean, in standard deviations beyond the first, added up.
 * An alarm is a sum above z. Null without enough counts.
 *
 * @example earsC3([1, 2, 3, 1, 2, 3, 2, 2, 2, 2, 2, 5], 11, { alpha: 0.025 }) // { statistic: 2.7, limit: 1.96 }
 */
export function earsC3(counts: readonly number[], at: number, options: EarsOptions): { statistic: number; limit: number } | null {
  const excesses = [0, 1, 2].map((back) => excessOf(counts, at - back, options))
  if (excesses.includes(null)) return null
  return { statistic: excesses.reduce<number>((sum, excess) => sum + excess!, 0), limit: normalQuantile(1 - options.alpha) }
}

/**
 * Upper bound of C3 as the R package `surveillance` computes it: count + σ · (z − the excesses of the two days before), at least 0.
 *
 * Null also where days do not differ at all and the package divides nothing by nothing. The count is above it exactly when the two days before are above z, whatever the count itself: compare with goldens, do not alarm on it.
 *
 * @example earsC3Compatible([1, 2, 3, 1, 2, 3, 2, 2, 2, 2, 2, 5], 11, { alpha: 0.025 }) // above 5: days before are quiet
 */
export function earsC3Compatible(counts: readonly number[], at: number, options: EarsOptions): number | null {
  const { alpha, baseline = BASELINE, leastSigma = 0 } = options
  const [today, one, two] = [0, 1, 2].map((back) => spreadOf(counts, at - back - GUARD - baseline, at - back - GUARD, leastSigma))
  if (!today || !one || !two) return null
  const excess = (step: number, { mean, sigma }: { mean: number; sigma: number }) => Math.max(0, (counts[step]! - mean) / sigma - 1)
  const bound = counts[at]! + today.sigma * (normalQuantile(1 - alpha) - (excess(at - 2, two) + excess(at - 1, one)))
  return Number.isNaN(bound) ? null : Math.max(0, bound)
}

/** What a count stands above C2's mean, in standard deviations beyond the first. */
function excessOf(counts: readonly number[], at: number, { baseline = BASELINE, leastSigma = 0 }: EarsOptions): number | null {
  const before = spreadOf(counts, at - GUARD - baseline, at - GUARD, leastSigma)
  if (!before) return null
  const above = counts[at]! - before.mean
  if (above <= 0) return 0
  return Math.max(0, above / before.sigma - 1)
}

function spreadOf(counts: readonly number[], from: number, to: number, leastSigma: number): { mean: number; sigma: number } | null {
  if (from < 0 || to > counts.length) return null
  const taken = counts.slice(from, to)
  const mean = taken.reduce((sum, count) => sum + count, 0) / taken.length
  const squares = taken.reduce((sum, count) => sum + (count - mean) ** 2, 0)
  return { mean, sigma: Math.max(leastSigma, Math.sqrt(squares / (taken.length - 1))) }
}
