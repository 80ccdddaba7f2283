import { and, desc, eq, isNotNull, isNull, type SQL, sql } from 'drizzle-orm'
import type { Orm } from './database.ts'
import { corrections, messages } from './schema/index.ts'
import type { Lesson } from './store.ts'

const LAST = sql<number>`max(${corrections.id})`.mapWith(Number)

/** Messages whose reading a person corrected, and that still have their text. */
const taught = (municipalityId: number): SQL =>
  and(
    eq(corrections.municipalityId, municipalityId),
    eq(messages.municipalityId, municipalityId),
    isNotNull(messages.correction),
    isNull(messages.erasedAt),
  )!

/** See `MessageQuestions.lessons`. */
export async function lessonsOf(orm: Orm, municipalityId: number, limit: number): Promise<Lesson[]> {
  const { text, language, correction } = messages
  const rows = await orm
    .select({ text, language, correction })
    .from(corrections)
    .innerJoin(messages, eq(messages.id, corrections.messageId))
    .where(taught(municipalityId))
    .groupBy(messages.municipalityId, messages.receivedAt, messages.id)
    .orderBy(desc(LAST))
    .limit(limit)
  return rows.flatMap((row) => (row.correction === null ? [] : [{ ...row, correction: row.correction }]))
}

/** Changes with every correction, and when one is taken back or its text erased. */
export async function lessonStamp(orm: Orm, municipalityId: number): Promise<string> {
  const [row] = await orm
    .select({ count: sql<number>`count(*)`.mapWith(Number), last: LAST })
    .from(corrections)
    .innerJoin(messages, eq(messages.id, corrections.messageId))
    .where(taught(municipalityId))
  return `${row?.count ?? 0}/${row?.last ?? 0}`
}
