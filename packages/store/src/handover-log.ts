import type { Handover, HandoverKind, HandoverStatus, HandoverStep, StreamEvent } from '@rumoer/contracts'
import type { Transaction } from './database.ts'
import { handoverNewsOf } from './handover-rows.ts'
import { logIssues } from './issue-log.ts'
import { momentWords } from './moment-words.ts'
import { handoverLog } from './schema/index.ts'

const KIND_WORDS: Readonly<Record<HandoverKind, string>> = {
  melding: 'Melding',
  symptom: 'Symptoom',
  engagement: 'Aanbod van inwoners',
  callback: 'Terugbelbelofte',
}
const STATUS_WORDS: Readonly<Record<HandoverStatus, string>> = {
  waiting: 'wacht op reactie',
  taken: 'opgepakt',
  returned: 'teruggegeven',
  done: 'klaar',
  withdrawn: 'ingetrokken',
}

export type Step = Pick<HandoverStep, 'type' | 'text'>
type Done = { by: string | null; now: Date }

/** Writes the step of each hand-over, and the same on the timeline of its issue: there without a word that anybody typed. */
export async function logHandovers(
  tx: Transaction,
  municipalityId: number,
  steps: readonly { handover: Handover; step: Step }[],
  { by, now }: Done,
): Promise<void> {
  if (steps.length === 0) return
  const rows = steps.map(({ handover: { id, status }, step }) => ({ municipalityId, handoverId: id, at: now, by, status, ...step }))
  await tx.orm.insert(handoverLog).values(rows)
  const told = steps.flatMap(({ handover, step }) => {
    const text = issueWords(handover, step)
    return handover.issue === null || text === null ? [] : [{ issueId: handover.issue, at: now, type: 'handover' as const, by, text }]
  })
  logIssues(tx, municipalityId, told)
}

function issueWords({ kind, status, receiver, dueAt }: Handover, { type }: Step): string | null {
  const name =
    kind === 'symptom' ? 'Symptoom bij dit issue' : kind === 'callback' ? 'Terugbelbelofte' : `${KIND_WORDS[kind]} bij ${receiver.name}`
  switch (type) {
    case 'made':
      return madeWords(kind, receiver.name, momentWords(new Date(dueAt)))
    case 'term':
      return `${name}: nieuwe termijn ${momentWords(new Date(dueAt))}`
    case 'followed':
      return `${name}: daar gesloten`
    case 'link':
      return null
    default:
      return `${name}: ${STATUS_WORDS[status]}`
  }
}

function madeWords(kind: HandoverKind, to: string, until: string): string {
  if (kind === 'callback') return `${to} belt terug, uiterlijk ${until}`
  if (kind === 'symptom') return `Als symptoom bij dit issue gezet, uiterlijk ${until}`
  return `${KIND_WORDS[kind]} overgedragen aan ${to}, uiterlijk ${until}`
}

export const handoverEvent = (handover: Handover): StreamEvent => ({ type: 'handover.changed', data: handoverNewsOf(handover) })
