import { expectedBetween, type Normal } from '@rumoer/analysis/detect'
import type { Issue, Timeline } from '@rumoer/contracts'

const HOUR_MS = 3_600_000
/** Standard deviations above the mean that still count as ordinary. */
const ORDINARY_DEVIATIONS = 2

/** Puts beside each hour what is ordinary then, for the issue's category in its place (the whole municipality when it has several). */
export function withNormal(
  hours: readonly { at: string; messages: number }[],
  issue: Pick<Issue, 'areaCodes' | 'category'>,
  normal: Normal,
): Timeline['hours'] {
  const where = { areaCode: issue.areaCodes.length === 1 ? issue.areaCodes[0]! : null, category: issue.category.main }
  return hours.map(({ at, messages }) => {
    const from = Date.parse(at)
    const { mean, dispersion } = expectedBetween(normal, where, from, from + HOUR_MS)
    return { at, messages, expected: mean, upper: mean + ORDINARY_DEVIATIONS * Math.sqrt(mean * dispersion) }
  })
}
