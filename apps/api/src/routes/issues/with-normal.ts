import { expectedBetween, type Normal } from '@rumoer/analysis/detect'
import type { Issue, Timeline } from '@rumoer/contracts'

const HOUR_MS = 3_600_000
/** Standard deviations above the mean that still count as ordinary. */
const ORDINARY_DEVIATIONS = 2

/** Puts beside each hour what is ordinary then, for the issue's category in the smallest area that holds it. */
export function withNormal(
  hours: readonly { at: string; messages: number }[],
  issue: Pick<Issue, 'areaCodes' | 'category'>,
  normal: Normal,
): Timeline['hours'] {
  const where = { areaCode: placeOf(issue.areaCodes), category: issue.category.main }
  const counts = new Map(hours.map(({ at, messages }) => [Date.parse(at), messages]))
  return everyHour(hours).map((from) => {
    const messages = counts.get(from) ?? 0
    const { mean, dispersion } = expectedBetween(normal, where, from, from + HOUR_MS)
    return { at: new Date(from).toISOString(), messages, expected: mean, upper: mean + ORDINARY_DEVIATIONS * Math.sqrt(mean * dispersion) }
  })
}

/** The hours from the first to the last one, silent ones included, in milliseconds. */
function everyHour(hours: readonly { at: string }[]): number[] {
  const first = hours[0]
  const last = hours.at(-1)
  if (!first || !last) return []
  const count = Math.round((Date.parse(last.at) - Date.parse(first.at)) / HOUR_MS) + 1
  return Array.from({ length: count }, (_, hour) => Date.parse(first.at) + hour * HOUR_MS)
}

const LEVELS = ['BU', 'WK', 'GM']

/** The smallest area that holds the whole issue; null when it is not known. */
function placeOf(codes: readonly string[]): string | null {
  for (const level of LEVELS) {
    const [code, ...others] = codes.filter((one) => one.startsWith(level))
    if (code !== undefined && others.length === 0) return code
  }
  return null
}
