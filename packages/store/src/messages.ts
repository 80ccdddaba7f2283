import type { MessageOut } from '@rumoer/contracts'
import { and, asc, desc, eq, getTableColumns, gt, inArray, isNull, lt, or, type SQL, sql } from 'drizzle-orm'
import { instantOf } from './accept.ts'
import { askedQuestions } from './asked-questions.ts'
import { countMessages } from './count-messages.ts'
import { readCursor, writeCursor } from './cursor.ts'
import type { Database, Transaction } from './database.ts'
import { eraseMessage, eraseVoices } from './erase-message.ts'
import { messageOfPayload } from './inbox.ts'
import { lessonStamp, lessonsOf } from './lessons.ts'
import { messageConditions } from './message-conditions.ts'
import { toMessage, toMessageOut } from './message-rows.ts'
import { readSeq } from './read-seq.ts'
import { inbox, messages, setAside, sources } from './schema/index.ts'
import type { MessageQuestions } from './store.ts'

const { search: _, ...COLUMNS } = getTableColumns(messages)
const MICROS = sql<number>`(extract(epoch from ${messages.receivedAt}) * 1000000)::bigint`.mapWith(Number)

const OLDEST_FIRST = { direction: asc, beyond: sql`>` }
const NEWEST_FIRST = { direction: desc, beyond: sql`<` }

export function messageQuestions(database: Database): MessageQuestions {
  const { orm } = database
  return {
    search: (municipalityId, query) =>
      database.snapshot(async (tx) => {
        const conditions = messageConditions(municipalityId, query)
        const cursor = readCursor(query.cursor)
        const receivedAt = cursor && sql`${instantOf(cursor.order)}::timestamptz`
        const { direction, beyond } = query.sort === '-receivedAt' ? NEWEST_FIRST : OLDEST_FIRST
        const after = cursor && sql`(${messages.receivedAt}, ${messages.id}) ${beyond} (${receivedAt}, ${cursor.id}::uuid)`
        const rows = await tx.orm
          .select({ row: COLUMNS, sourceName: sources.name, micros: MICROS })
          .from(messages)
          .innerJoin(sources, eq(sources.id, messages.sourceId))
          .where(and(...conditions, after ?? undefined))
          .orderBy(direction(messages.receivedAt), direction(messages.id))
          .limit(query.limit + 1)
        const page = rows.slice(0, query.limit)
        const last = page[page.length - 1]
        return {
          items: page.map(({ row, sourceName }) => toMessageOut(row, sourceName)),
          next: rows.length > query.limit && last ? writeCursor({ order: last.micros, id: last.row.id }) : null,
          seq: await readSeq(tx, municipalityId),
          ...(query.total ? { total: await totalOf(tx, conditions) } : {}),
        }
      }),
    counts: (municipalityId, filter) => database.snapshot((tx) => countMessages(tx, municipalityId, filter)),
    byId: (municipalityId, id) =>
      database.snapshot(async (tx) => (await placedById(tx, municipalityId, id)) ?? waitingById(tx, municipalityId, id)),
    erase: (municipalityId, source, now) => eraseMessage(database, municipalityId, source, now),
    eraseVoices: (municipalityId, account, now) => eraseVoices(database, municipalityId, account, now),
    async byIds(municipalityId, ids) {
      if (ids.length === 0) return []
      const rows = await orm
        .select(COLUMNS)
        .from(messages)
        .where(and(eq(messages.municipalityId, municipalityId), inArray(messages.id, [...ids]), isNull(messages.erasedAt)))
        .orderBy(asc(messages.createdAt), asc(messages.id))
      return rows.map(toMessage)
    },
    async history(municipalityId, before, after, limit) {
      const beyond = after
        ? or(gt(messages.createdAt, after.createdAt), and(eq(messages.createdAt, after.createdAt), gt(messages.id, after.id)))
        : undefined
      const rows = await orm
        .select(COLUMNS)
        .from(messages)
        .where(and(eq(messages.municipalityId, municipalityId), lt(messages.createdAt, before), isNull(messages.erasedAt), beyond))
        .orderBy(asc(messages.createdAt), asc(messages.id))
        .limit(limit)
      return rows.map(toMessage)
    },
    lessons: (municipalityId, limit) =>
      database.snapshot(async (tx) => ({
        stamp: await lessonStamp(tx.orm, municipalityId),
        lessons: await lessonsOf(tx.orm, municipalityId, limit),
      })),
    lessonStamp: (municipalityId) => lessonStamp(orm, municipalityId),
    asked: (municipalityId, filter, limit) => askedQuestions(orm, municipalityId, filter, limit),
  }
}

async function totalOf({ orm }: Transaction, conditions: SQL[]): Promise<number> {
  const [row] = await orm
    .select({ total: sql<number>`count(*)`.mapWith(Number) })
    .from(messages)
    .innerJoin(sources, eq(sources.id, messages.sourceId))
    .where(and(...conditions))
  return row!.total
}

async function placedById({ orm }: Transaction, municipalityId: number, id: string): Promise<MessageOut | null> {
  const [found] = await orm
    .select({ row: COLUMNS, sourceName: sources.name })
    .from(messages)
    .innerJoin(sources, eq(sources.id, messages.sourceId))
    .where(and(eq(messages.municipalityId, municipalityId), eq(messages.id, id)))
  return found ? toMessageOut(found.row, found.sourceName) : null
}

/** Accepted but not placed: it waits, or was set aside. */
async function waitingById({ orm }: Transaction, municipalityId: number, id: string): Promise<MessageOut | null> {
  for (const table of [inbox, setAside]) {
    const [found] = await orm
      .select({
        messageId: table.messageId,
        sourceId: table.sourceId,
        revision: table.revision,
        receivedAt: table.receivedAt,
        payload: table.payload,
        sourceName: sources.name,
      })
      .from(table)
      .innerJoin(sources, eq(sources.id, table.sourceId))
      .where(and(eq(table.municipalityId, municipalityId), eq(table.messageId, id)))
      .limit(1)
    if (!found) continue
    const {
      sourceId,
      revision: _revision,
      voice: _voice,
      givenAreaCode: _area,
      givenCategory: _given,
      reach: _reach,
      ...message
    } = messageOfPayload(found)
    return {
      ...message,
      source: { id: sourceId, name: found.sourceName },
      areaCode: null,
      areaCodes: [],
      issue: null,
      reading: null,
    }
  }
  return null
}
