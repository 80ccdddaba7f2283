import { z } from 'zod'
import { pageQuery } from './paging.ts'
import { areaCode, id, instant } from './primitives.ts'

/** What of a message is handed over: the report, the structural trouble behind it, the hand that a resident holds out, or a promise to call back. */
export const HANDOVER_KINDS = ['melding', 'symptom', 'engagement', 'callback'] as const
export const handoverKind = z.enum(HANDOVER_KINDS)
export type HandoverKind = z.infer<typeof handoverKind>

/** `returned`: the receiver says that it is not theirs; it waits for whoever handed it over. */
export const HANDOVER_STATUSES = ['waiting', 'taken', 'returned', 'done', 'withdrawn'] as const
export const handoverStatus = z.enum(HANDOVER_STATUSES)
export type HandoverStatus = z.infer<typeof handoverStatus>
export const OPEN_HANDOVER_STATUSES: readonly HandoverStatus[] = ['waiting', 'taken', 'returned']

export const RECEIVER_KINDS = ['signalen', 'department', 'issue', 'participation', 'wijkmanager', 'person'] as const
export const receiverKind = z.enum(RECEIVER_KINDS)
export type ReceiverKind = z.infer<typeof receiverKind>

/** Who may get what: a symptom always goes to an issue, a promise to a colleague. */
export const RECEIVERS_OF: Readonly<Record<HandoverKind, readonly ReceiverKind[]>> = {
  melding: ['signalen', 'department'],
  symptom: ['issue'],
  engagement: ['participation', 'wijkmanager', 'department'],
  callback: ['person'],
}

/** `code`: of the department, the wijk, the issue or the colleague; null where there is one of the kind. */
export const handoverReceiver = z.object({ kind: receiverKind, code: z.string().nullable(), name: z.string() })
export type HandoverReceiver = z.infer<typeof handoverReceiver>

const fields = {
  receiver: z.strictObject({ kind: receiverKind, code: z.string().min(1).max(100).nullable().default(null) }),
  /** Where the link to read and answer goes; null: nobody is mailed. */
  mail: z.email().max(200).nullable(),
  note: z.string().trim().max(2_000),
  /** Number of the report in the receiver's own system, such as Signalen's. */
  externalId: z.string().trim().min(1).max(100).nullable(),
  dueAt: instant,
}

export const newHandover = z
  .strictObject({
    kind: handoverKind,
    receiver: fields.receiver,
    dueAt: fields.dueAt,
    note: fields.note.default(''),
    mail: fields.mail.default(null),
    externalId: fields.externalId.default(null),
  })
  .superRefine(({ kind, receiver: { kind: wanted } }, context) => {
    const allowed = RECEIVERS_OF[kind]
    if (!allowed.includes(wanted))
      context.addIssue({
        code: 'custom',
        path: ['receiver', 'kind'],
        input: wanted,
        message: `expected one of ${allowed.join(', ')} for a ${kind}`,
      })
  })
export type NewHandover = z.infer<typeof newHandover>

/** One message, or one issue as a whole, handed over to as many receivers as it concerns. */
export const newHandovers = z
  .strictObject({
    message: id.nullable().default(null),
    issue: id.nullable().default(null),
    handovers: z.array(newHandover).min(1, 'expected at least one hand-over').max(10),
  })
  .refine(({ message, issue }) => (message === null) !== (issue === null), 'expected either a message or an issue')
export type NewHandovers = z.infer<typeof newHandovers>

/** `version` is the version the person saw: a stale one is refused with 409 and the present hand-over. */
export const handoverPatch = z.strictObject({
  version: z.int().positive(),
  status: handoverStatus.optional(),
  dueAt: fields.dueAt.optional(),
  note: fields.note.optional(),
  externalId: fields.externalId.optional(),
  mail: fields.mail.optional(),
})
export type HandoverPatch = z.infer<typeof handoverPatch>

