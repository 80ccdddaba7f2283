import { randomUUID } from 'node:crypto'
import type { ContentItem, StreamEvent } from '@rumoer/contracts'
import { and, asc, eq, inArray, max, type SQL } from 'drizzle-orm'
import { appendEvents } from './append-events.ts'
import type { Database, Transaction } from './database.ts'
import { StaleVersionError } from './errors.ts'
import { logIssues } from './issue-log.ts'
import { readSeq } from './read-seq.ts'
import { contentItems, issues, users } from './schema/index.ts'
import type { PlanningQuestions } from './store.ts'

const FIRST_VERSION = 1

export function planningQuestions(database: Database): PlanningQuestions {
  /** Runs a change together with the event that tells it. */
  const change = async <Result>(
    municipalityId: number,
    now: Date,
    work: (tx: Transaction) => Promise<{ result: Result; event: StreamEvent | null }>,
  ): Promise<Result> => {
    const { result, event } = await database.transact(async (tx) => {
      const done = await work(tx)
      if (done.event) await appendEvents(tx, municipalityId, [done.event], { now })
      return done
    })
    if (event) database.hints.send(municipalityId)
    return result
  }
  return {
    list: (municipalityId) =>
      database.snapshot(async (tx) => ({
        items: await readItems(tx, eq(contentItems.municipalityId, municipalityId)),
        next: null,
        seq: await readSeq(tx, municipalityId),
      })),
    byId: (municipalityId, id) => database.snapshot((tx) => readItem(tx, municipalityId, id)),
    add: (municipalityId, { by, now, owner, ...input }) =>
      change(municipalityId, now, async (tx) => {
        const id = randomUUID()
        const position = await nextPosition(tx, municipalityId, input.status)
        await tx.orm.insert(contentItems).values({
          ...input,
          id,
          municipalityId,
          ownerId: owner,
          position,
          version: FIRST_VERSION,
          createdAt: now,
          updatedAt: now,
        })
        if (input.issueId !== null) {
          logIssues(tx, municipalityId, [{ issueId: input.issueId, at: now, type: 'content-item', by, text: `Gepland: ‘${input.title}’` }])
        }
        const item = (await readItem(tx, municipalityId, id))!
        return { result: item, event: { type: 'content-item.changed', data: item } }
      }),
    change: (municipalityId, id, { version, owner, by: _by, now, ...patch }) =>
      change(municipalityId, now, async (tx) => {
        const [row] = await tx.orm.select().from(contentItems).where(isThe(municipalityId, id)).for('update')
        if (!row) return { result: null, event: null }
        const present = (await readItem(tx, municipalityId, id))!
        if (present.version !== version) {
          throw new StaleVersionError(`content item ${id}: version ${version}, expected ${present.version}`, present)
        }
        const fields = { ...patch, ...(owner === undefined ? {} : { ownerId: owner }), version: version + 1, updatedAt: now }
        await tx.orm.update(contentItems).set(fields).where(isThe(municipalityId, id))
        const item = (await readItem(tx, municipalityId, id))!
        return { result: item, event: { type: 'content-item.changed', data: item } }
      }),
    remove: (municipalityId, id, now) =>
      change(municipalityId, now, async (tx) => {
        const gone = await tx.orm.delete(contentItems).where(isThe(municipalityId, id)).returning({ id: contentItems.id })
        return { result: gone.length > 0, event: gone.length > 0 ? { type: 'content-item.removed', data: { id } } : null }
      }),
  }
}

const isThe = (municipalityId: number, id: string) => and(eq(contentItems.municipalityId, municipalityId), eq(contentItems.id, id))

async function readItem(tx: Transaction, municipalityId: number, id: string): Promise<ContentItem | null> {
  return (await readItems(tx, isThe(municipalityId, id)))[0] ?? null
}

async function readItems({ orm }: Transaction, where: SQL | undefined): Promise<ContentItem[]> {
  const rows = await orm
    .select({ item: contentItems, ownerName: users.name, issueTitle: issues.title })
    .from(contentItems)
    .leftJoin(users, eq(users.id, contentItems.ownerId))
    .leftJoin(issues, eq(issues.id, contentItems.issueId))
    .where(where)
    .orderBy(asc(contentItems.position), asc(contentItems.createdAt), asc(contentItems.id))
  return rows.map(({ item, ownerName, issueTitle }) => ({
    id: item.id,
    title: item.title,
    status: item.status as ContentItem['status'],
    owner: item.ownerId !== null && ownerName !== null ? { id: item.ownerId, name: ownerName } : null,
    plannedOn: item.plannedOn,
    channels: item.channels,
    issueId: item.issueId,
    issueTitle,
    notes: item.notes,
    position: item.position,
    version: item.version,
    createdAt: item.createdAt.toISOString(),
    updatedAt: item.updatedAt.toISOString(),
  }))
}

/** At the end of its column. */
async function nextPosition({ orm }: Transaction, municipalityId: number, status: string): Promise<number> {
  const [row] = await orm
    .select({ last: max(contentItems.position) })
    .from(contentItems)
    .where(and(eq(contentItems.municipalityId, municipalityId), eq(contentItems.status, status)))
  return (row?.last ?? 0) + 1
}

/** What was planned about a swallowed issue is about the issue that it went into. */
export async function moveContentItems(
  tx: Transaction,
  municipalityId: number,
  from: readonly string[],
  into: string,
  only?: readonly string[],
): Promise<StreamEvent[]> {
  const ofThese = only === undefined ? undefined : inArray(contentItems.id, [...only])
  const moved = await tx.orm
    .update(contentItems)
    .set({ issueId: into })
    .where(and(eq(contentItems.municipalityId, municipalityId), inArray(contentItems.issueId, [...from]), ofThese))
    .returning({ id: contentItems.id })
  if (moved.length === 0) return []
  const items = await readItems(
    tx,
    inArray(
      contentItems.id,
      moved.map(({ id }) => id),
    ),
  )
  return items.map((item) => ({ type: 'content-item.changed', data: item }))
}
