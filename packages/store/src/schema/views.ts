import { boolean, index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { instant, tenant, uuidKey } from './columns.ts'

/** Pages with filters that people keep; a shared one is seen by all colleagues. */
export const savedViews = pgTable(
  'saved_views',
  {
    id: uuidKey(),
    municipalityId: tenant(),
    ownerId: uuid('owner_id').notNull(),
    name: text('name').notNull(),
    address: text('address').notNull(),
    shared: boolean('shared').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [index('saved_views_tenant').on(table.municipalityId, table.ownerId)],
)