/** What the receiver says back. */
export const handoverAnswer = z.strictObject({
  version: z.int().positive(),
  status: z.enum(['taken', 'returned', 'done']),
  text: z.string().trim().max(2_000).default(''),
})
export type HandoverAnswer = z.infer<typeof handoverAnswer>

/** One step in the life of a hand-over; `text` is the words of whoever answered. */
export const handoverStep = z.object({
  at: instant,
  type: z.enum(['made', 'status', 'answer', 'term', 'link', 'followed']),
  by: z.string().nullable(),
  status: handoverStatus,
  text: z.string(),
})
export type HandoverStep = z.infer<typeof handoverStep>

export const handover = z.object({
  id,
  kind: handoverKind,
  status: handoverStatus,
  message: id.nullable(),
  issue: id.nullable(),
  issueTitle: z.string().nullable(),
  receiver: handoverReceiver,
  mail: z.string().nullable(),
  note: z.string(),
  /** The report in the receiver's own system: `known` once it came in here too, `closedAt` as it says there. */
  external: z.object({ id: z.string(), known: z.boolean(), closedAt: instant.nullable() }).nullable(),
  dueAt: instant,
  /** First answer or change by the receiver. */
  reactedAt: instant.nullable(),
  closedAt: instant.nullable(),
  overdue: z.boolean(),
  /** Until when the link works; null: there is none that does. */
  linkUntil: instant.nullable(),
  /** The message was erased: its words are gone here too. */
  erased: z.boolean(),
  by: z.string().nullable(),
  createdAt: instant,
  version: z.int().positive(),
  history: z.array(handoverStep),
})
export type Handover = z.infer<typeof handover>

/** A hand-over with the link for its receiver, which is told only here. `mailed`: it went out by mail as well. */
export const handoverWithLink = handover.extend({ link: z.string().nullable(), mailed: z.boolean() })
export type HandoverWithLink = z.infer<typeof handoverWithLink>

/** What the stream tells of one: no words and no names. */
export const handoverNews = z.object({
  id,
  version: z.int().positive(),
  kind: handoverKind,
  status: handoverStatus,
  issue: id.nullable(),
  message: id.nullable(),
  receiver: receiverKind,
  dueAt: instant,
  reactedAt: instant.nullable(),
})
export type HandoverNews = z.infer<typeof handoverNews>

export const handoverQuery = {
  ...pageQuery,
  kind: handoverKind.optional(),
  /** `open`: whatever still asks for something. */
  status: z.union([handoverStatus, z.literal('open')]).optional(),
  overdue: z.stringbool().optional(),
  receiver: receiverKind.optional(),
  receiverCode: z.string().max(100).optional(),
  message: id.optional(),
  issue: id.optional(),
}

/** What its receiver sees: this hand-over and what it is about, and nothing else. */
export const handedOver = handover
  .pick({ id: true, kind: true, status: true, receiver: true, note: true, dueAt: true, overdue: true, reactedAt: true, version: true })
  .extend({
    municipality: z.string(),
    by: z.string().nullable(),
    createdAt: instant,
    history: z.array(handoverStep),
    about: z.object({
      title: z.string().nullable(),
      areas: z.array(z.object({ code: areaCode, name: z.string() })),
      channel: z.string().nullable(),
      writtenAt: instant.nullable(),
      /** Null: there are no words, or they may not stand behind a link. */
      text: z.string().nullable(),
      /** The subject may not stand behind a link: who may read it signs in. */
      sensitive: z.boolean(),
    }),
  })
export type HandedOver = z.infer<typeof handedOver>

/** Whether its term is over: of an offer of help the first reaction counts, of all else that it is done. */
export function isOverdue(one: Pick<Handover, 'kind' | 'status' | 'dueAt' | 'reactedAt'>, nowMs: number): boolean {
  if (!OPEN_HANDOVER_STATUSES.includes(one.status)) return false
  if (one.kind === 'engagement' && one.reactedAt !== null && one.status !== 'returned') return false
  return Date.parse(one.dueAt) < nowMs
}
