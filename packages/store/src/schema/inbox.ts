import { bigint, index, integer, json, pgTable, primaryKey, smallint, text, uuid } from 'drizzle-orm/pg-core'
import type { InboxPayload } from '../store.ts'
import { bytea, instant, tenant, uuidKey } from './columns.ts'

/** What is known already: one row per (source, keyed hash of the external id), for idempotency and erasure. */
export const messageKeys = pgTable(
  'message_keys',
  {
    municipalityId: tenant(),
    sourceId: uuid('source_id').notNull(),
    externalKey: bytea('external_key').notNull(),
    messageId: uuid('message_id').notNull(),
    revision: integer('revision').notNull(),
    contentHash: bytea('content_hash').notNull(),
    sourceUpdatedAt: instant('source_updated_at'),
    receivedAt: instant('received_at').notNull(),
    erasedAt: instant('erased_at'),
  },
  (table) => [primaryKey({ columns: [table.sourceId, table.externalKey] })],
)

/** Sealed originals (handle, url), opened only by role, reason and log; they live shorter than the message. */
export const sealedOriginals = pgTable(
  'sealed_originals',
  {
    messageId: uuidKey('message_id'),
    municipalityId: tenant(),
    sealed: bytea('sealed').notNull(),
    expiresAt: instant('expires_at').notNull(),
  },
  (table) => [index('sealed_originals_expiry').on(table.expiresAt)],
)

/** Durable, accepted, not walked yet. */
export const inbox = pgTable(
  'inbox',
  {
    municipalityId: tenant(),
    seq: bigint('seq', { mode: 'number' }).notNull(),
    messageId: uuid('message_id').notNull(),
    sourceId: uuid('source_id').notNull(),
    revision: integer('revision').notNull(),
    attempts: smallint('attempts').notNull().default(0),
    receivedAt: instant('received_at').notNull(),
    payload: json('payload').$type<InboxPayload>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.municipalityId, table.seq] }), index('inbox_message').on(table.messageId)],
)

/** Messages that could not be walked, with their error; they stop no other and can be retried. */
export const setAside = pgTable(
  'set_aside',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    municipalityId: tenant(),
    messageId: uuid('message_id').notNull(),
    sourceId: uuid('source_id').notNull(),
    revision: integer('revision').notNull(),
    attempts: smallint('attempts').notNull(),
    receivedAt: instant('received_at').notNull(),
    payload: json('payload').$type<InboxPayload>().notNull(),
    error: text('error').notNull(),
    at: instant('at').notNull(),
  },
  (table) => [index('set_aside_tenant').on(table.municipalityId, table.id), index('set_aside_message').on(table.messageId)],
)
