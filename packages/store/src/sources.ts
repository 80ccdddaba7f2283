import { randomUUID } from 'node:crypto'
import { PERSONAL_CHANNELS, type Source } from '@rumoer/contracts'
import { and, eq, type SQL, sql } from 'drizzle-orm'
import type { Database } from './database.ts'
import { ConflictError } from './errors.ts'
import { isUniqueViolation } from './open-database.ts'
import { sources } from './schema/index.ts'
import { sourceState } from './source-state.ts'
import type { SourceQuestions, SourceRow } from './store.ts'

/** Text of private persons is kept shorter than meldingen and contacts. */
const RETENTION_DAYS = { personal: 90, other: 400 } as const

const COLUMNS = {
  id: sources.id,
  municipalityId: sources.municipalityId,
  name: sources.name,
  kind: sources.kind,
  channel: sources.channel,
  retentionDays: sources.retentionDays,
  categoryMap: sources.categoryMap,
}

export function sourceQuestions({ orm }: Database): SourceQuestions {
  const one = async (where: SQL | undefined): Promise<SourceRow | null> => {
    const [found] = await orm.select(COLUMNS).from(sources).where(where)
    return found ?? null
  }
  return {
    async add(municipalityId, { name, kind, channel, purpose, now }) {
      const isPersonal = (PERSONAL_CHANNELS as readonly string[]).includes(channel)
      const retentionDays = purpose?.retentionDays ?? RETENTION_DAYS[isPersonal ? 'personal' : 'other']
      try {
        const [added] = await orm
          .insert(sources)
          .values({ id: randomUUID(), municipalityId, name, kind, channel, purpose, retentionDays, categoryMap: {}, createdAt: now })
          .returning(COLUMNS)
        return added!
      } catch (error) {
        if (isUniqueViolation(error)) throw new ConflictError(`source: ${name.slice(0, 80)}, expected a name that is not in use`)
        throw error
      }
    },
    byName: (municipalityId, name) => one(and(eq(sources.municipalityId, municipalityId), eq(sources.name, name))),
    byId: (municipalityId, id) => one(and(eq(sources.municipalityId, municipalityId), eq(sources.id, id))),
    async list(municipalityId, now) {
      const rows = await orm
        .select()
        .from(sources)
        .where(eq(sources.municipalityId, municipalityId))
        .orderBy(sql`${sources.name} collate "und-x-icu"`)
      return rows.map(
        (row): Source => ({
          id: row.id,
          name: row.name,
          kind: row.kind as Source['kind'],
          channel: row.channel,
          state: sourceState(row, now),
          lastSuccessAt: row.lastSuccessAt?.toISOString() ?? null,
          lastError: row.lastError,
          messages: row.messages,
          createdAt: row.createdAt.toISOString(),
          retentionDays: row.retentionDays,
        }),
      )
    },
    async setCategoryMap(sourceId, map) {
      await orm
        .update(sources)
        .set({ categoryMap: { ...map } })
        .where(eq(sources.id, sourceId))
    },
    async noteSuccess(sourceId, at) {
      await orm.update(sources).set({ lastSuccessAt: at }).where(eq(sources.id, sourceId))
    },
    async noteError(sourceId, at, error) {
      await orm.update(sources).set({ lastErrorAt: at, lastError: error }).where(eq(sources.id, sourceId))
    },
  }
}
