import { isOnDuty } from '@rumoer/analysis/decide'
import type { Receiver, RuleVersion } from '@rumoer/contracts'
import type { DeliveryInput } from '@rumoer/store'

/** What a notice is grouped by: an issue or a finding, its area and its category. */
export type About = { issueId: string; areaCode: string | null; category: string }

/** Whoever is on call, or everybody of the rule when nobody is. */
export function receiversOf({ id, definition }: RuleVersion, { issueId, areaCode, category }: About, at: Date): DeliveryInput[] {
  const { receivers, grouping, quietHours, repeatMinutes, level } = definition
  const isReachable = (one: Receiver) => one.channel === 'webhook' || one.onCall.length === 0 || isOnDuty(one.onCall, at.getTime())
  const people = receivers.filter(({ channel }) => channel === 'mail')
  const called = people.some(isReachable) ? people.filter(isReachable) : people
  const group = { issue: issueId, area: areaCode ?? 'nowhere', category }[grouping.by]
  return [...called, ...receivers.filter(({ channel }) => channel === 'webhook')].map((one) => ({
    ruleId: id,
    channel: one.channel,
    target: one.channel === 'mail' ? one.user : one.webhook,
    digest: one.channel === 'mail' && one.digest && level !== 'crisis',
    groupKey: `${id}/${group}`,
    groupMinutes: grouping.minutes,
    quiet: level === 'crisis' ? null : quietHours,
    repeatMinutes,
  }))
}
