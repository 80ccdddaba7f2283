import { randomUUID } from 'node:crypto'
import { CONTENT_STATUSES, type Crisis, type HeldItem } from '@rumoer/contracts'
import { and, asc, eq, gt, isNull, sql } from 'drizzle-orm'
import { appendEvents } from './append-events.ts'
import type { CrisisQuestions } from './crisis-questions.ts'
import type { Database, Transaction } from './database.ts'
import { ConflictError } from './errors.ts'
import { contentItems, crises, heldItems } from './schema/index.ts'

/** What is out already, or will never be, is not held back. */
const DONE: readonly (typeof CONTENT_STATUSES)[number][] = ['published', 'cancelled']
const HOLD = `insert into held_items (municipality_id, crisis_id, item_id, held_at)
  select $1, $2, id, $3 from content_items
  where municipality_id = $1 and planned_on >= ($3::timestamptz at time zone 'Europe/Amsterdam')::date and status = any($4::text[])
  on conflict (crisis_id, item_id) do nothing`

export function crisisQuestions(database: Database): CrisisQuestions {
  const { orm } = database
  const running = (municipalityId: number) => and(eq(crises.municipalityId, municipalityId), isNull(crises.endedAt))
  const waiting = (municipalityId: number) => and(eq(heldItems.municipalityId, municipalityId), isNull(heldItems.releasedAt))

  /** Runs a change, and tells every screen that something changed when it did. */
  const change = async <Result>(
    municipalityId: number,
    now: Date,
    work: (tx: Transaction) => Promise<Result | null>,
  ): Promise<Result | null> => {
    const result = await database.transact(async (tx) => {
      const done = await work(tx)
      if (done !== null) {
        const [row] = await tx.orm.select().from(crises).where(running(municipalityId))
        await appendEvents(tx, municipalityId, [{ type: 'crisis.changed', data: { since: row?.startedAt.toISOString() ?? null } }], { now })
      }
      return done
    })
    if (result !== null) database.hints.send(municipalityId)
    return result
  }
  const hold = async (tx: Transaction, municipalityId: number, id: string, now: Date) => {
    const open = CONTENT_STATUSES.filter((status) => !DONE.includes(status))
    await tx.write({ text: HOLD, values: [municipalityId, id, now, `{${open.join(',')}}`] })
  }

  return {
    async present(municipalityId) {
      const [row] = await orm.select().from(crises).where(running(municipalityId))
      return row ? toCrisis(row) : null
    },
    async start(municipalityId, { reason, freeze, by, now }) {
      const started = await change(municipalityId, now, async (tx) => {
        const [row] = await tx.orm
          .insert(crises)
          .values({ id: randomUUID(), municipalityId, reason, startedBy: by, startedAt: now, frozen: freeze })
          .onConflictDoNothing()
          .returning()
        if (!row) throw new ConflictError('crisis: one runs already, expected none')
        if (freeze) await hold(tx, municipalityId, row.id, now)
        return toCrisis(row)
      })
      return started!
    },
    freeze: (municipalityId, now) =>
      change(municipalityId, now, async (tx) => {
        const [row] = await tx.orm.update(crises).set({ frozen: true }).where(running(municipalityId)).returning()
        if (!row) return null
        await hold(tx, municipalityId, row.id, now)
        return toCrisis(row)
      }),
    async end(municipalityId, { by, now }) {
      const ended = await change(municipalityId, now, async (tx) => {
        const gone = await tx.orm
          .update(crises)
          .set({ endedBy: by, endedAt: now, linkUntil: null })
          .where(running(municipalityId))
          .returning()
        return gone[0] ?? null
      })
      return ended !== null
    },
    async held(municipalityId) {
      const rows = await orm
        .select({ item: contentItems, heldAt: heldItems.heldAt })
        .from(heldItems)
        .innerJoin(contentItems, eq(contentItems.id, heldItems.itemId))
        .where(waiting(municipalityId))
        .orderBy(asc(contentItems.plannedOn), asc(contentItems.title))
      return rows.map(
        ({ item, heldAt }): HeldItem => ({
          id: item.id,
          title: item.title,
          status: item.status as HeldItem['status'],
          plannedOn: item.plannedOn,
          channels: item.channels,
          heldAt: heldAt.toISOString(),
        }),
      )
    },
    async isHeld(municipalityId, itemId) {
      return (await orm.$count(heldItems, and(waiting(municipalityId), eq(heldItems.itemId, itemId)))) > 0
    },
    async release(municipalityId, itemId, { by, now }) {
      const released = await change(municipalityId, now, async (tx) => {
        const rows = await tx.orm
          .update(heldItems)
          .set({ releasedBy: by, releasedAt: now })
          .where(and(waiting(municipalityId), eq(heldItems.itemId, itemId)))
          .returning()
        return rows[0] ?? null
      })
      return released !== null
    },
    share: (municipalityId, until, now) =>
      change(municipalityId, now, async (tx) => {
        const [row] = await tx.orm
          .update(crises)
          .set({ linkVersion: sql`${crises.linkVersion} + 1`, linkUntil: until })
          .where(running(municipalityId))
          .returning()
        return row ? { id: row.id, version: row.linkVersion } : null
      }),
    async unshare(municipalityId, now) {
      await change(municipalityId, now, async (tx) => {
        const [row] = await tx.orm
          .update(crises)
          .set({ linkVersion: sql`${crises.linkVersion} + 1`, linkUntil: null })
          .where(running(municipalityId))
          .returning()
        return row ?? null
      })
    },
    async byLink(id, version, now) {
      const [row] = await orm
        .select()
        .from(crises)
        .where(and(eq(crises.id, id), eq(crises.linkVersion, version), isNull(crises.endedAt), gt(crises.linkUntil, now)))
      return row ? { municipalityId: row.municipalityId, crisis: toCrisis(row) } : null
    },
  }
}

const toCrisis = ({ id, reason, startedBy, startedAt, frozen, linkUntil }: typeof crises.$inferSelect): Crisis => ({
  id,
  reason,
  startedBy,
  startedAt: startedAt.toISOString(),
  frozen,
  linkUntil: linkUntil?.toISOString() ?? null,
})
