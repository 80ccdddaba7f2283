import { type Handover, type HandoverNews, type HandoverStep, isOverdue, OPEN_HANDOVER_STATUSES } from '@rumoer/contracts'
import type { Transaction } from './database.ts'
import type { HandoverFilter } from './handover-questions.ts'
import { handovers } from './schema/index.ts'
import { selectList } from './unnest.ts'

type HandoverRow = typeof handovers.$inferSelect
type ReadRow = HandoverRow & { issueTitle: string | null; known: boolean; followedAt: Date | null; history: HandoverStep[] }

const OPEN = `h.status in (${OPEN_HANDOVER_STATUSES.map((status) => `'${status}'`).join(', ')})`
/** `isOverdue` of the contracts, in the words of the database. */
const OVERDUE = `(${OPEN} and h.due_at < $2 and not (h.kind = 'engagement' and h.reacted_at is not null and h.status <> 'returned'))`
const STEPS = `coalesce((select json_agg(json_build_object('at', l.at, 'type', l.type, 'by', l.by, 'status', l.status, 'text', l.text) order by l.id)
  from handover_log l where l.handover_id = h.id), '[]')`
const FOLLOWED = `select m.closed_at from messages m where m.municipality_id = h.municipality_id and m.kind = 'melding' and m.external_id = h.external_id
  order by m.received_at desc limit 1`
const READ = `select ${selectList(handovers, 'h')}, i.title as "issueTitle", f.found is not null as known, f.closed_at as "followedAt", ${STEPS} as history
  from handovers h left join issues i on i.id = h.issue_id left join lateral (select true as found, closed_at from (${FOLLOWED}) m) f on true
  where h.municipality_id = $1`
const ORDER = `order by ${OVERDUE} desc, ${OPEN} desc, h.closed_at desc nulls first, h.due_at, h.id limit 5000`

/** What the conditions of a filter say; their values go from $3 on. */
const CONDITIONS: Readonly<Record<Exclude<keyof HandoverFilter, 'overdue'>, (parameter: string) => string>> = {
  kind: (value) => `h.kind = ${value}`,
  status: (value) => `(h.status = ${value} or (${value} = 'open' and ${OPEN}))`,
  receiver: (value) => `h.receiver_kind = ${value}`,
  receiverCode: (value) => `h.receiver_code = ${value}`,
  message: (value) => `h.message_id = ${value}::uuid`,
  issue: (value) => `h.issue_id = ${value}::uuid`,
  mail: (value) => `lower(h.mail) = lower(${value})`,
}

export async function readHandovers(tx: Transaction, municipalityId: number, filter: HandoverFilter, now: Date): Promise<Handover[]> {
  const { overdue, ...fields } = filter
  const given = Object.entries(fields).filter(([, value]) => value !== undefined) as [keyof typeof CONDITIONS, string][]
  const conditions = given.map(([field], at) => CONDITIONS[field](`$${at + 3}::text`))
  if (overdue !== undefined) conditions.push(overdue ? OVERDUE : `not ${OVERDUE}`)
  const text = [READ, ...conditions].join(' and ')
  const rows = await tx.rows<ReadRow>({ text: `${text} ${ORDER}`, values: [municipalityId, now, ...given.map(([, value]) => value)] })
  return rows.map((row) => toHandover(row, now))
}

/** In the order of the ids. */
export async function readHandoversById(tx: Transaction, municipalityId: number, ids: readonly string[], now: Date): Promise<Handover[]> {
  const rows = await tx.rows<ReadRow>({
    name: 'handovers-by-id',
    text: `${READ} and h.id = any($2::uuid[]) order by array_position($2::uuid[], h.id)`,
    values: [municipalityId, [...ids]],
  })
  return rows.map((row) => toHandover(row, now))
}

function toHandover(row: ReadRow, now: Date): Handover {
  const { kind, status } = row
  const dueAt = row.dueAt.toISOString()
  const reactedAt = row.reactedAt?.toISOString() ?? null
  const isIssue = row.receiverKind === 'issue'
  return {
    id: row.id,
    kind,
    status,
    message: row.messageId,
    issue: row.issueId,
    issueTitle: row.issueTitle,
    receiver: {
      kind: row.receiverKind,
      code: isIssue ? row.issueId : row.receiverCode,
      name: isIssue ? (row.issueTitle ?? row.receiverName) : row.receiverName,
    },
    mail: row.mail,
    note: row.note,
    external: row.externalId === null ? null : { id: row.externalId, known: row.known, closedAt: row.followedAt?.toISOString() ?? null },
    dueAt,
    reactedAt,
    closedAt: row.closedAt?.toISOString() ?? null,
    overdue: isOverdue({ kind, status, dueAt, reactedAt }, now.getTime()),
    linkUntil: row.linkUntil !== null && row.linkUntil > now ? row.linkUntil.toISOString() : null,
    erased: row.erasedAt !== null,
    by: row.by,
    createdAt: row.createdAt.toISOString(),
    version: row.version,
    history: row.history.map((step) => ({ ...step, at: new Date(step.at).toISOString() })),
  }
}

export const handoverNewsOf = ({ id, version, kind, status, issue, message, receiver, dueAt, reactedAt }: Handover): HandoverNews => ({
  id,
  version,
  kind,
  status,
  issue,
  message,
  receiver: receiver.kind,
  dueAt,
  reactedAt,
})
