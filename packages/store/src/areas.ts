import type { Area, PlaceName } from '@rumoer/contracts'
import { and, asc, eq, sql } from 'drizzle-orm'
import { appendEvents } from './append-events.ts'
import type { Database, Transaction } from './database.ts'
import { areas, municipalityCounters, placeNames } from './schema/index.ts'
import type { AreaQuestions } from './store.ts'
import { unnestOf } from './unnest.ts'

const AREA = unnestOf(areas, ['code', 'level', 'name', 'parentCode', 'inhabitants', 'geometry'], { first: 2 })
const SAVE_AREAS = `insert into areas (municipality_id, ${AREA.columns}) select $1, ${AREA.select} from ${AREA.from}
  on conflict (municipality_id, code) do update set ${AREA.excluded(['level', 'name', 'parentCode', 'inhabitants', 'geometry'])}`
const PLACE = unnestOf(placeNames, ['name', 'kind', 'areaCode', 'lat', 'lon'], { first: 2 })
const SAVE_PLACES = `insert into place_names (municipality_id, ${PLACE.columns}) select distinct on (2, 3, 4) $1::int, ${PLACE.select} from ${PLACE.from}
  on conflict (municipality_id, name, kind, area_code) do update set ${PLACE.excluded(['lat', 'lon'])}`

export function areaQuestions(database: Database): AreaQuestions {
  const { orm } = database
  return {
    async list(municipalityId, { geometry = false } = {}) {
      const rows = await orm
        .select({
          code: areas.code,
          level: areas.level,
          name: areas.name,
          parentCode: areas.parentCode,
          inhabitants: areas.inhabitants,
          ...(geometry ? { geometry: areas.geometry } : {}),
        })
        .from(areas)
        .where(eq(areas.municipalityId, municipalityId))
        .orderBy(sql`${areas.name} collate "und-x-icu"`, asc(areas.code))
      return rows.map((row): Area => ({ ...row, level: row.level as Area['level'], geometry: row.geometry ?? null }))
    },
    async importAll(municipalityId, imported, now) {
      const latest = [...new Map(imported.map((area) => [area.code, area])).values()]
      await database.transact(async (tx) => {
        await tx.write({ text: SAVE_AREAS, values: [municipalityId, ...AREA.encode(latest)] })
        await raiseVersion(tx, municipalityId)
        await appendEvents(tx, municipalityId, [{ type: 'areas.changed', data: { areas: latest.length } }], { now })
      })
      database.hints.send(municipalityId)
      return { areas: latest.length }
    },
    async places(municipalityId) {
      const rows = await orm
        .select({ name: placeNames.name, kind: placeNames.kind, areaCode: placeNames.areaCode, lat: placeNames.lat, lon: placeNames.lon })
        .from(placeNames)
        .where(and(eq(placeNames.municipalityId, municipalityId)))
        .orderBy(asc(placeNames.name), asc(placeNames.kind), asc(placeNames.areaCode))
      return rows.map((row): PlaceName => ({ ...row, kind: row.kind as PlaceName['kind'] }))
    },
    importPlaces: (municipalityId, places) =>
      database.transact(async (tx) => {
        await tx.write({ text: SAVE_PLACES, values: [municipalityId, ...PLACE.encode(places)] })
        await raiseVersion(tx, municipalityId)
      }),
    async version(municipalityId) {
      const [row] = await orm
        .select({ version: municipalityCounters.areasVersion })
        .from(municipalityCounters)
        .where(eq(municipalityCounters.municipalityId, municipalityId))
      return row?.version ?? 0
    },
  }
}

async function raiseVersion({ orm }: Transaction, municipalityId: number): Promise<void> {
  await orm
    .update(municipalityCounters)
    .set({ areasVersion: sql`${municipalityCounters.areasVersion} + 1` })
    .where(eq(municipalityCounters.municipalityId, municipalityId))
}
