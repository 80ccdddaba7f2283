import type { Message } from '@rumoer/contracts'
import { and, eq, inArray, lte, sql } from 'drizzle-orm'
import { accept, instantOf } from './accept.ts'
import { bytesArray, plainArray } from './array-literal.ts'
import type { Database, Transaction } from './database.ts'
import { inbox, messageKeys, messages, municipalityCounters, setAside } from './schema/index.ts'
import type { InboxPayload, InboxQuestions, WaitingMessage } from './store.ts'
import { unnestOf } from './unnest.ts'

export type StoredPayload = { messageId: string; sourceId: string; revision: number; receivedAt: Date; payload: InboxPayload }
type SetAsideRow = typeof setAside.$inferSelect

const WAITING = `select seq, message_id as "messageId", source_id as "sourceId", revision, received_at as "receivedAt", payload
  from inbox where municipality_id = $1 and seq > $3 order by seq limit $2`
/** What was erased at one source stays known: it is not brought back by another. */
const ELSEWHERE = `with kin as (
    select k.source_id, k.external_key, k.content_hash, k.message_id, k.received_at > now() - interval '30 days' as recent
    from message_keys k join sources s on s.id = k.source_id where s.municipality_id = $1 and s.kind = $2
  )
  select distinct on (u.position) u.position::int as "position", kin.message_id as "messageId"
  from unnest($4::bytea[], $5::bytea[]) with ordinality as u(external_key, content_hash, position)
  join kin on (kin.external_key = u.external_key and kin.source_id <> $3) or (kin.recent and kin.content_hash = u.content_hash and kin.external_key <> u.external_key)
  order by u.position, kin.message_id`
const SET_ASIDE = `with gone as (delete from inbox where municipality_id = $1 and seq = $2 returning *)
  insert into set_aside (municipality_id, message_id, source_id, revision, attempts, received_at, payload, error, at)
  select municipality_id, message_id, source_id, revision, attempts + 1, received_at, payload, $3, $4 from gone`
const RETRIED = unnestOf(inbox, ['seq', 'messageId', 'sourceId', 'revision', 'attempts', 'payload'], { first: 2, extra: { fresh: 'text' } })
const LONGEST_ERROR = 500

export function inboxQuestions(database: Database): InboxQuestions {
  const { orm } = database
  const counters = async (municipalityId: number) => {
    const [row] = await orm.select().from(municipalityCounters).where(eq(municipalityCounters.municipalityId, municipalityId))
    return row ?? { waiting: 0, inboxSeq: 0 }
  }
  return {
    accept: (municipalityId, items, now) => accept(database, municipalityId, items, now),
    async broughtElsewhere({ id, municipalityId, kind }, items) {
      if (items.length === 0) return []
      const keys = bytesArray(items.map((item) => item.externalKey))
      const hashes = bytesArray(items.map((item) => item.contentHash))
      const { rows } = await database.pool.query<{ position: number; messageId: string }>({
        name: 'brought-elsewhere',
        text: ELSEWHERE,
        values: [municipalityId, kind, id, keys, hashes],
      })
      const found = new Map(rows.map(({ position, messageId }) => [position, messageId]))
      return items.map((_, at) => found.get(at + 1) ?? null)
    },
    async waiting(municipalityId, limit, afterSeq = 0) {
      const { rows } = await database.pool.query<StoredPayload & { seq: number }>({
        name: 'inbox-waiting',
        text: WAITING,
        values: [municipalityId, limit, afterSeq],
      })
      return rows.map((row): WaitingMessage => ({ seq: row.seq, revision: row.revision, message: messageOfPayload(row) }))
    },
    count: async (municipalityId) => (await counters(municipalityId)).waiting,
    lastSeq: async (municipalityId) => (await counters(municipalityId)).inboxSeq,
    async drained(municipalityId, uptoSeq) {
      const earlier = and(eq(inbox.municipalityId, municipalityId), lte(inbox.seq, uptoSeq))
      return (await orm.select({ seq: inbox.seq }).from(inbox).where(earlier).limit(1)).length === 0
    },
    setAside: (municipalityId, seq, error, now) =>
      database.transact(async (tx) => {
        const moved = await tx.write({ text: SET_ASIDE, values: [municipalityId, seq, error.slice(0, LONGEST_ERROR), now] })
        await countWaiting(tx, municipalityId, -moved)
      }),
    async listSetAside(municipalityId) {
      const rows = await orm.select().from(setAside).where(eq(setAside.municipalityId, municipalityId)).orderBy(setAside.id)
      return rows.map(({ id, messageId, error, at, attempts }) => ({ id, messageId, error, at, attempts }))
    },
    retrySetAside: (municipalityId, now, ids) => database.transact((tx) => retry(tx, municipalityId, now, ids)),
  }
}

