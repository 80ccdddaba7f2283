import type { Collection, Issue, IssueQuery } from '@rumoer/contracts'
import { and, asc, desc, eq, exists, inArray, isNull, ne, or, type SQL, sql } from 'drizzle-orm'
import { readCursor, writeCursor } from './cursor.ts'
import type { Database, Transaction } from './database.ts'
import { toIssue } from './issue-rows.ts'
import { type MessageFilter, messageConditions } from './message-conditions.ts'
import { readSeq } from './read-seq.ts'
import { issues, messages, users } from './schema/index.ts'

/** In order of opening, or the hottest first; of equally hot ones the newest first. */
const ORDERS = {
  receivedAt: {
    value: sql<number>`(extract(epoch from ${issues.openedAt}) * 1000000)::bigint`.mapWith(Number),
    direction: asc,
    beyond: sql`>`,
  },
  heat: { value: sql<number>`${issues.heat}`.mapWith(Number), direction: desc, beyond: sql`<` },
} as const

/** Issues that were merged into another are not listed. */
export async function searchIssues(database: Database, municipalityId: number, query: IssueQuery): Promise<Collection<Issue>> {
  const { value, direction, beyond } = ORDERS[query.sort]
  const cursor = readCursor(query.cursor, { whole: query.sort === 'receivedAt' })
  const after =
    cursor && sql`(${value} ${beyond} ${cursor.order} or (${value} = ${cursor.order} and ${issues.id} ${beyond} ${cursor.id}::uuid))`
  return database.snapshot(async (tx) => {
    const conditions = issueConditions(tx, municipalityId, query)
    const rows = await tx.orm
      .select({ issue: issues, assigneeName: users.name, order: value })
      .from(issues)
      .leftJoin(users, eq(users.id, issues.assigneeId))
      .where(and(...conditions, after ?? undefined))
      .orderBy(direction(value), direction(issues.id))
      .limit(query.limit + 1)
    const page = rows.slice(0, query.limit)
    const last = page[page.length - 1]
    return {
      items: page.map(({ issue, assigneeName }) => toIssue({ ...issue, assigneeName })),
      next: rows.length > query.limit && last ? writeCursor({ order: last.order, id: last.issue.id }) : null,
      seq: await readSeq(tx, municipalityId),
      ...(query.total ? { total: await tx.orm.$count(issues, and(...conditions)) } : {}),
    }
  })
}

/** Filters on messages (area, channel, kind, sentiment, period) mean: an issue with at least one message that meets them all. */
function issueConditions({ orm }: Transaction, municipalityId: number, query: IssueQuery): SQL[] {
  const { q, category, status, level, assignee, area, channel, kind, sentiment, from, to } = query
  const onMessages = [area, channel, kind, sentiment, from, to].some((filter) => filter !== undefined)
  const having = (filter: MessageFilter) =>
    exists(
      orm
        .select({ one: sql`1` })
        .from(messages)
        .where(and(eq(messages.issueId, issues.id), ...messageConditions(municipalityId, filter))),
    )
  // Under an `or` a question per issue is asked for each of them; a list of issues is made once.
  const telling = (filter: MessageFilter) =>
    orm
      .select({ issueId: messages.issueId })
      .from(messages)
      .where(and(...messageConditions(municipalityId, filter)))
  const words = q?.trim()
    ? sql`to_tsvector('dutch', ${issues.title} || ' ' || array_to_string(${issues.keywords}, ' ')) @@ websearch_to_tsquery('dutch', ${q})`
    : undefined
  const conditions: (SQL | undefined)[] = [
    eq(issues.municipalityId, municipalityId),
    isNull(issues.mergedInto),
    ne(issues.messages, 0),
    words && or(words, inArray(issues.id, telling({ q }))),
    category === undefined ? undefined : or(eq(issues.categoryMain, category), eq(issues.categorySub, category)),
    status === undefined ? undefined : eq(issues.status, status),
    level === undefined ? undefined : eq(issues.level, level),
    assignee === undefined ? undefined : assignee === 'none' ? isNull(issues.assigneeId) : eq(issues.assigneeId, assignee),
    onMessages ? having({ area, channel, kind, sentiment, from, to }) : undefined,
  ]
  return conditions.filter((condition) => condition !== undefined)
}
