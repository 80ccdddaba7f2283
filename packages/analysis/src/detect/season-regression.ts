import { etaVariance, fitCountRegression, meanOf, pearsonDispersion } from '../maths/fit-count-regression.ts'
import { upperQuantile } from '../maths/negative-binomial-quantile.ts'
import { hourOfWeek } from './hour-of-week.ts'
import type { Prediction, SeriesModel } from './series-model.ts'

const DAY_MS = 86_400_000
const YEAR_MS = 365.2425 * DAY_MS
const HARMONICS = 2
const SEASON_COLUMNS = 2 + 2 * HARMONICS
/** Standard deviations of what is believed beforehand of the logarithm: trend a year, first harmonic, weekday. */
const TREND_SD = 0.3
const HARMONIC_SD = 0.6
const WEEKDAY_SD = 0.5
/** Half a message more is supposed, at the mean so far: a history of nothing is not a promise. */
const SUPPOSED_COUNT = 0.5
/** Dispersion believed beforehand, and the steps which that belief weighs. */
const BASE_DISPERSION = 1.2
const DISPERSION_STEPS = 8
/** A count that is rarer than this is remembered as the largest that is not: a past outbreak does not become normal. */
const REMEMBERED_CHANCE = 0.005
const LARGEST_ETA_VARIANCE = 1
/** All is fitted anew once the history has grown by this part. */
const REFIT_SHARE = 0.01

/** How a step width is read: how long is remembered, how fast old steps lose weight, and when it may speak. */
type Rhythm = { hasWeekday: boolean; steps: number; halfLifeSteps: number; warmSteps: number }

/**
 * Level, trend, season (two harmonics of the year) and, for days, weekday of one series: a Poisson regression with overdispersion.
 *
 * Works from little history on: trend, harmonics and weekdays are shrunk towards none until counts speak, and the spread of a prediction holds
 * what is not known of them. Weeks are remembered for at most ten years with half-life five, days for four with half-life two. Counts beyond
 * the 0.005 tail are remembered at that bound. Fitted anew after each hundredth of new history, so that a step costs the same at any length.
 *
 * Source: Noufaily et al. (2013), An improved algorithm for outbreak detection in multiple surveillance systems, with harmonics in the place
 * of seasonal blocks, clipping in the place of reweighting, and a predictive in the place of a plug-in tail.
 */
export class SeasonRegression implements SeriesModel {
  readonly #rhythm: Rhythm
  readonly #columns: number
  readonly #features: number[][] = []
  readonly #ats: number[] = []
  readonly #counts: number[] = []
  #fit: { coefficients: Float64Array; lower: Float64Array; columns: number } | null = null
  #fittedAt = 0
  #fittedSteps = 0
  #dispersion = 1
  #seen = 0

  constructor(stepMs: number) {
    this.#rhythm = rhythmOf(stepMs)
    this.#columns = SEASON_COLUMNS + (this.#rhythm.hasWeekday ? 7 : 0)
  }

