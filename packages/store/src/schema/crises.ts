import { sql } from 'drizzle-orm'
import { boolean, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { instant, tenant, uuidKey } from './columns.ts'

/** When a municipality worked in crisis mode, by whom and why; at most one runs. `link_version` is the link of its briefing that works now. */
export const crises = pgTable(
  'crises',
  {
    id: uuidKey(),
    municipalityId: tenant(),
    reason: text('reason').notNull(),
    startedBy: text('started_by').notNull(),
    startedAt: instant('started_at').notNull(),
    endedBy: text('ended_by'),
    endedAt: instant('ended_at'),
    frozen: boolean('frozen').notNull(),
    linkVersion: integer('link_version').notNull().default(0),
    linkUntil: instant('link_until'),
  },
  (table) => [uniqueIndex('crises_present').on(table.municipalityId).where(sql`${table.endedAt} is null`)],
)

/** Planned items that a crisis holds back, each until somebody releases it. */
export const heldItems = pgTable(
  'held_items',
  {
    municipalityId: tenant(),
    crisisId: uuid('crisis_id').notNull(),
    itemId: uuid('item_id').notNull(),
    heldAt: instant('held_at').notNull(),
    releasedBy: text('released_by'),
    releasedAt: instant('released_at'),
  },
  (table) => [
    primaryKey({ columns: [table.crisisId, table.itemId] }),
    index('held_items_waiting').on(table.municipalityId, table.itemId).where(sql`${table.releasedAt} is null`),
  ],
)
