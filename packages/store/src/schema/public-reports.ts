import { bigint, index, pgTable, uuid } from 'drizzle-orm/pg-core'
import { instant, tenant, uuidKey } from './columns.ts'

/** Meldingen that came in through a public facade, and may be asked for there by the id that the reporter was given. */
export const publicReports = pgTable(
  'public_reports',
  {
    id: uuidKey(),
    /** Short, to be said on the telephone; it opens nothing. */
    number: bigint('number', { mode: 'number' }).notNull().generatedAlwaysAsIdentity(),
    municipalityId: tenant(),
    messageId: uuid('message_id').notNull(),
    reportedAt: instant('reported_at').notNull(),
  },
  (table) => [index('public_reports_tenant').on(table.municipalityId, table.reportedAt)],
)
