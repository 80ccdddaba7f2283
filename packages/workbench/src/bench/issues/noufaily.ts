import { detectSeries, type SeriesPoint } from '@rumoer/analysis/detect'
import { drawNegativeBinomial } from '@rumoer/analysis/reference'
import { createChance } from '../chance.ts'

/** Weeks of a series, the week from which on past outbreaks lie in it, and from which on it is judged; weeks count from 1. */
const WEEKS = 624
const PAST_FROM = 313
const JUDGED_FROM = 576
const PAST_FACTORS = [2, 3, 5, 10]
const WEEK_MS = 7 * 86_400_000
const STARTED_AT = Date.parse('2012-01-02T00:00:00Z')

/** Parameters of Noufaily et al. (2013), table 1: level, trend when on, harmonic, dispersion. */
const BASES = [
  [0.1, 0.0025, 0.6, 0.6, 1.5],
  [-2, 0.005, 0.1, 0.3, 2],
  [1.5, 0.003, 0.2, -0.4, 1],
  [0.5, 0.002, 0.5, 0.5, 5],
  [2.5, 0.001, 1, 0.1, 3],
  [3.75, 0.001, 0.1, -0.1, 1.1],
  [5, 0.0001, 0.05, 0.01, 1.2],
] as const

export type Scenario = { theta: number; beta: number; cosine: number; sine: number; harmonics: number; dispersion: number }
/** All 42: each base without and with trend, with no, one and two harmonics. */
export const SCENARIOS: readonly Scenario[] = BASES.flatMap(([theta, beta, cosine, sine, dispersion]) =>
  [0, beta].flatMap((slope) => [0, 1, 2].map((harmonics) => ({ theta, beta: slope, cosine, sine, harmonics, dispersion }))),
)

/** Counts of one series; `outbreak`: the weeks (positions) of the outbreak that is to be found, null when it brought no case in time. */
export type SimulatedSeries = { points: SeriesPoint[]; outbreak: { first: number; last: number } | null }

/** One series of a scenario with four past outbreaks and one present, whose size is `factor` standard deviations of a week. */
export function simulateSeries(scenario: Scenario, factor: number, random: () => number): SimulatedSeries {
  const mean = (week: number) => {
    let eta = scenario.theta + scenario.beta * week
    for (let order = 1; order <= scenario.harmonics; order++) {
      const angle = (2 * Math.PI * order * week) / 52
      eta += scenario.cosine * Math.cos(angle) + scenario.sine * Math.sin(angle)
    }
    return Math.exp(eta)
  }
  const counts = Float64Array.from({ length: WEEKS }, (_, at) => drawNegativeBinomial(mean(at + 1), scenario.dispersion, random))
  const addOutbreak = (size: number, from: number, to: number) => {
    const first = from + Math.floor(random() * (to - from + 1))
    const cases = drawNegativeBinomial(size * Math.sqrt(scenario.dispersion * mean(first)), 1, random)
    let last = 0
    for (let one = 0; one < cases; one++) {
      const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
      const week = first + Math.floor(Math.exp(0.5 * normal))
      if (week > WEEKS) continue
      counts[week - 1]! += 1
      last = Math.max(last, week)
    }
    return last === 0 ? null : { first: first - 1, last: last - 1 }
  }
  for (const size of PAST_FACTORS) addOutbreak(size, PAST_FROM, JUDGED_FROM - 1)
  const outbreak = addOutbreak(factor, JUDGED_FROM, WEEKS)
  return { points: [...counts].map((count, week) => ({ at: STARTED_AT + week * WEEK_MS, count })), outbreak }
}

/** Tells per judged week (a position) whether it is an alarm. */
export type WeeklyDetector = (points: readonly SeriesPoint[]) => (position: number) => boolean

export const ours =
  (nominal: number): WeeklyDetector =>
  (points) => {
    const verdicts = detectSeries(points, { falseAlarmsPerYear: (nominal * 365.25) / 7, stepMs: WEEK_MS })
    return (position) => verdicts[position]!.alarm
  }

export type NoufailyFigures = {
  falsePositiveRate: number
  largestScenarioRate: number
  probabilityOfDetection: number
  /** The same over the 18 scenarios of few: theta up to 0.5. */
  sparseProbability: number
  firstWeek: number
  millisecondsPerPoint: number
}

/** Runs a detector over all scenarios, factors 1 to 10 in turn. */
export function measureNoufaily(detector: WeeklyDetector, replicates: number, seed: number): NoufailyFigures {
  const scenarios = SCENARIOS.map((scenario, at) => {
    const tally = { wrong: 0, quiet: 0, found: 0, atOnce: 0, ms: 0, isSparse: scenario.theta <= 0.5 }
    for (let replicate = 0; replicate < replicates; replicate++) {
      const { points, outbreak } = simulateSeries(scenario, 1 + (replicate % 10), createChance(seed + at * 100_003 + replicate))
      const startedMs = performance.now()
      const isAlarm = detector(points)
      const alarms = Array.from({ length: WEEKS - JUDGED_FROM + 1 }, (_, week) => isAlarm(JUDGED_FROM - 1 + week))
      tally.ms += performance.now() - startedMs
      const isIn = (week: number) =>
        outbreak !== null && JUDGED_FROM - 1 + week >= outbreak.first && JUDGED_FROM - 1 + week <= outbreak.last
      for (const [week, isWrong] of alarms.entries()) {
        if (isIn(week)) continue
        tally.quiet += 1
        if (isWrong) tally.wrong += 1
      }
      if (alarms.some((alarm, week) => alarm && isIn(week))) tally.found += 1
      if (outbreak && alarms[outbreak.first - JUDGED_FROM + 1]) tally.atOnce += 1
    }
    return tally
  })
  const total = (of: (tally: (typeof scenarios)[number]) => number, over = scenarios) => over.reduce((sum, tally) => sum + of(tally), 0)
  const sparse = scenarios.filter(({ isSparse }) => isSparse)
  return {
    falsePositiveRate: total(({ wrong }) => wrong) / total(({ quiet }) => quiet),
    largestScenarioRate: Math.max(...scenarios.map(({ wrong, quiet }) => wrong / quiet)),
    probabilityOfDetection: total(({ found }) => found) / (scenarios.length * replicates),
    sparseProbability: total(({ found }) => found, sparse) / (sparse.length * replicates),
    firstWeek: total(({ atOnce }) => atOnce) / (scenarios.length * replicates),
    millisecondsPerPoint: total(({ ms }) => ms) / (scenarios.length * replicates * WEEKS),
  }
}
