import { upperQuantile } from '../maths/negative-binomial-quantile.ts'
import { negativeBinomialTail } from '../maths/negative-binomial-tail.ts'
import { SeriesModel } from './series-model.ts'

export type SeriesPoint = { at: number; count: number }
export type SeriesOptions = {
  /** Per series. */
  falseAlarmsPerYear: number
  /** Width of a step in milliseconds. */
  stepMs: number
}
/** `expected` and `threshold` in counts; `score` is −log10 of the chance of so many or more; `alarm` rings above the threshold. */
export type SeriesVerdict = { expected: number; threshold: number; score: number; alarm: boolean }

const DAY_MS = 86_400_000
const YEAR_MS = 365.25 * DAY_MS
/** Fewer counts than this are never an alarm, however quiet the series was. */
const LEAST_COUNT = 5
const LARGEST_ALPHA = 0.25
const LARGEST_SCORE = 300
/** Within a day an episode rings once: again only after so much quiet. */
const QUIET_MS = DAY_MS / 2

/**
 * Judges an evenly stepped series of counts, each row by what came before it: row n uses rows ≤ n only.
 *
 * The predictive distribution is negative binomial around level × season, with the uncertainty of both. An alarm is a count above the
 * threshold, the quantile at alpha = falseAlarmsPerYear · step / year, of at least 5, and after the warm-up of `SeriesModel`. Steps shorter
 * than a day belong together: after an alarm the next rings only after twelve hours below the threshold (a sequential test of one episode,
 * not of each row). Fractional counts are taken as they are. An empty series gives an empty list.
 *
 * @example detectSeries([], { falseAlarmsPerYear: 12, stepMs: 3_600_000 }) // []
 *
 * Source: Noufaily et al. (2013) for the plug-in negative-binomial bound; exponential smoothing with a robust update in place of its refits.
 */
export function detectSeries(rows: readonly SeriesPoint[], { falseAlarmsPerYear, stepMs }: SeriesOptions): SeriesVerdict[] {
  if (!(falseAlarmsPerYear > 0)) throw new RangeError(`falseAlarmsPerYear: ${falseAlarmsPerYear}; expected more than 0`)
  if (!(stepMs > 0)) throw new RangeError(`stepMs: ${stepMs}; expected more than 0`)
  const alpha = Math.min(LARGEST_ALPHA, (falseAlarmsPerYear * stepMs) / YEAR_MS)
  const model = new SeriesModel(stepMs)
  let above: number | null = null
  return rows.map(({ at, count }) => {
    const { mean, dispersion, ready } = model.predict(at)
    const threshold = upperQuantile(alpha, mean, dispersion)
    const pValue = negativeBinomialTail(count, mean, dispersion)
    const exceeds = ready && count > threshold && count >= LEAST_COUNT
    const alarm = exceeds && (stepMs >= DAY_MS || above === null || at - above > QUIET_MS)
    if (exceeds) above = at
    model.learn(at, count)
    return { expected: mean, threshold, score: pValue > 0 ? Math.min(LARGEST_SCORE, -Math.log10(pValue)) : LARGEST_SCORE, alarm }
  })
}
