import { randomUUID } from 'node:crypto'
import { type Handover, OPEN_HANDOVER_STATUSES } from '@rumoer/contracts'
import { and, eq, gt, sql } from 'drizzle-orm'
import { appendEvents } from './append-events.ts'
import type { Database, Transaction } from './database.ts'
import { StaleVersionError } from './errors.ts'
import { handoverEvent, logHandovers, type Step } from './handover-log.ts'
import type { HandoverChange, HandoverInput, HandoverQuestions } from './handover-questions.ts'
import { readHandovers, readHandoversById } from './handover-rows.ts'
import { handovers } from './schema/index.ts'

const FIRST_VERSION = 1

export function handoverQuestions(database: Database): HandoverQuestions {
  /** Runs a change, with the steps that tell it and their events, and answers the hand-overs as they are then. */
  const write = async (
    municipalityId: number,
    { by, now, epoch }: { by: string | null; now: Date; epoch?: number },
    work: (tx: Transaction) => Promise<{ ids: string[]; steps: readonly Step[] }>,
  ): Promise<Handover[]> => {
    const changed = await database.transact(async (tx) => {
      const { ids, steps } = await work(tx)
      if (ids.length === 0) return []
      const before = await readHandoversById(tx, municipalityId, ids, now)
      const entries = before.flatMap((handover) => steps.map((step) => ({ handover, step })))
      await logHandovers(tx, municipalityId, entries, { by, now })
      const found = await readHandoversById(tx, municipalityId, ids, now)
      await appendEvents(tx, municipalityId, found.map(handoverEvent), { now, ...(epoch === undefined ? {} : { epoch }) })
      return found
    })
    if (changed.length > 0) database.hints.send(municipalityId)
    return changed
  }
  const byId = (municipalityId: number, id: string, now: Date) =>
    database.snapshot(async (tx) => (await readHandoversById(tx, municipalityId, [id], now))[0] ?? null)

  return {
    list: (municipalityId, filter, now) => database.snapshot((tx) => readHandovers(tx, municipalityId, filter, now)),
    byId,
    async add(municipalityId, inputs, { by, now }) {
      const rows = inputs.map((input) => ({ ...toRow(input), municipalityId, by, createdAt: now }))
      const added = await write(municipalityId, { by, now }, async (tx) => {
        await tx.orm.insert(handovers).values(rows)
        return { ids: rows.map(({ id }) => id), steps: [{ type: 'made', text: '' }] }
      })
      return rows.flatMap(({ id }) => added.find((one) => one.id === id) ?? [])
    },
    async change(municipalityId, id, change) {
      const { by, now } = change
      const [changed] = await write(municipalityId, { by, now }, async (tx) => {
        await tx.orm.select({ id: handovers.id }).from(handovers).where(isThe(municipalityId, id)).for('update')
        const [present] = await readHandoversById(tx, municipalityId, [id], now)
        if (!present) return { ids: [], steps: [] }
        if (present.version !== change.version)
          throw new StaleVersionError(`hand-over ${id}: version ${change.version}, expected ${present.version}`, present)
        const columns = columnsOf(present, change)
        if (Object.keys(columns).length === 0 && change.answer === undefined) return { ids: [], steps: [] }
        await tx.orm
          .update(handovers)
          .set({ ...columns, version: present.version + 1 })
          .where(isThe(municipalityId, id))
        return { ids: [id], steps: stepsOf(present, change) }
      })
      return changed ?? byId(municipalityId, id, now)
    },
    async renewLink(municipalityId, id, { until, by, now }) {
      let version: number | null = null
      await write(municipalityId, { by, now }, async (tx) => {
        const [row] = await tx.orm
          .update(handovers)
          .set({ linkVersion: sql`${handovers.linkVersion} + 1`, linkUntil: until })
          .where(isThe(municipalityId, id))
          .returning({ version: handovers.linkVersion })
        version = row?.version ?? null
        return row ? { ids: [id], steps: [{ type: 'link', text: until?.toISOString() ?? '' }] } : { ids: [], steps: [] }
      })
      return version
    },
    byLink: (id, linkVersion, now) =>
      database.snapshot(async (tx) => {
        const works = and(eq(handovers.id, id), eq(handovers.linkVersion, linkVersion), gt(handovers.linkUntil, now))
        const [row] = await tx.orm.select({ municipalityId: handovers.municipalityId }).from(handovers).where(works)
        if (!row) return null
        const [handover] = await readHandoversById(tx, row.municipalityId, [id], now)
        return handover ? { municipalityId: row.municipalityId, handover } : null
      }),
    async settle({ municipalityId, epoch }, now) {
      const settled = await write(municipalityId, { by: null, now, epoch }, async (tx) => ({
        ids: (await tx.rows<{ id: string }>({ name: 'settle-handovers', text: SETTLE, values: [municipalityId, now] })).map(({ id }) => id),
        steps: [{ type: 'followed', text: '' }],
      }))
      return settled.length
    },
  }
}

/** A report that the receiver's system closed after it was handed over. */
const SETTLE = `update handovers h set status = 'done', closed_at = $2, reacted_at = coalesce(h.reacted_at, $2), version = h.version + 1
  where h.municipality_id = $1 and h.status in ('waiting', 'taken') and h.external_id is not null and exists (select from messages m
    where m.municipality_id = h.municipality_id and m.kind = 'melding' and m.external_id = h.external_id and m.closed_at > h.created_at and m.closed_at <= $2)
  returning h.id`

const isThe = (municipalityId: number, id: string) => and(eq(handovers.municipalityId, municipalityId), eq(handovers.id, id))

const toRow = ({ receiver, ...input }: HandoverInput) => ({
  ...input,
  id: randomUUID(),
  status: 'waiting' as const,
  receiverKind: receiver.kind,
  receiverCode: receiver.code,
  receiverName: receiver.name,
  version: FIRST_VERSION,
})

/** Only what differs. A withdrawn hand-over is no longer open to its receiver. */
function columnsOf(present: Handover, { status, dueAt, note, externalId, mail, answer, now }: HandoverChange) {
  const isNew = status !== undefined && status !== present.status
  const isOpen = status === undefined || OPEN_HANDOVER_STATUSES.includes(status)
  const reacts = present.reactedAt === null && (answer !== undefined || (isNew && status !== 'withdrawn' && status !== 'waiting'))
  return {
    ...(isNew ? { status, closedAt: isOpen ? null : now } : {}),
    ...(isNew && status === 'withdrawn' ? { linkUntil: null } : {}),
    ...(reacts ? { reactedAt: now } : {}),
    ...(dueAt !== undefined && dueAt.getTime() !== Date.parse(present.dueAt) ? { dueAt } : {}),
    ...(note !== undefined && note !== present.note ? { note } : {}),
    ...(externalId !== undefined && externalId !== (present.external?.id ?? null) ? { externalId } : {}),
    ...(mail !== undefined && mail !== present.mail ? { mail } : {}),
  }
}

function stepsOf(present: Handover, { status, dueAt, answer }: HandoverChange): Step[] {
  const steps: Step[] = []
  if (answer !== undefined) steps.push({ type: 'answer', text: answer })
  else if (status !== undefined && status !== present.status) steps.push({ type: 'status', text: '' })
  if (dueAt !== undefined && dueAt.getTime() !== Date.parse(present.dueAt)) steps.push({ type: 'term', text: dueAt.toISOString() })
  return steps
}
