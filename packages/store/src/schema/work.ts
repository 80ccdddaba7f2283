import type { Condition, StreamEvent } from '@rumoer/contracts'
import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  date,
  doublePrecision,
  index,
  integer,
  json,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import type { WalkCommandInput } from '../store.ts'
import { instant, tenant, uuidKey } from './columns.ts'

/** People's edits, waiting for the owner to apply them. */
export const commands = pgTable(
  'commands',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    municipalityId: tenant(),
    body: json('body').$type<WalkCommandInput>().notNull(),
    at: instant('at').notNull(),
    doneAt: instant('done_at'),
    error: text('error'),
  },
  (table) => [index('commands_waiting').on(table.municipalityId, table.id).where(sql`${table.doneAt} is null`)],
)

export const alerts = pgTable(
  'alerts',
  {
    id: uuidKey(),
    municipalityId: tenant(),
    /** Order of raising, for paging. */
    number: bigint('number', { mode: 'number' }).notNull().generatedAlwaysAsIdentity(),
    issueId: uuid('issue_id'),
    status: text('status').notNull(),
    level: text('level').notNull(),
    title: text('title').notNull(),
    areaCodes: text('area_codes').array().notNull(),
    observed: doublePrecision('observed').notNull(),
    expected: doublePrecision('expected').notNull(),
    windowHours: doublePrecision('window_hours').notNull(),
    sentence: text('sentence').notNull(),
    examples: uuid('examples').array().notNull(),
    rule: text('rule').notNull(),
    ruleId: uuid('rule_id'),
    ruleVersion: integer('rule_version'),
    /** Every rule that told it. */
    toldBy: uuid('told_by').array().notNull().default([]),
    conditions: json('conditions').$type<Condition[]>().notNull(),
    raisedAt: instant('raised_at').notNull(),
    acknowledgedAt: instant('acknowledged_at'),
    acknowledgedBy: text('acknowledged_by'),
    closedAt: instant('closed_at'),
    /** A person said that it was not worth an alert. */
    noise: boolean('noise'),
  },
  (table) => [
    index('alerts_number').on(table.municipalityId, table.number),
    index('alerts_issue').on(table.issueId),
    uniqueIndex('alerts_open').on(table.issueId).where(sql`${table.status} <> 'closed'`),
  ],
)

/** The outbox of the stream: appended in the transaction of the change, gap-free per municipality. */
export const events = pgTable(
  'events',
  {
    municipalityId: tenant(),
    seq: bigint('seq', { mode: 'number' }).notNull(),
    at: instant('at').notNull(),
    type: text('type').$type<StreamEvent['type']>().notNull(),
    data: json('data').$type<unknown>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.municipalityId, table.seq] })],
)

export const contentItems = pgTable(
  'content_items',
  {
    id: uuidKey(),
    municipalityId: tenant(),
    title: text('title').notNull(),
    status: text('status').notNull(),
    ownerId: uuid('owner_id'),
    plannedOn: date('planned_on', { mode: 'string' }),
    channels: text('channels').array().notNull(),
    issueId: uuid('issue_id'),
    notes: text('notes').notNull(),
    position: doublePrecision('position').notNull(),
    version: integer('version').notNull(),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [index('content_items_tenant').on(table.municipalityId, table.position)],
)
