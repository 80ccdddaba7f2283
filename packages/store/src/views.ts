import { randomUUID } from 'node:crypto'
import type { SavedView } from '@rumoer/contracts'
import { and, asc, desc, eq, getTableColumns, or, sql } from 'drizzle-orm'
import type { Database } from './database.ts'
import { ConflictError } from './errors.ts'
import { savedViews, users } from './schema/index.ts'
import type { ViewQuestions } from './view-questions.ts'

const MOST_VIEWS = 100

export function viewQuestions({ orm }: Database): ViewQuestions {
  const own = (municipalityId: number, ownerId: string) =>
    and(eq(savedViews.municipalityId, municipalityId), eq(savedViews.ownerId, ownerId))
  const byId = async (municipalityId: number, ownerId: string, id: string): Promise<SavedView | null> => {
    const found = await listed(and(own(municipalityId, ownerId), eq(savedViews.id, id)), ownerId)
    return found[0] ?? null
  }
  const listed = async (which: ReturnType<typeof and>, ownerId: string): Promise<SavedView[]> => {
    const rows = await orm
      .select({ ...getTableColumns(savedViews), owner: users.name })
      .from(savedViews)
      .leftJoin(users, eq(users.id, savedViews.ownerId))
      .where(which)
      .orderBy(desc(sql`${savedViews.ownerId} = ${ownerId}::uuid`), sql`${savedViews.name} collate "und-x-icu"`, asc(savedViews.id))
    return rows.map(({ id, name, address, shared, createdAt, owner, ...row }) => ({
      id,
      name,
      address,
      shared,
      mine: row.ownerId === ownerId,
      owner,
      createdAt: createdAt.toISOString(),
    }))
  }
  return {
    list: (municipalityId, ownerId) =>
      listed(and(eq(savedViews.municipalityId, municipalityId), or(eq(savedViews.ownerId, ownerId), savedViews.shared)), ownerId),
    async add(municipalityId, ownerId, { now, ...view }) {
      if ((await orm.$count(savedViews, own(municipalityId, ownerId))) >= MOST_VIEWS)
        throw new ConflictError(`views: ${MOST_VIEWS} kept already, expected fewer; remove one first`)
      const id = randomUUID()
      await orm.insert(savedViews).values({ id, municipalityId, ownerId, ...view, createdAt: now })
      return (await byId(municipalityId, ownerId, id))!
    },
    async change(municipalityId, ownerId, id, patch) {
      const change = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined))
      await orm
        .update(savedViews)
        .set(change)
        .where(and(own(municipalityId, ownerId), eq(savedViews.id, id)))
      return byId(municipalityId, ownerId, id)
    },
    async remove(municipalityId, ownerId, id) {
      const gone = await orm
        .delete(savedViews)
        .where(and(own(municipalityId, ownerId), eq(savedViews.id, id)))
        .returning({ id: savedViews.id })
      return gone.length > 0
    },
  }
}
