import type { Message, Reading, ReadingCorrection } from '@rumoer/contracts'
import { sql } from 'drizzle-orm'
import { bigint, boolean, doublePrecision, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import type { WalkedMessage } from '../store.ts'
import { instant, tenant, tsvector } from './columns.ts'

/**
 * A message with its reading and placement: one row, one write. The primary key holds `received_at`, so that the table can be partitioned by it.
 * `area_code`, `category_main`, `category_sub`, `mood` and `has_question` are what people see: the machine's reading, or a person's correction of it.
 */
export const messages = pgTable(
  'messages',
  {
    municipalityId: tenant(),
    receivedAt: instant('received_at').notNull(),
    id: uuid('id').notNull(),
    revision: integer('revision').notNull(),
    sourceId: uuid('source_id').notNull(),
    externalId: text('external_id'),
    kind: text('kind').$type<Message['kind']>().notNull(),
    channel: text('channel').notNull(),
    text: text('text').notNull(),
    language: text('language'),
    createdAt: instant('created_at').notNull(),
    closedAt: instant('closed_at'),
    lat: doublePrecision('lat'),
    lon: doublePrecision('lon'),
    address: text('address'),
    givenAreaCode: text('given_area_code'),
    givenMain: text('given_main'),
    givenSub: text('given_sub'),
    voice: text('voice'),
    countsAsVoice: boolean('counts_as_voice').notNull(),
    reach: integer('reach'),
    issueId: uuid('issue_id').notNull(),
    areaCode: text('area_code'),
    categoryMain: text('category_main').notNull(),
    categorySub: text('category_sub').notNull(),
    mood: text('mood').$type<WalkedMessage['mood']>().notNull(),
    hasQuestion: boolean('has_question').notNull(),
    reading: jsonb('reading').$type<Reading>().notNull(),
    /** All corrections by people folded into one, newest field wins; the history stands in `corrections`. */
    correction: jsonb('correction').$type<ReadingCorrection>(),
    erasedAt: instant('erased_at'),
    search: tsvector('search').generatedAlwaysAs(sql`to_tsvector('dutch'::regconfig, "text")`),
  },
  (table) => [
    primaryKey({ columns: [table.municipalityId, table.receivedAt, table.id] }),
    index('messages_id').on(table.id),
    index('messages_created').on(table.municipalityId, table.createdAt, table.id),
    index('messages_issue').on(table.issueId, table.createdAt),
    index('messages_melding')
      .on(table.municipalityId, table.externalId)
      .where(sql`${table.kind} = 'melding' and ${table.externalId} is not null`),
    index('messages_search').using('gin', table.search),
    index('messages_special')
      .on(table.municipalityId, table.receivedAt)
      .where(sql`${table.reading} -> 'special' is not null and ${table.erasedAt} is null`),
    index('messages_voice')
      .on(table.municipalityId, table.voice)
      .where(sql`${table.voice} is not null and ${table.kind} in ('post', 'comment', 'mail')`),
  ],
)

/** What people corrected, when: kept to learn from. An empty correction takes all earlier ones of its message back. */
export const corrections = pgTable(
  'corrections',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    municipalityId: tenant(),
    messageId: uuid('message_id').notNull(),
    correction: jsonb('correction').$type<ReadingCorrection>().notNull(),
    by: text('by'),
    at: instant('at').notNull(),
  },
  (table) => [index('corrections_message').on(table.messageId)],
)

/** Messages, and their mood, per smallest area × main category × hour of writing. `area_code` is empty where no place is known. */
export const hourlyCounts = pgTable(
  'hourly_counts',
  {
    municipalityId: tenant(),
    hourAt: instant('hour_at').notNull(),
    areaCode: text('area_code').notNull(),
    category: text('category').notNull(),
    negative: integer('negative').notNull(),
    neutral: integer('neutral').notNull(),
    positive: integer('positive').notNull(),
  },
  (table) => [primaryKey({ columns: [table.municipalityId, table.hourAt, table.areaCode, table.category] })],
)
