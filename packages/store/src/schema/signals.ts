import type { Signal } from '@rumoer/contracts'
import { sql } from 'drizzle-orm'
import { index, json, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { instant, tenant, uuidKey } from './columns.ts'

/** Episodes of what the detectors found on areas, sources and issues: one open at a time for each kind and key. */
export const signals = pgTable(
  'signals',
  {
    id: uuidKey(),
    municipalityId: tenant(),
    kind: text('kind').$type<Signal['kind']>().notNull(),
    /** What it is on, in the words of its watch: an area and category, a source, an issue. */
    key: text('key').notNull(),
    /** As it was when it was strongest. */
    signal: json('signal').$type<Signal>().notNull(),
    /** Areas that it covers. */
    places: text('places').array().notNull(),
    openedAt: instant('opened_at').notNull(),
    /** When it was last found, or still above the ordinary. */
    seenAt: instant('seen_at').notNull(),
    closedAt: instant('closed_at'),
  },
  (table) => [
    index('signals_tenant').on(table.municipalityId, table.openedAt, table.id),
    uniqueIndex('signals_open').on(table.municipalityId, table.kind, table.key).where(sql`${table.closedAt} is null`),
  ],
)
