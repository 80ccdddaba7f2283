import { randomUUID } from 'node:crypto'
import { PERSONAL_CHANNELS } from '@rumoer/contracts'
import { and, asc, eq, type SQL } from 'drizzle-orm'
import type { Database } from './database.ts'
import { ConflictError } from './errors.ts'
import { isUniqueViolation } from './open-database.ts'
import { connections, sources } from './schema/index.ts'
import type { SourceQuestions, SourceRow } from './source-questions.ts'
import { readSources } from './source-rows.ts'

/** Text of private persons is kept shorter than meldingen and contacts. */
const RETENTION_DAYS = { personal: 90, other: 400 } as const

/** What the rest of the house sees of a source. */
export const SOURCE_COLUMNS = {
  id: sources.id,
  municipalityId: sources.municipalityId,
  name: sources.name,
  kind: sources.kind,
  channel: sources.channel,
  retentionDays: sources.retentionDays,
  categoryMap: sources.categoryMap,
  purpose: sources.purpose,
  pausedAt: sources.pausedAt,
}

export function sourceQuestions(database: Database): SourceQuestions {
  const { orm } = database
  const one = async (where: SQL | undefined): Promise<SourceRow | null> => {
    const [found] = await orm.select(SOURCE_COLUMNS).from(sources).where(where)
    return found ?? null
  }
  const ofTenant = (municipalityId: number, id: string) => and(eq(sources.municipalityId, municipalityId), eq(sources.id, id))
  return {
    async add(municipalityId, { id = randomUUID(), name, kind, channel, purpose, connection, paused = false, now }) {
      const isPersonal = (PERSONAL_CHANNELS as readonly string[]).includes(channel)
      const retentionDays = purpose?.retentionDays ?? RETENTION_DAYS[isPersonal ? 'personal' : 'other']
      const row = { id, municipalityId, name, kind, channel, purpose, retentionDays, categoryMap: {}, createdAt: now }
      try {
        return await database.transact(async (tx) => {
          const [added] = await tx.orm
            .insert(sources)
            .values({ ...row, pausedAt: paused ? now : null })
            .returning(SOURCE_COLUMNS)
          if (connection) await tx.orm.insert(connections).values({ sourceId: id, municipalityId, ...connection, nextAt: now })
          return added!
        })
      } catch (error) {
        if (isUniqueViolation(error)) throw new ConflictError(`source: ${name.slice(0, 80)}, expected a name that is not in use`)
        throw error
      }
    },
    byName: (municipalityId, name) => one(and(eq(sources.municipalityId, municipalityId), eq(sources.name, name))),
    byId: (municipalityId, id) => one(ofTenant(municipalityId, id)),
    ofKind: (municipalityId, kind) =>
      orm
        .select(SOURCE_COLUMNS)
        .from(sources)
        .where(and(eq(sources.municipalityId, municipalityId), eq(sources.kind, kind)))
        .orderBy(asc(sources.createdAt), asc(sources.id)),
    list: (municipalityId, now) => readSources(orm, municipalityId, now),
    async setCategoryMap(sourceId, map) {
      await orm
        .update(sources)
        .set({ categoryMap: { ...map } })
        .where(eq(sources.id, sourceId))
    },
    async pause(municipalityId, id, at) {
      const { rowCount } = await orm.update(sources).set({ pausedAt: at }).where(ofTenant(municipalityId, id))
      return rowCount === 1
    },
    async setPurpose(municipalityId, id, purpose) {
      const { rowCount } = await orm
        .update(sources)
        .set({ purpose, retentionDays: purpose.retentionDays })
        .where(ofTenant(municipalityId, id))
      return rowCount === 1
    },
    async noteSuccess(sourceId, at) {
      await orm.update(sources).set({ lastSuccessAt: at }).where(eq(sources.id, sourceId))
    },
    async noteError(sourceId, at, error) {
      await orm.update(sources).set({ lastErrorAt: at, lastError: error }).where(eq(sources.id, sourceId))
    },
  }
}
