import type { ScreenSettings } from '@rumoer/contracts'
import { index, json, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { bytea, instant, tenant, uuidKey } from './columns.ts'

/** Screens on walls, by the hash of their token. */
export const screens = pgTable(
  'screens',
  {
    id: uuidKey(),
    municipalityId: tenant(),
    name: text('name').notNull(),
    settings: json('settings').$type<ScreenSettings>().notNull(),
    secretHash: bytea('secret_hash').notNull(),
    createdAt: instant('created_at').notNull(),
    lastSeenAt: instant('last_seen_at'),
    revokedAt: instant('revoked_at'),
  },
  (table) => [uniqueIndex('screens_secret').on(table.secretHash), index('screens_tenant').on(table.municipalityId)],
)
