import { and, asc, eq, getTableColumns, gte, isNotNull, isNull, lte } from 'drizzle-orm'
import type { Database } from './database.ts'
import { toMessageOut } from './message-rows.ts'
import { messageQuestions } from './messages.ts'
import type { PublicReportQuestions } from './public-report-questions.ts'
import { messages, publicReports, sources } from './schema/index.ts'

const { search: _, ...MESSAGE } = getTableColumns(messages)

export function publicReportQuestions(database: Database): PublicReportQuestions {
  const { orm } = database
  const { byId } = messageQuestions(database)
  return {
    async add(municipalityId, report) {
      const [added] = await orm
        .insert(publicReports)
        .values({ municipalityId, ...report })
        .returning({ number: publicReports.number })
      return added!.number
    },
    async byId(id) {
      const [found] = await orm.select().from(publicReports).where(eq(publicReports.id, id))
      if (!found) return null
      const { number, municipalityId, messageId } = found
      const [erased] = await orm
        .select({ id: messages.id })
        .from(messages)
        .where(and(eq(messages.municipalityId, municipalityId), eq(messages.id, messageId), isNotNull(messages.erasedAt)))
      const message = erased ? null : await byId(municipalityId, messageId)
      return message && { id, number, municipalityId, message }
    },
    async list(municipalityId, { from, to, open, limit }) {
      const status = open === undefined ? undefined : (open ? isNull : isNotNull)(messages.closedAt)
      const rows = await orm
        .select({ id: publicReports.id, number: publicReports.number, row: MESSAGE, sourceName: sources.name })
        .from(publicReports)
        .innerJoin(messages, and(eq(messages.municipalityId, publicReports.municipalityId), eq(messages.id, publicReports.messageId)))
        .innerJoin(sources, eq(sources.id, messages.sourceId))
        .where(
          and(
            eq(publicReports.municipalityId, municipalityId),
            gte(publicReports.reportedAt, from),
            lte(publicReports.reportedAt, to),
            isNull(messages.erasedAt),
            status,
          ),
        )
        .orderBy(asc(publicReports.reportedAt), asc(publicReports.id))
        .limit(limit)
      return rows.map(({ id, number, row, sourceName }) => ({ id, number, municipalityId, message: toMessageOut(row, sourceName) }))
    },
  }
}
