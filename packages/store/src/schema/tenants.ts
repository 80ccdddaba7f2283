import { sql } from 'drizzle-orm'
import { bigint, boolean, doublePrecision, integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { instant, tenant } from './columns.ts'

/** Tenants. A replay is a tenant of its own that points at the one it copies. */
export const municipalities = pgTable(
  'municipalities',
  {
    id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
    code: text('code').notNull(),
    name: text('name').notNull(),
    demo: boolean('demo').notNull().default(false),
    replayOf: integer('replay_of'),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [uniqueIndex('municipalities_code').on(table.code).where(sql`${table.replayOf} is null`)],
)

/** One row per tenant: everything that must follow commit order is handed out under its lock. */
export const municipalityCounters = pgTable('municipality_counters', {
  municipalityId: integer('municipality_id').primaryKey(),
  inboxSeq: bigint('inbox_seq', { mode: 'number' }).notNull().default(0),
  streamSeq: bigint('stream_seq', { mode: 'number' }).notNull().default(0),
  lastReceivedAt: instant('last_received_at'),
  ownerEpoch: bigint('owner_epoch', { mode: 'number' }).notNull().default(0),
  prunedSeq: bigint('pruned_seq', { mode: 'number' }).notNull().default(0),
  waiting: integer('waiting').notNull().default(0),
  areasVersion: integer('areas_version').notNull().default(0),
})

export const replays = pgTable('replays', {
  municipalityId: tenant().primaryKey(),
  originalId: integer('original_id').notNull(),
  label: text('label').notNull(),
  speed: doublePrecision('speed').notNull(),
  fromAt: instant('from_at').notNull(),
  toAt: instant('to_at').notNull(),
  nowAt: instant('now_at').notNull(),
  status: text('status').notNull(),
  createdAt: instant('created_at').notNull(),
})
