import { UNKNOWN_CATEGORY } from '@rumoer/contracts'
import { and, desc, eq, isNull, ne, sql } from 'drizzle-orm'
import type { Orm } from './database.ts'
import { type MessageFilter, messageConditions } from './message-conditions.ts'
import { contentItems, issues, messages } from './schema/index.ts'
import type { StoredQuestion } from './store.ts'

const QUESTION = sql<string>`${messages.reading} ->> 'question'`
/** The first that was published about the issue after the question was asked. */
const ANSWERED = sql<string | null>`(
  select min(${contentItems.updatedAt}) from ${contentItems}
  where ${contentItems.issueId} = ${messages.issueId} and ${contentItems.status} = 'published' and ${contentItems.updatedAt} >= ${messages.createdAt}
)`

/** See `MessageQuestions.asked`. */
export async function askedQuestions(orm: Orm, municipalityId: number, filter: MessageFilter, limit: number): Promise<StoredQuestion[]> {
  const rows = await orm
    .select({
      id: messages.id,
      question: QUESTION,
      language: messages.language,
      createdAt: messages.createdAt,
      areaCode: messages.areaCode,
      issueId: messages.issueId,
      issueTitle: issues.title,
      answeredAt: ANSWERED,
    })
    .from(messages)
    .innerJoin(issues, eq(issues.id, messages.issueId))
    .where(
      and(
        ...messageConditions(municipalityId, filter),
        filter.category === undefined ? ne(messages.categoryMain, UNKNOWN_CATEGORY.main) : undefined,
        messages.hasQuestion,
        isNull(messages.erasedAt),
      ),
    )
    .orderBy(desc(messages.createdAt), desc(messages.id))
    .limit(limit)
  return rows.reverse().map(({ answeredAt, ...row }) => ({ ...row, answeredAt: answeredAt === null ? null : new Date(answeredAt) }))
}
