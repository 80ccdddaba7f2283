import { type Criterion, MEASURES, type Measure, type RuleDefinition } from '@rumoer/contracts'
import { useAreas, useCategoryNames } from '../../lib/names.ts'
import { useLocale, useText } from '../../lib/text.ts'
import { useChannelName } from '../../ui/use-channel-name.ts'

export const LIMITS = [
  { operator: '>=', id: 'atLeast' },
  { operator: '>', id: 'moreThan' },
  { operator: '<=', id: 'atMost' },
  { operator: '<', id: 'lessThan' },
  { operator: '=', id: 'exactly' },
] as const

/** As rules count them: 1 is Monday. */
export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const

/** Shares are kept from 0 to 1 and read as percentages. */
export const isShare = (measure: Measure): boolean => MEASURES[measure].scope === 'message'

/** One condition as a person says it: “ten minste 5 berichten in 24 uur”. */
export function useCriterionText(): (criterion: Criterion) => string {
  const text = useText()
  const locale = useLocale()
  return ({ measure, operator, threshold, windowHours }) => {
    const limit = text(`rule.limit.${LIMITS.find((one) => one.operator === operator)!.id}`)
    const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 })
    const isCount = !isShare(measure) && measure !== 'timesNormal'
    const amount = isCount ? threshold : number.format(isShare(measure) ? threshold * 100 : threshold)
    const says = text(`rule.says.${measure}`, { limit, amount })
    return windowHours === undefined ? says : `${says} ${text(`rule.in.${windowHours}`)}`
  }
}

/** Minutes as people say them: in hours where that is exact. */
export function useMinutesText(): (minutes: number) => string {
  const text = useText()
  return (minutes) => {
    const count = Math.abs(Math.round(minutes))
    if (count < 90) return text('rule.minutes', { count })
    return count < 2_880 ? text('rule.hours', { count: Math.round(count / 60) }) : text('days', { count: Math.round(count / 1_440) })
  }
}

/** Which messages a rule counts, as one sentence. */
export function useFilterText(): (filter: RuleDefinition['filter']) => string {
  const text = useText()
  const areas = useAreas(null)
  const categoryName = useCategoryNames()
  const channelName = useChannelName()
  return (filter) => {
    const named = {
      areas: filter.areas.map((code) => areas.get(code)?.name ?? code),
      categories: filter.categories.map(categoryName),
      channels: filter.channels.map(channelName),
      roles: filter.roles.map((role) => text(`residentRole.${role}`)),
      facets: filter.facets.map((facet) => text(`facet.${facet}`)),
      sentiments: filter.sentiments.map((label) => text(`sentiment.${label}`)),
    }
    const parts = (['areas', 'categories', 'channels', 'roles', 'facets', 'sentiments'] as const)
      .filter((name) => named[name].length > 0)
      .map((name) => text(`rule.only.${name}`, { names: named[name].join(', ') }))
    return parts.length === 0 ? `${text('rule.only.everything')}.` : `${text('rule.only')} ${parts.join(', ')}.`
  }
}
