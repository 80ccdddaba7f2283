import type { Issue, TimelineEntry } from '@rumoer/contracts'
import { sql } from 'drizzle-orm'
import { bigint, boolean, doublePrecision, index, integer, json, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { instant, tenant, uuidKey } from './columns.ts'

/** Messages about one thing in one place. The counters are kept exact by every commit; `issues.recount` proves it. */
export const issues = pgTable(
  'issues',
  {
    id: uuidKey(),
    municipalityId: tenant(),
    title: text('title').notNull(),
    /** A person named it: the walker's titles no longer apply. */
    titleByPerson: boolean('title_by_person').notNull().default(false),
    status: text('status').$type<Issue['status']>().notNull().default('open'),
    level: text('level').$type<Issue['level']>().notNull().default('calm'),
    levelSince: instant('level_since').notNull(),
    /** Since when rules give it more than calm: an episode of alerts runs from here until it is calm again. */
    risenAt: instant('risen_at'),
    /** Since when rules give it less than its level. */
    belowSince: instant('below_since'),
    heat: doublePrecision('heat').notNull().default(0),
    why: text('why'),
    timesNormal: doublePrecision('times_normal'),
    categoryMain: text('category_main').notNull(),
    categorySub: text('category_sub').notNull(),
    keywords: text('keywords').array().notNull(),
    messages: integer('messages').notNull(),
    voices: integer('voices').notNull(),
    negative: integer('negative').notNull(),
    neutral: integer('neutral').notNull(),
    positive: integer('positive').notNull(),
    openMeldingen: integer('open_meldingen').notNull(),
    /** Messages per channel, and per smallest area. */
    channelCounts: json('channel_counts').$type<Record<string, number>>().notNull(),
    areaCounts: json('area_counts').$type<Record<string, number>>().notNull(),
    firstAt: instant('first_at').notNull(),
    lastAt: instant('last_at').notNull(),
    openedAt: instant('opened_at').notNull(),
    assigneeId: uuid('assignee_id'),
    mutedUntil: instant('muted_until'),
    mutedEscalates: boolean('muted_escalates').notNull().default(false),
    muteReason: text('mute_reason'),
    /** Voices of the day before it was muted until it escalates; null otherwise. */
    mutedVoices: integer('muted_voices'),
    line: json('line').$type<number[]>().notNull(),
    lineEndsAt: instant('line_ends_at').notNull(),
    mergedInto: uuid('merged_into'),
    /** It cooled and left the walker's index. */
    retiredAt: instant('retired_at'),
  },
  (table) => [
    index('issues_opened').on(table.municipalityId, table.openedAt, table.id),
    index('issues_last').on(table.municipalityId, table.lastAt),
  ],
)

/** Distinct pseudonyms per issue, with their messages: what makes `voices` countable without reading the messages. */
export const issueVoices = pgTable(
  'issue_voices',
  {
    municipalityId: tenant(),
    issueId: uuid('issue_id').notNull(),
    voice: text('voice').notNull(),
    messages: integer('messages').notNull(),
  },
  (table) => [primaryKey({ columns: [table.issueId, table.voice] })],
)

/** The clusterer's memory of each issue that is not retired. */
export const issueStates = pgTable(
  'issue_states',
  {
    issueId: uuidKey('issue_id'),
    municipalityId: tenant(),
    openedAt: instant('opened_at').notNull(),
    state: json('state').$type<unknown>().notNull(),
  },
  (table) => [index('issue_states_tenant').on(table.municipalityId, table.openedAt)],
)

export const issueLog = pgTable(
  'issue_log',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    municipalityId: tenant(),
    issueId: uuid('issue_id').notNull(),
    at: instant('at').notNull(),
    type: text('type').$type<TimelineEntry['type']>().notNull(),
    by: text('by'),
    text: text('text').notNull(),
    /** The merge or split that it tells of. */
    regrouping: bigint('regrouping', { mode: 'number' }),
  },
  (table) => [index('issue_log_issue').on(table.issueId, table.at)],
)

/** Every merge and split, by people and by machine, with what undoing it needs. */
export const regroupings = pgTable(
  'regroupings',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    municipalityId: tenant(),
    type: text('type').$type<'merge' | 'split' | 'move'>().notNull(),
    /** The issue that others went into, or that messages left. */
    kept: uuid('kept').notNull(),
    /** The issue that was swallowed, or that the messages became or went into. */
    other: uuid('other').notNull(),
    at: instant('at').notNull(),
    /** Null: the machine. */
    by: text('by'),
    /** What was in the swallowed issue, or was split off. */
    messages: uuid('messages').array().notNull(),
    alerts: uuid('alerts').array().notNull(),
    items: uuid('items').array().notNull(),
    handovers: uuid('handovers').array().notNull(),
    /** The walker still had the swallowed issue in its index. */
    wasOpen: boolean('was_open').notNull(),
    /** People had said before that the two are not one. */
    wereApart: boolean('were_apart').notNull(),
    undoneAt: instant('undone_at'),
    undoneBy: text('undone_by'),
  },
  (table) => [
    index('regroupings_kept').on(table.kept).where(sql`${table.undoneAt} is null`),
    index('regroupings_other').on(table.other).where(sql`${table.undoneAt} is null`),
  ],
)
