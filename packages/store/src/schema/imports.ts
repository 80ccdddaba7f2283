import { bigint, doublePrecision, index, integer, json, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { bytea, instant, tenant, uuidKey } from './columns.ts'

/** Files of messages on their way in, and what became of them. */
export const imports = pgTable(
  'imports',
  {
    id: uuidKey(),
    municipalityId: tenant(),
    sourceId: uuid('source_id').notNull(),
    fileName: text('file_name').notNull(),
    sizeBytes: bigint('size_bytes', { mode: 'number' }).notNull().default(0),
    status: text('status').$type<'uploading' | 'draft' | 'running' | 'done' | 'failed' | 'stopped'>().notNull(),
    columns: json('columns').$type<string[]>(),
    mapping: json('mapping'),
    line: integer('line').notNull().default(0),
    share: doublePrecision('share').notNull().default(0),
    accepted: integer('accepted').notNull().default(0),
    updated: integer('updated').notNull().default(0),
    duplicates: integer('duplicates').notNull().default(0),
    rejected: integer('rejected').notNull().default(0),
    error: text('error'),
    createdBy: text('created_by').notNull(),
    createdAt: instant('created_at').notNull(),
    finishedAt: instant('finished_at'),
    leaseBy: uuid('lease_by'),
    leaseUntil: instant('lease_until'),
  },
  (table) => [index('imports_tenant').on(table.municipalityId, table.createdAt)],
)

/** The bytes of a file, sealed: a table holds what residents wrote before it is masked. Gone when its import is over. */
export const importChunks = pgTable(
  'import_chunks',
  {
    importId: uuid('import_id').notNull(),
    position: integer('position').notNull(),
    municipalityId: tenant(),
    sealed: bytea('sealed').notNull(),
  },
  (table) => [primaryKey({ columns: [table.importId, table.position] })],
)

/** Rows that were refused, sealed with what is wrong with them, for who must mend them. */
export const importRefusals = pgTable(
  'import_refusals',
  {
    importId: uuid('import_id').notNull(),
    line: integer('line').notNull(),
    municipalityId: tenant(),
    sealed: bytea('sealed').notNull(),
  },
  (table) => [primaryKey({ columns: [table.importId, table.line] })],
)
