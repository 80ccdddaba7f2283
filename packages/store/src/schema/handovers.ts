import type { Handover, HandoverStep } from '@rumoer/contracts'
import { bigint, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { instant, tenant, uuidKey } from './columns.ts'

/** What was handed over to whom, by when. Of an erased message the words are gone here too. */
export const handovers = pgTable(
  'handovers',
  {
    id: uuidKey(),
    municipalityId: tenant(),
    kind: text('kind').$type<Handover['kind']>().notNull(),
    status: text('status').$type<Handover['status']>().notNull(),
    messageId: uuid('message_id'),
    issueId: uuid('issue_id'),
    receiverKind: text('receiver_kind').$type<Handover['receiver']['kind']>().notNull(),
    receiverCode: text('receiver_code'),
    receiverName: text('receiver_name').notNull(),
    mail: text('mail'),
    note: text('note').notNull(),
    externalId: text('external_id'),
    dueAt: instant('due_at').notNull(),
    reactedAt: instant('reacted_at'),
    closedAt: instant('closed_at'),
    /** Of the latest link; earlier ones no longer open. */
    linkVersion: integer('link_version').notNull().default(0),
    linkUntil: instant('link_until'),
    version: integer('version').notNull(),
    by: text('by'),
    createdAt: instant('created_at').notNull(),
    erasedAt: instant('erased_at'),
  },
  (table) => [
    index('handovers_tenant').on(table.municipalityId, table.dueAt),
    index('handovers_message').on(table.messageId),
    index('handovers_issue').on(table.issueId),
  ],
)

export const handoverLog = pgTable(
  'handover_log',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    municipalityId: tenant(),
    handoverId: uuid('handover_id').notNull(),
    at: instant('at').notNull(),
    type: text('type').$type<HandoverStep['type']>().notNull(),
    by: text('by'),
    status: text('status').$type<Handover['status']>().notNull(),
    text: text('text').notNull(),
  },
  (table) => [index('handover_log_handover').on(table.handoverId, table.id)],
)
