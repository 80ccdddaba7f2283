import { countAtEvidence, evidenceOf } from '../maths/evidence.ts'
import { upperQuantile } from '../maths/negative-binomial-quantile.ts'
import { negativeBinomialTail } from '../maths/negative-binomial-tail.ts'
import { LevelAndShape } from './level-and-shape.ts'
import { SeasonRegression } from './season-regression.ts'
import type { Prediction } from './series-model.ts'
import { TailMemory } from './tail-memory.ts'

export type SeriesPoint = { at: number; count: number }
export type SeriesOptions = {
  /** Per series. */
  falseAlarmsPerYear: number
  /** Width of a step in milliseconds. */
  stepMs: number
}
/** `expected` and `threshold` in counts; `score` is −log10 of the chance of so many or more; `alarm` rings above the threshold. */
export type SeriesVerdict = { expected: number; threshold: number; score: number; alarm: boolean }

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const YEAR_MS = 365.25 * DAY_MS
const LARGEST_ALPHA = 0.25
const LARGEST_SCORE = 300
/** Steps of about a day and more are told apart by day; below, what follows within the day belongs to one episode. */
const FINE_BELOW_MS = 0.75 * DAY_MS
/** An episode rings once: again only after so much quiet, or once a day while it lasts. */
const QUIET_MS = DAY_MS / 2
const REMINDER_MS = DAY_MS
/** Peaks of evidence are collected per block of this length. */
const BLOCK_MS = DAY_MS / 4
/** Each window's part of the stated rate, by which windows that overlap ring as often together as is stated. */
const WEEK_SHARE = 0.9
const DAY_SHARE = 0.6
const FINE_SHARE = 0.55

/** One width over which counts are added up, ending now. */
type Window = { steps: number; tail: TailMemory | null }
type Plan = {
  windows: Window[]
  /** Chance per step for each window. */
  alpha: number
  chancePerBlock: number
  quietMs: number
  reminderMs: number
  /** Fewer counts than this in a window are never an alarm, however quiet the series was. */
  leastCount: number
}

/**
 * Judges an evenly stepped series of counts, each row by what came before it: row n uses rows ≤ n only.
 *
 * What is normal comes from `SeasonRegression` (steps of a day and more) or `LevelAndShape` (finer steps). The counts of several trailing
 * windows (weeks: 1 and 2; days: 1, 3 and 7; finer: one step, an hour, six hours, a day) are held against the predictive negative-binomial
 * quantile at a part of falseAlarmsPerYear · step / year: the part by which they keep the stated rate together on simulated quiet series. Finer steps must also stand out of the bursts that the series itself is used to, see
 * `TailMemory`, and belong together: an episode rings once, again only after twelve hours below the threshold, or once a day while it lasts. `threshold` is the largest count
 * of this row that does not exceed in any window; it is never below what is expected, so that the quiet row after an outbreak does not ring.
 * Fractional counts are taken as they are. An empty series gives an empty list.
 *
 * @example detectSeries([], { falseAlarmsPerYear: 12, stepMs: 3_600_000 }) // []
 *
 * Source: Noufaily et al. (2013) for regression and negative-binomial bound; scan over trailing windows (Naus 1965).
 */
export function detectSeries(rows: readonly SeriesPoint[], { falseAlarmsPerYear, stepMs }: SeriesOptions): SeriesVerdict[] {
  if (!(falseAlarmsPerYear > 0)) throw new RangeError(`falseAlarmsPerYear: ${falseAlarmsPerYear}; expected more than 0`)
  if (!(stepMs > 0)) throw new RangeError(`stepMs: ${stepMs}; expected more than 0`)
  const plan = planOf(falseAlarmsPerYear, stepMs)
  const model = stepMs < FINE_BELOW_MS ? new LevelAndShape(stepMs) : new SeasonRegression(stepMs)
  /** Running sums of counts and of what was expected, as it was at the time. */
  const counts = new Float64Array(rows.length + 1)
  const means = new Float64Array(rows.length + 1)
  let above = Number.NEGATIVE_INFINITY
  let rang = Number.NEGATIVE_INFINITY
  return rows.map(({ at, count }, row) => {
    const predicted = model.predict(at)
    counts[row + 1] = counts[row]! + count
    means[row + 1] = means[row]! + predicted.mean
    const threshold = thresholdOf(plan, predicted, counts, means, row)
    const exceeds = predicted.ready && count > threshold
    const alarm = exceeds && (at - above > plan.quietMs || at - rang >= plan.reminderMs)
    if (exceeds) above = at
    if (alarm) rang = at
    model.learn(at, count, predicted)
    return { expected: predicted.mean, threshold, score: scoreOf(count, predicted), alarm }
  })
}

function thresholdOf(plan: Plan, predicted: Prediction, counts: Float64Array, means: Float64Array, row: number): number {
  let threshold = Number.POSITIVE_INFINITY
  for (const { steps, tail } of plan.windows) {
    const from = Math.max(0, row + 1 - steps)
    const mean = means[row + 1]! - means[from]!
    const dispersion = predicted.dispersion + predicted.doubt * mean
    let bound = Math.max(plan.leastCount - 1, upperQuantile(plan.alpha, mean, dispersion))
    if (tail) {
      const height = tail.heightOf(plan.chancePerBlock)
      const count = counts[row + 1]! - counts[from]!
      if (height < Number.POSITIVE_INFINITY) bound = Math.max(bound, countAtEvidence(height, mean, dispersion))
      tail.add(Math.min(height, evidenceOf(count, mean, dispersion)))
    }
    threshold = Math.min(threshold, bound - (counts[row]! - counts[from]!))
  }
  return Math.max(threshold, predicted.mean)
}

function scoreOf(count: number, { mean, dispersion, doubt }: Prediction): number {
  const pValue = negativeBinomialTail(count, mean, dispersion + doubt * mean)
  return pValue > 0 ? Math.min(LARGEST_SCORE, -Math.log10(pValue)) : LARGEST_SCORE
}

function planOf(falseAlarmsPerYear: number, stepMs: number): Plan {
  const share = (part: number) => part * Math.min(LARGEST_ALPHA, (falseAlarmsPerYear * stepMs) / YEAR_MS)
  const each = { chancePerBlock: 1, quietMs: 0, reminderMs: 0, leastCount: 2 }
  if (stepMs >= 4 * DAY_MS) return { ...each, windows: [1, 2].map((steps) => ({ steps, tail: null })), alpha: share(WEEK_SHARE) }
  if (stepMs >= FINE_BELOW_MS) return { ...each, windows: [1, 3, 7].map((steps) => ({ steps, tail: null })), alpha: share(DAY_SHARE) }
  const blockSteps = Math.max(4, Math.round(BLOCK_MS / stepMs))
  const widths = new Set([1, HOUR_MS, 6 * HOUR_MS, DAY_MS].map((widthMs) => Math.max(1, Math.round(widthMs / stepMs))))
  const windows = [...widths].map((steps) => ({ steps, tail: new TailMemory(blockSteps) }))
  const alpha = share(FINE_SHARE)
  return { windows, alpha, chancePerBlock: Math.min(0.5, alpha * blockSteps), quietMs: QUIET_MS, reminderMs: REMINDER_MS, leastCount: 5 }
}
