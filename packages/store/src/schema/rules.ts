import type { BacktestResult, RuleDefinition } from '@rumoer/contracts'
import { index, integer, json, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { instant, tenant, uuidKey } from './columns.ts'

/** Rules of alerting. A removed one stays, because alerts point at it. */
export const rules = pgTable(
  'rules',
  {
    id: uuidKey(),
    municipalityId: tenant(),
    /** The latest version. */
    version: integer('version').notNull(),
    /** The version in force. */
    liveVersion: integer('live_version'),
    createdAt: instant('created_at').notNull(),
    changedAt: instant('changed_at').notNull(),
    removedAt: instant('removed_at'),
    /** The default rule that it began as; null for one of the municipality's own. */
    defaultKey: text('default_key'),
  },
  (table) => [
    index('rules_tenant').on(table.municipalityId, table.createdAt),
    uniqueIndex('rules_default').on(table.municipalityId, table.defaultKey),
  ],
)

/** What a rule said at each version; only its back-test is added later. */
export const ruleVersions = pgTable(
  'rule_versions',
  {
    ruleId: uuid('rule_id').notNull(),
    version: integer('version').notNull(),
    municipalityId: tenant(),
    definition: json('definition').$type<RuleDefinition>().notNull(),
    at: instant('at').notNull(),
    by: text('by'),
    backtest: json('backtest').$type<BacktestResult>(),
    testedAt: instant('tested_at'),
  },
  (table) => [primaryKey({ columns: [table.ruleId, table.version] })],
)
