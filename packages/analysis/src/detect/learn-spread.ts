import { HOURS_PER_WEEK } from './hour-of-week.ts'

/** Counts of a series, all weeks together, per hour of the week (those that are not 0), and the shape it is supposed to have. */
export type SpreadSeries = { hours: readonly (readonly [hourOfWeek: number, messages: number])[]; factors: Float64Array }
/** `dispersion`: variance over mean of what chance alone makes of an hour; `dayVariance`: squared relative spread of one day to the next. */
export type Spread = { dispersion: number; dayVariance: number }

/** What is believed beforehand, people tell each other and days differ by a fifth, and the messages that this belief weighs. */
const BELIEVED: Spread = { dispersion: 1.3, dayVariance: 0.04 }
const BELIEVED_MESSAGES = 500
const LEAST_DISPERSION = 1.05
const LEAST_WEEKS = 2
/** A surprise of more believed standard deviations than this is an incident, and is cut to it. */
const CUT = 5

/**
 * How counts of a municipality vary when nothing is going on, learnt from all its series together.
 *
 * Two sums of squared surprises are held against what chance (in proportion to the mean) and days that differ (in proportion to its square)
 * would make of them: one over hours of the week and one over weekdays. Both are shrunk towards what is believed beforehand; less than two
 * weeks of history, or no messages, give just that.
 *
 * @example learnSpread([], 8) // { dispersion: 1.3, dayVariance: 0.04 }
 *
 * Source: method of moments for a count with gamma distributed level (Böhning 1994, Statistica Neerlandica 48).
 */
export function learnSpread(series: readonly SpreadSeries[], weeks: number): Spread {
  if (weeks < LEAST_WEEKS) return BELIEVED
  let messages = 0
  const hourly = { squares: 0, meanSquares: 0 }
  const daily = { squares: 0, meanSquares: 0 }
  for (const { hours, factors } of series) {
    const counts = new Float64Array(HOURS_PER_WEEK)
    for (const [hour, count] of hours) counts[hour]! += count
    const total = counts.reduce((sum, count) => sum + count, 0)
    messages += total
    for (let day = 0; day < 7; day++) {
      let ofDay = 0
      let expectedOfDay = 0
      for (let hour = 24 * day; hour < 24 * (day + 1); hour++) {
        const expected = (total * factors[hour]!) / HOURS_PER_WEEK
        add(hourly, counts[hour]!, expected)
        ofDay += counts[hour]!
        expectedOfDay += expected
      }
      add(daily, ofDay, expectedOfDay)
    }
  }
  if (messages === 0) return BELIEVED
  // A series is judged around its own total, which takes a seventh of the spread of seven days away.
  const between = (7 / 6) * daily.squares - hourly.squares
  const dayVariance = Math.max(0, (between * weeks) / Math.max(1e-9, daily.meanSquares - hourly.meanSquares))
  const dispersion = Math.max(LEAST_DISPERSION, (hourly.squares - (dayVariance * hourly.meanSquares) / weeks) / messages)
  const towards = (found: number, believed: number) => (messages * found + BELIEVED_MESSAGES * believed) / (messages + BELIEVED_MESSAGES)
  return { dispersion: towards(dispersion, BELIEVED.dispersion), dayVariance: towards(dayVariance, BELIEVED.dayVariance) }
}

function add(sums: { squares: number; meanSquares: number }, count: number, expected: number): void {
  const believed = BELIEVED.dispersion * expected + BELIEVED.dayVariance * expected ** 2
  sums.squares += Math.min((count - expected) ** 2, CUT ** 2 * Math.max(believed, 0.25))
  sums.meanSquares += expected ** 2
}
