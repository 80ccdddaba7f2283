import type { NewSource } from '@rumoer/contracts'
import { index, integer, json, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import type { BackfillJob, Settings } from '../connection-questions.ts'
import { bytea, instant, tenant, uuidKey } from './columns.ts'

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
    lastMessageAt: instant('last_message_at'),
    lastSuccessAt: instant('last_success_at'),
    lastErrorAt: instant('last_error_at'),
    lastError: text('last_error'),
    /** Since when nothing is taken in. */
    pausedAt: instant('paused_at'),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [uniqueIndex('sources_name').on(table.municipalityId, table.name)],
)

/** How a source fetches for itself: what an administrator filled in, where it has got to, and which process is at it now. */
export const connections = pgTable(
  'connections',
  {
    sourceId: uuid('source_id').primaryKey(),
    municipalityId: tenant(),
    settings: json('settings').$type<Settings>().notNull(),
    sealedSecrets: bytea('sealed_secrets'),
    cursor: json('cursor'),
    backfill: json('backfill').$type<BackfillJob>(),
    /** Failed attempts since the last good one. */
    failures: integer('failures').notNull().default(0),
    /** Messages of the last page that were not as expected. */
    rejected: integer('rejected').notNull().default(0),
    nextAt: instant('next_at').notNull(),
    /** Everything the source had at this moment was taken in. */
    caughtUpAt: instant('caught_up_at'),
    leaseBy: uuid('lease_by'),
    leaseUntil: instant('lease_until'),
  },
  (table) => [index('connections_due').on(table.nextAt)],
)

/** New messages per source and hour of receipt: a source's own normal. */
export const sourceHours = pgTable(
  'source_hours',
  {
    sourceId: uuid('source_id').notNull(),
    hourAt: instant('hour_at').notNull(),
    messages: integer('messages').notNull(),
  },
  (table) => [primaryKey({ columns: [table.sourceId, table.hourAt] })],
)
