import type { Timeline } from '@rumoer/contracts'

const HOUR_MS = 3_600_000
const LEAST_HOURS = 24

/**
 * The last hours without holes, at most `most` and at least a day: an hour that the server leaves out had no message, and keeps the normal of
 * the hour next to it.
 */
export function everyHour(hours: Timeline['hours'], most: number): Timeline['hours'] {
  const first = hours[0]
  const last = hours.at(-1)
  if (!first || !last) return []
  const end = Date.parse(last.at)
  const count = Math.min(most, Math.max(LEAST_HOURS, (end - Date.parse(first.at)) / HOUR_MS + 1))
  const known = new Map(hours.map((hour) => [Date.parse(hour.at), hour]))
  let normal = hours.findLast((hour) => Date.parse(hour.at) <= end - (count - 1) * HOUR_MS) ?? first
  return Array.from({ length: count }, (_, index) => {
    const at = end - (count - 1 - index) * HOUR_MS
    const found = known.get(at)
    if (found) normal = found
    return found ?? { at: new Date(at).toISOString(), messages: 0, expected: normal.expected, upper: normal.upper }
  })
}
