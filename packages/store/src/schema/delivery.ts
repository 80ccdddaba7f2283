import type { DayHours, Delivery, Level } from '@rumoer/contracts'
import { sql } from 'drizzle-orm'
import { index, integer, json, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { instant, tenant, uuidKey } from './columns.ts'

/** Receivers of signed notices. Their secrets are derived from the installation's own and stored nowhere. */
export const webhooks = pgTable(
  'webhooks',
  {
    id: uuidKey(),
    municipalityId: tenant(),
    name: text('name').notNull(),
    url: text('url').notNull(),
    cloudEventSource: text('cloud_event_source'),
    createdAt: instant('created_at').notNull(),
    removedAt: instant('removed_at'),
  },
  (table) => [index('webhooks_tenant').on(table.municipalityId)],
)

/** The outbox of alerts: one notice to one receiver, written in the transaction of what it tells. */
export const deliveries = pgTable(
  'deliveries',
  {
    id: uuidKey(),
    municipalityId: tenant(),
    alertId: uuid('alert_id').notNull(),
    ruleId: uuid('rule_id'),
    channel: text('channel').$type<Delivery['channel']>().notNull(),
    target: uuid('target').notNull(),
    kind: text('kind').$type<Delivery['kind']>().notNull(),
    groupKey: text('group_key').notNull(),
    groupMinutes: integer('group_minutes').notNull(),
    quiet: json('quiet').$type<DayHours>(),
    repeatMinutes: integer('repeat_minutes').notNull(),
    status: text('status').$type<Delivery['status']>().notNull(),
    attempts: integer('attempts').notNull().default(0),
    createdAt: instant('created_at').notNull(),
    dueAt: instant('due_at').notNull(),
    /** A sender has it in hand until then. */
    claimedUntil: instant('claimed_until'),
    sentAt: instant('sent_at'),
    /** The mail that it went out in: what follows answers that one. */
    thread: text('thread'),
    error: text('error'),
  },
  (table) => [
    index('deliveries_due').on(table.dueAt).where(sql`${table.status} = 'waiting'`),
    index('deliveries_alert').on(table.alertId),
    index('deliveries_tenant').on(table.municipalityId, table.createdAt),
  ],
)

/** What the last digest of a person said of each alert. */
export const digests = pgTable(
  'digests',
  {
    municipalityId: tenant(),
    userId: uuid('user_id').notNull(),
    at: instant('at').notNull(),
    said: json('said').$type<Record<string, { level: Level; status: string }>>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.municipalityId, table.userId] })],
)