  predict(at: number): Prediction {
    if (this.#fit === null || this.#seen - this.#fittedSteps >= REFIT_SHARE * this.#counts.length) this.#refit(at)
    const fit = this.#fit!
    const row = this.#rowAt(at)
    const variance = Math.min(LARGEST_ETA_VARIANCE, this.#dispersion * etaVariance(fit, row))
    const mean = meanOf(fit.coefficients, row) * Math.exp(variance / 2)
    return { mean, dispersion: this.#dispersion, doubt: Math.expm1(variance), ready: this.#seen >= this.#rhythm.warmSteps }
  }

  learn(at: number, count: number, { mean, dispersion, doubt, ready }: Prediction): void {
    const bound = ready ? upperQuantile(REMEMBERED_CHANCE, mean, dispersion + doubt * mean) : count
    this.#ats.push(at)
    this.#counts.push(Math.min(count, bound))
    this.#features.push(seasonOf(at, this.#rhythm.hasWeekday))
    this.#seen += 1
    if (this.#counts.length <= 1.25 * this.#rhythm.steps) return
    const tooMany = this.#counts.length - this.#rhythm.steps
    for (const list of [this.#ats, this.#counts, this.#features]) list.splice(0, tooMany)
  }

  #rowAt(at: number): Float64Array {
    const row = new Float64Array(this.#columns)
    row[0] = 1
    row[1] = (at - this.#fittedAt) / YEAR_MS
    row.set(seasonOf(at, this.#rhythm.hasWeekday), 2)
    return row
  }

  #refit(at: number): void {
    const { start, prior } = this.#beliefs(at)
    this.#fittedAt = at
    this.#fittedSteps = this.#seen
    const data = this.#data()
    const fit = fitCountRegression(data, prior, start, 1e-4)
    this.#fit = fit
    const weights = data.weights.subarray(1)
    const weight = weights.reduce((sum, one) => sum + one, 0)
    if (weight === 0) return
    const steps = weight ** 2 / weights.reduce((sum, one) => sum + one * one, 0)
    const freedom = (weight * (steps - Math.min(this.#columns, steps / 2))) / steps
    data.weights[0] = 0
    const found = pearsonDispersion(data, fit.coefficients, freedom) * steps
    this.#dispersion = Math.max(1, (found + DISPERSION_STEPS * BASE_DISPERSION) / (steps + DISPERSION_STEPS))
  }

  /** The remembered steps with their weights, after the supposed one. */
  #data() {
    const rows = Math.min(this.#counts.length, this.#rhythm.steps)
    const from = this.#counts.length - rows
    const columns = this.#columns
    const features = new Float64Array((rows + 1) * columns)
    const counts = new Float64Array(rows + 1)
    const weights = new Float64Array(rows + 1)
    features[0] = 1
    counts[0] = Math.max(SUPPOSED_COUNT, this.#counts.reduce((sum, count) => sum + count, 0) / Math.max(1, this.#counts.length))
    weights[0] = SUPPOSED_COUNT / counts[0]
    for (let row = 1; row <= rows; row++) {
      const step = from + row - 1
      features[row * columns] = 1
      features[row * columns + 1] = (this.#ats[step]! - this.#fittedAt) / YEAR_MS
      features.set(this.#features[step]!, row * columns + 2)
      counts[row] = this.#counts[step]!
      weights[row] = 2 ** ((row - rows - 1) / this.#rhythm.halfLifeSteps)
    }
    return { features, counts, weights, rows: rows + 1, columns }
  }

  /** Where the fit starts, and what it believes beforehand; a prior counts against overdispersed counts as it does against Poisson ones. */
  #beliefs(at: number) {
    const means = new Float64Array(this.#columns)
    const precisions = new Float64Array(this.#columns)
    precisions[1] = this.#dispersion / TREND_SD ** 2
    for (let column = 2; column < this.#columns; column++) {
      const sd = column < SEASON_COLUMNS ? HARMONIC_SD / Math.floor(column / 2) : WEEKDAY_SD
      precisions[column] = this.#dispersion / sd ** 2
    }
    const start = this.#fit ? Float64Array.from(this.#fit.coefficients) : new Float64Array(this.#columns)
    if (this.#fit) start[0]! += start[1]! * ((at - this.#fittedAt) / YEAR_MS)
    else start[0] = Math.log((this.#counts.reduce((sum, count) => sum + count, 0) + SUPPOSED_COUNT) / (this.#counts.length + 1))
    return { start, prior: { means, precisions } }
  }
}

function seasonOf(at: number, hasWeekday: boolean): number[] {
  const angle = (2 * Math.PI * (at % YEAR_MS)) / YEAR_MS
  const harmonics = Array.from({ length: HARMONICS }, (_, at) => [Math.cos((at + 1) * angle), Math.sin((at + 1) * angle)]).flat()
  if (!hasWeekday) return harmonics
  const weekday = Math.floor(hourOfWeek(at) / 24)
  return [...harmonics, ...Array.from({ length: 7 }, (_, day) => (day === weekday ? 1 : 0))]
}

function rhythmOf(stepMs: number): Rhythm {
  const perYear = YEAR_MS / stepMs
  const years = (count: number) => Math.round(count * perYear)
  if (stepMs >= 4 * DAY_MS) return { hasWeekday: false, steps: years(10), halfLifeSteps: years(5), warmSteps: 10 }
  return { hasWeekday: true, steps: years(4), halfLifeSteps: years(2), warmSteps: Math.round((14 * DAY_MS) / stepMs) }
}
