import type { MultiPolygon } from '@rumoer/contracts'
import { doublePrecision, index, integer, json, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { tenant } from './columns.ts'

export const areas = pgTable(
  'areas',
  {
    municipalityId: tenant(),
    code: text('code').notNull(),
    level: text('level').notNull(),
    name: text('name').notNull(),
    parentCode: text('parent_code'),
    inhabitants: integer('inhabitants'),
    geometry: json('geometry').$type<MultiPolygon>(),
  },
  (table) => [primaryKey({ columns: [table.municipalityId, table.code] })],
)

export const placeNames = pgTable(
  'place_names',
  {
    municipalityId: tenant(),
    name: text('name').notNull(),
    kind: text('kind').notNull(),
    areaCode: text('area_code').notNull(),
    lat: doublePrecision('lat'),
    lon: doublePrecision('lon'),
  },
  (table) => [
    primaryKey({ columns: [table.municipalityId, table.name, table.kind, table.areaCode] }),
    index('place_names_area').on(table.municipalityId, table.areaCode),
  ],
)
