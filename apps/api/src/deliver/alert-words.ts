import { maskPersonalData } from '@rumoer/analysis/normalise'
import { type Alert, type Delivery, type Level, SENSITIVE_CATEGORIES } from '@rumoer/contracts'

const LEVEL_WORDS: Readonly<Record<Level, string>> = { calm: 'Rustig', attention: 'Let op', urgent: 'Urgent', crisis: 'Crisis' }

/** An alert with what is needed to tell of it. */
export type Told = { alert: Alert; category: string | null; areaNames: readonly string[]; issueLevel?: Level | null }

export const isSensitive = ({ category }: Told) => category !== null && SENSITIVE_CATEGORIES.includes(category)
/** Masked once more, and without subject where a person's correction made it a sensitive one since. */
const titleOf = (told: Told) => (isSensitive(told) ? 'Issue' : maskPersonalData(told.alert.title).text)
export const linkOf = (publicUrl: string, { alert }: Told) => (alert.issueId === null ? publicUrl : `${publicUrl}/issues/${alert.issueId}`)

export const subjectOf = (told: Told): string => `${LEVEL_WORDS[told.alert.level]}: ${titleOf(told)}`

/** What a mail says of one alert: level, what, where, why, and where to look. No names of colleagues or residents. */
export function alertLines(told: Told, publicUrl: string): string[] {
  const { alert, areaNames } = told
  return [
    subjectOf(told),
    ...(areaNames.length > 0 && !isSensitive(told) ? [`Waar: ${areaNames.join(', ')}`] : []),
    ...(isSensitive(told) ? [] : [`Waarom: ${maskPersonalData(alert.sentence).text}`]),
    `Regel: ${alert.rule}`,
    `Bekijk: ${linkOf(publicUrl, told)}`,
  ]
}

/** What happened, as the first line of a mail. */
export function newsOf(kind: Delivery['kind'], { status, level }: Alert, issueLevel: Level | null = null): string | null {
  if (kind === 'closed' || status === 'closed') return 'Deze attendering is gesloten.'
  if (kind === 'repeat') return 'Nog niemand pakt dit op.'
  if (kind === 'updated' && status === 'open' && issueLevel === 'calm') return 'Het is weer rustig.'
  if (kind === 'updated') return status === 'acknowledged' ? 'Iemand pakt dit op.' : `Het niveau is nu: ${LEVEL_WORDS[level]}.`
  return null
}

/** Names of the events that a webhook hears. */
const EVENT_TYPES = {
  raised: 'alert.raised',
  repeat: 'alert.repeated',
  updated: 'alert.updated',
  closed: 'alert.closed',
  digest: 'alert.updated',
} as const

/** The bytes of one webhook call: ids, state and numbers, no words of residents. */
export function webhookBody(kind: Delivery['kind'], told: Told, municipality: string, publicUrl: string, at: Date): Buffer {
  const { alert } = told
  const { id, issueId, status, level, observed, expected, windowHours, raisedAt, closedAt, rule, ruleId, ruleVersion } = alert
  const where = isSensitive(told)
    ? { areaCodes: [], sentence: '' }
    : { areaCodes: alert.areaCodes, sentence: maskPersonalData(alert.sentence).text }
  const data = {
    municipality,
    alert: {
      id,
      issueId,
      status,
      level,
      issueLevel: told.issueLevel ?? null,
      title: titleOf(told),
      ...where,
      observed,
      expected,
      windowHours,
      raisedAt,
      closedAt,
      rule,
      ruleId,
      ruleVersion,
    },
    url: linkOf(publicUrl, told),
  }
  return Buffer.from(JSON.stringify({ type: EVENT_TYPES[kind], timestamp: at.toISOString(), data }))
}
