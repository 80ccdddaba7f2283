import type { Role } from '@rumoer/contracts'
import { sql } from 'drizzle-orm'
import { bigint, index, integer, json, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { bytea, instant, tenant, uuidKey } from './columns.ts'

/** People. No municipality: an administrator of the installation. */
export const users = pgTable(
  'users',
  {
    id: uuidKey(),
    municipalityId: integer('municipality_id'),
    email: text('email').notNull(),
    name: text('name').notNull(),
    role: text('role').$type<Role>().notNull(),
    createdAt: instant('created_at').notNull(),
    revokedAt: instant('revoked_at'),
  },
  (table) => [uniqueIndex('users_email').on(sql`lower(${table.email})`).where(sql`${table.revokedAt} is null`)],
)

/** Sign-in links, by the hash of their token. */
export const invites = pgTable('invites', {
  tokenHash: bytea('token_hash').primaryKey(),
  municipalityId: integer('municipality_id'),
  userId: uuid('user_id').notNull(),
  createdAt: instant('created_at').notNull(),
  expiresAt: instant('expires_at').notNull(),
  usedAt: instant('used_at'),
})

export const sessions = pgTable(
  'sessions',
  {
    idHash: bytea('id_hash').primaryKey(),
    municipalityId: integer('municipality_id'),
    userId: uuid('user_id'),
    data: json('data').$type<unknown>().notNull(),
    expiresAt: instant('expires_at').notNull(),
  },
  (table) => [index('sessions_user').on(table.userId), index('sessions_expiry').on(table.expiresAt)],
)

/** Keys of sources and of readers, by the hash of their secret. */
export const keys = pgTable(
  'keys',
  {
    id: uuidKey(),
    municipalityId: tenant(),
    name: text('name').notNull(),
    role: text('role').$type<Role>(),
    sourceId: uuid('source_id'),
    secretHash: bytea('secret_hash').notNull(),
    createdAt: instant('created_at').notNull(),
    lastUsedAt: instant('last_used_at'),
    revokedAt: instant('revoked_at'),
  },
  (table) => [uniqueIndex('keys_secret').on(table.secretHash), index('keys_tenant').on(table.municipalityId)],
)

/** Who did what. No municipality: something of the whole installation. */
export const audit = pgTable(
  'audit',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    municipalityId: integer('municipality_id'),
    at: instant('at').notNull(),
    by: text('by').notNull(),
    action: text('action').notNull(),
    subject: text('subject').notNull(),
    detail: text('detail'),
  },
  (table) => [index('audit_tenant').on(table.municipalityId, table.id)],
)