/** What waits in the inbox, as the walk sees it. */
export function messageOfPayload({ messageId, sourceId, revision, receivedAt, payload }: StoredPayload): Message {
  return { ...payload, id: messageId, sourceId, revision, receivedAt: receivedAt.toISOString() }
}

export async function countWaiting(tx: Transaction, municipalityId: number, more: number): Promise<void> {
  if (more === 0) return
  const waiting = sql`${municipalityCounters.waiting} + ${more}`
  await tx.orm.update(municipalityCounters).set({ waiting }).where(eq(municipalityCounters.municipalityId, municipalityId))
}

/** A message that is not placed yet is received anew, so that lists in order of receipt do not skip it; an overtaken revision is dropped. */
async function retry(tx: Transaction, municipalityId: number, now: Date, ids?: readonly number[]): Promise<number> {
  const where = eq(municipalityCounters.municipalityId, municipalityId)
  const [counters] = await tx.orm.select().from(municipalityCounters).where(where).for('update')
  if (!counters) return 0
  const chosen = ids
    ? and(eq(setAside.municipalityId, municipalityId), inArray(setAside.id, [...ids]))
    : eq(setAside.municipalityId, municipalityId)
  const taken = (await tx.orm.delete(setAside).where(chosen).returning()).sort((a, b) => a.id - b.id)
  const rows = await stillPresent(tx, taken)
  if (rows.length === 0) return 0
  const messageIds = rows.map((row) => row.messageId)
  const placed = new Set(
    (await tx.orm.select({ id: messages.id }).from(messages).where(inArray(messages.id, messageIds))).map(({ id }) => id),
  )
  let micros = Math.max(now.getTime(), (counters.lastReceivedAt?.getTime() ?? 0) + 1) * 1000
  const freshAt = rows.map((row) => (placed.has(row.messageId) ? null : instantOf(micros++)))
  await tx.write({
    text: `with renewed as (
        update message_keys k set received_at = f.at from unnest($9::uuid[], $10::timestamptz[]) as f(id, at) where k.municipality_id = $1 and k.message_id = f.id and f.at is not null
      )
      insert into inbox (municipality_id, received_at, ${RETRIED.columns})
      select $1, coalesce(u.fresh::timestamptz, m.received_at), ${RETRIED.select} from ${RETRIED.from}
      left join messages m on m.id = u.message_id and m.municipality_id = $1`,
    values: [
      municipalityId,
      ...RETRIED.encode(rows.map((row, at) => ({ ...row, seq: counters.inboxSeq + at + 1, fresh: freshAt[at] }))),
      plainArray(messageIds),
      plainArray(freshAt),
    ],
  })
  const inboxSeq = counters.inboxSeq + rows.length
  const lastReceivedAt = sql`greatest(${municipalityCounters.lastReceivedAt}, ${instantOf(micros - 1)}::timestamptz)`
  await tx.orm
    .update(municipalityCounters)
    .set({ inboxSeq, lastReceivedAt, waiting: counters.waiting + rows.length })
    .where(where)
  return rows.length
}

/** Rows whose message has no newer revision since, and was not erased. */
async function stillPresent(tx: Transaction, taken: readonly SetAsideRow[]): Promise<SetAsideRow[]> {
  if (taken.length === 0) return []
  const known = await tx.orm
    .select({ messageId: messageKeys.messageId, revision: messageKeys.revision, erasedAt: messageKeys.erasedAt })
    .from(messageKeys)
    .where(
      and(
        inArray(messageKeys.sourceId, [...new Set(taken.map((row) => row.sourceId))]),
        inArray(
          messageKeys.messageId,
          taken.map((row) => row.messageId),
        ),
      ),
    )
  const present = new Map(known.map((key) => [key.messageId, key]))
  return taken.filter((row) => {
    const key = present.get(row.messageId)
    return key !== undefined && key.erasedAt === null && key.revision <= row.revision
  })
}
