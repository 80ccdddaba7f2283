import type { NewSource } from '@rumoer/contracts'
import { integer, json, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { instant, tenant, uuidKey } from './columns.ts'

export const sources = pgTable(
  'sources',
  {
    id: uuidKey(),
    municipalityId: tenant(),
    name: text('name').notNull(),
    kind: text('kind').notNull(),
    channel: text('channel').notNull(),
    retentionDays: integer('retention_days').notNull(),
    purpose: json('purpose').$type<NonNullable<NewSource['purpose']>>(),
    categoryMap: json('category_map').$type<Record<string, { main: string; sub: string }>>().notNull(),
    messages: integer('messages').notNull().default(0),
    lastSuccessAt: instant('last_success_at'),
    lastErrorAt: instant('last_error_at'),
    lastError: text('last_error'),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [uniqueIndex('sources_name').on(table.municipalityId, table.name)],
)
