const WEEK_HOURS = 168
const HOUR_MS = 3_600_000

/**
 * Sentry's ceiling for each hour from the week before it; ten times the largest hour with less than a week of history, and nothing before the first.
 *
 * max(largest · clip(5·e^(−.65·cv), 2, 5), mean + clip((mean + 5 sd) / mean, 5, 8) · mean), in which hours of the same weekday weigh twice in the mean.
 */
export function sentryCeilings(hours: readonly number[], startedAt: number): number[] {
  return hours.map((_, now) => {
    const before = hours.slice(Math.max(0, now - WEEK_HOURS), now)
    if (before.length === 0) return Number.POSITIVE_INFINITY
    const largest = before.reduce((most, count) => Math.max(most, count), 0)
    if (before.length < WEEK_HOURS) return 10 * largest
    const mean = before.reduce((sum, count) => sum + count, 0) / before.length
    if (mean === 0) return 0
    const sd = Math.sqrt(before.reduce((sum, count) => sum + (count - mean) ** 2, 0) / before.length)
    const dayOf = (hour: number) => Math.floor((startedAt + hour * HOUR_MS) / (24 * HOUR_MS)) % 7
    const weights = before.map((_, at) => (dayOf(now - before.length + at) === dayOf(now) ? 2 : 1))
    const weighed = before.reduce((sum, count, at) => sum + weights[at]! * count, 0) / weights.reduce((sum, weight) => sum + weight, 0)
    const byLargest = largest * clip(5 * Math.exp((-0.65 * sd) / mean), 2, 5)
    return Math.max(byLargest, weighed + clip((mean + 5 * sd) / mean, 5, 8) * mean)
  })
}

const clip = (value: number, low: number, high: number) => Math.max(low, Math.min(high, value))
