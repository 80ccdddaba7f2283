import type { HandoverKind, MessageOut, NewHandover, Taxonomy } from '@rumoer/contracts'
import { addDays, atClock, noonOf } from './dates.ts'

/** One hand-over as it stands in the form. `receiver` is `kind:code`, or the kind alone. */
export type HandoverDraft = {
  kind: HandoverKind
  receiver: string
  person: { id: string; name: string } | null
  day: string
  time: string
  mail: string
  note: string
}

const DEFAULT_DAYS: Readonly<Record<HandoverKind, number>> = { melding: 5, symptom: 2, engagement: 2, callback: 1 }
const FACET_KINDS = ['melding', 'symptom', 'engagement'] as const
const END_OF_DAY = '17:00'

/** The kinds that the machine read, or a person corrected, in a message: all of them at once. A report is always one too. */
export function suggestedKinds(message: Pick<MessageOut, 'kind' | 'reading'>): HandoverKind[] {
  const facets = message.reading?.facets.map(({ facet }) => facet) ?? []
  return FACET_KINDS.filter((kind) => facets.includes(kind) || (kind === 'melding' && message.kind === 'melding'))
}

type About = { message: MessageOut | null; taxonomy: Taxonomy | undefined; today: string; me: { id: string; name: string } | null }

/** A form with the usual receiver and term filled in. */
export function draftOf(kind: HandoverKind, { message, taxonomy, today, me }: About): HandoverDraft {
  const sub = taxonomy?.categories.flatMap((main) => main.subcategories).find(({ slug }) => slug === message?.reading?.category.sub)
  const days = kind === 'melding' ? (sub?.handlingDays ?? DEFAULT_DAYS.melding) : DEFAULT_DAYS[kind]
  const known = (code: string | null | undefined) => taxonomy?.departments.find((one) => one.code === code)?.code
  const department = known(message?.reading?.department) ?? known(sub?.departments[0])
  const wijk = message?.areaCodes.find((code) => code.startsWith('WK'))
  const receiver = {
    melding: department ? `department:${department}` : 'signalen',
    symptom: 'issue',
    engagement: wijk ? `wijkmanager:${wijk}` : 'participation',
    callback: 'person',
  }[kind]
  return {
    kind,
    receiver,
    person: kind === 'callback' ? me : null,
    day: workingDayAfter(today, days),
    time: END_OF_DAY,
    mail: '',
    note: '',
  }
}

/** The day that so many working days later is; holidays are not known here. */
export function workingDayAfter(day: string, count: number): string {
  let at = day
  for (let left = Math.max(1, Math.round(count)); left > 0; ) {
    at = addDays(at, 1)
    if (noonOf(at).getUTCDay() % 6 !== 0) left -= 1
  }
  return at
}

/** Whether somebody outside gets a link. */
export const isByLink = (receiver: string): boolean => /^(department|participation|wijkmanager)/.test(receiver)

export function bodyOf(draft: HandoverDraft): NewHandover {
  const [kind = '', code] = draft.receiver.split(':')
  return {
    kind: draft.kind,
    receiver: { kind: kind as NewHandover['receiver']['kind'], code: code ?? draft.person?.id ?? null },
    dueAt: atClock(draft.day, draft.time).toISOString(),
    note: draft.note.trim(),
    mail: isByLink(draft.receiver) && draft.mail.trim() !== '' ? draft.mail.trim() : null,
    externalId: null,
  }
}
