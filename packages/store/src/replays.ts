import { randomUUID } from 'node:crypto'
import type { Replay } from '@rumoer/contracts'
import { and, asc, eq, getTableColumns, inArray, sql } from 'drizzle-orm'
import { PgTable } from 'drizzle-orm/pg-core'
import type { Database, Transaction } from './database.ts'
import { insertMunicipality } from './municipalities.ts'
import * as schema from './schema/index.ts'
import { municipalities, municipalityCounters, replays, sources } from './schema/index.ts'
import type { ReplayQuestions } from './store.ts'

export function replayQuestions(database: Database): ReplayQuestions {
  const { orm } = database
  return {
    create: (municipalityId, { label, speed, from, to, now }) =>
      database.transact(async (tx) => {
        const [original] = await tx.orm.select().from(municipalities).where(eq(municipalities.id, municipalityId))
        if (!original) throw new Error(`municipality: ${municipalityId}, expected one that exists`)
        const { code, name, demo } = original
        const copy = await insertMunicipality(tx, { code, name, demo, replayOf: municipalityId, createdAt: now })
        await tx.orm.insert(replays).values({
          municipalityId: copy.id,
          originalId: municipalityId,
          label,
          speed,
          fromAt: from,
          toAt: to,
          nowAt: from,
          status: 'running',
          createdAt: now,
        })
        await copyPlaces(tx, municipalityId, copy.id)
        return { municipalityId: copy.id, sources: await copySources(tx, municipalityId, copy.id) }
      }),
    async list(municipalityId) {
      const rows = await orm.select().from(replays).where(eq(replays.originalId, municipalityId)).orderBy(asc(replays.municipalityId))
      return rows.map(toReplay)
    },
    async of(municipalityId, replayId) {
      const [row] = await orm
        .select()
        .from(replays)
        .where(and(eq(replays.originalId, municipalityId), eq(replays.municipalityId, replayId)))
      return row ? toReplay(row) : null
    },
    async progress(replayId, { nowAt, status }) {
      await orm.update(replays).set({ nowAt, status }).where(eq(replays.municipalityId, replayId))
    },
    remove: (replayId) =>
      database.transact(async (tx) => {
        const known = await tx.orm
          .select({ id: replays.municipalityId })
          .from(replays)
          .where(inArray(replays.municipalityId, [replayId]))
        if (known.length === 0) return
        for (const table of tenantTables()) await tx.orm.execute(sql`delete from ${table} where municipality_id = ${replayId}`)
        await tx.orm.delete(municipalities).where(eq(municipalities.id, replayId))
      }),
  }
}

/** Every table whose rows belong to a tenant. */
const tenantTables = (): PgTable[] =>
  Object.values(schema).filter((table) => table instanceof PgTable && 'municipalityId' in getTableColumns(table))

async function copyPlaces({ orm }: Transaction, from: number, to: number): Promise<void> {
  await orm.execute(sql`insert into areas (municipality_id, code, level, name, parent_code, inhabitants, geometry)
    select ${to}::int, code, level, name, parent_code, inhabitants, geometry from areas where municipality_id = ${from}`)
  await orm.execute(sql`insert into place_names (municipality_id, name, kind, area_code, lat, lon)
    select ${to}::int, name, kind, area_code, lat, lon from place_names where municipality_id = ${from}`)
  await orm.update(municipalityCounters).set({ areasVersion: 1 }).where(eq(municipalityCounters.municipalityId, to))
}

/** Same names and tables of categories, ids of their own; answers old id → new id. */
async function copySources({ orm }: Transaction, from: number, to: number): Promise<Map<string, string>> {
  const originals = await orm.select().from(sources).where(eq(sources.municipalityId, from)).orderBy(asc(sources.createdAt))
  const copies = originals.map((source) => ({
    ...source,
    id: randomUUID(),
    municipalityId: to,
    messages: 0,
    lastSuccessAt: null,
    lastErrorAt: null,
    lastError: null,
  }))
  if (copies.length > 0) await orm.insert(sources).values(copies)
  return new Map(originals.map((source, at) => [source.id, copies[at]!.id]))
}

const toReplay = (row: typeof replays.$inferSelect): Replay => ({
  id: row.municipalityId,
  label: row.label,
  speed: row.speed,
  from: row.fromAt.toISOString(),
  to: row.toAt.toISOString(),
  nowAt: row.nowAt.toISOString(),
  status: row.status as Replay['status'],
})
