import { bytesArray, plainArray } from './array-literal.ts'
import type { Database, Transaction } from './database.ts'
import { inbox, messageKeys, sealedOriginals } from './schema/index.ts'
import type { AcceptOutcome, InboxItem } from './store.ts'
import { unnestOf } from './unnest.ts'

type Known = {
  messageId: string
  revision: number
  contentHash: Buffer
  updatedAtMs: number | null
  receivedMicros: number
  erased: boolean
}
type KnownRow = Known & { position: number }
type Entry = { item: InboxItem; messageId: string; revision: number; receivedAt: string }
type Judged = {
  outcomes: AcceptOutcome[]
  entries: Entry[]
  keys: (Known & { item: InboxItem })[]
  lastMicros: number
  added: Map<string, number>
  hours: Map<string, SourceHour>
}

const HOUR_MS = 3_600_000

const LOCK = `select inbox_seq as "inboxSeq",
    (extract(epoch from greatest($2::timestamptz, last_received_at + interval '1 microsecond')) * 1000000)::bigint as "micros"
  from municipality_counters where municipality_id = $1 for update`

const LOOK_UP = `select u.position::int as "position", k.message_id as "messageId", k.revision, k.content_hash as "contentHash",
    (extract(epoch from k.source_updated_at) * 1000)::bigint as "updatedAtMs", (extract(epoch from k.received_at) * 1000000)::bigint as "receivedMicros",
    k.erased_at is not null as "erased"
  from unnest($1::uuid[], $2::bytea[]) with ordinality as u(source_id, external_key, position)
  join message_keys k on k.source_id = u.source_id and k.external_key = u.external_key`

const KEYS = unnestOf(messageKeys, ['sourceId', 'externalKey', 'messageId', 'revision', 'contentHash', 'sourceUpdatedAt', 'receivedAt'], {
  first: 2,
})
const SEALED = unnestOf(sealedOriginals, ['messageId', 'sealed', 'expiresAt'], { first: 9 })
const INBOX = unnestOf(inbox, ['seq', 'messageId', 'sourceId', 'revision', 'receivedAt', 'payload'], { first: 12 })

const WRITE = `with keys as (
    insert into message_keys (municipality_id, ${KEYS.columns}) select $1, ${KEYS.select} from ${KEYS.from}
    on conflict (source_id, external_key) do update set ${KEYS.excluded(['revision', 'contentHash', 'sourceUpdatedAt'])}
  ), sealed as (
    insert into sealed_originals (municipality_id, ${SEALED.columns}) select $1, ${SEALED.select} from ${SEALED.from}
    on conflict (message_id) do update set ${SEALED.excluded(['sealed', 'expiresAt'])}
  ), counters as (
    update municipality_counters set inbox_seq = $18, last_received_at = $19, waiting = waiting + $20 where municipality_id = $1
  ), tallied as (
    update sources set messages = sources.messages + s.n, last_message_at = $23 from unnest($21::uuid[], $22::int[]) as s(id, n) where sources.id = s.id
  ), hours as (
    insert into source_hours (source_id, hour_at, messages) select s.id, s.hour_at, s.n from unnest($24::uuid[], $25::timestamptz[], $26::int[]) as s(id, hour_at, n)
    on conflict (source_id, hour_at) do update set messages = source_hours.messages + excluded.messages
  )
  insert into inbox (municipality_id, ${INBOX.columns}) select $1, ${INBOX.select} from ${INBOX.from}`

/** Makes a batch durable and answers per item: see `InboxQuestions.accept`. */
export async function accept(database: Database, municipalityId: number, items: readonly InboxItem[], now: Date): Promise<AcceptOutcome[]> {
  if (items.length === 0) return []
  return database.transact(async (tx) => {
    const [[counters], known] = await Promise.all([
      tx.rows<{ inboxSeq: number; micros: number }>({ name: 'accept-lock', text: LOCK, values: [municipalityId, now] }),
      lookUp(tx, items),
    ])
    if (!counters) throw new Error(`municipality: ${municipalityId}, expected one that exists`)
    const judged = judge(items, known, counters, now)
    if (judged.entries.length > 0) write(tx, municipalityId, judged, counters.inboxSeq, now)
    return judged.outcomes
  })
}

async function lookUp(tx: Transaction, items: readonly InboxItem[]): Promise<Map<string, Known>> {
  const values = [plainArray(items.map((item) => item.sourceId)), bytesArray(items.map((item) => item.externalKey))]
  const rows = await tx.rows<KnownRow>({ name: 'accept-look-up', text: LOOK_UP, values })
  return new Map(rows.map((row) => [keyOf(items[row.position - 1]!), row]))
}

const keyOf = (item: InboxItem): string => item.sourceId + item.externalKey.toString('latin1')

/** Decides item by item, in order: a message that comes twice in one batch meets itself. */
function judge(items: readonly InboxItem[], known: Map<string, Known>, counters: { inboxSeq: number; micros: number }, now: Date): Judged {
  const outcomes: AcceptOutcome[] = []
  const entries: Entry[] = []
  const changed = new Map<string, Known & { item: InboxItem }>()
  const added = new Map<string, number>()
  const hours = new Map<string, SourceHour>()
  let micros = counters.micros
  for (const item of items) {
    const key = keyOf(item)
    const before = known.get(key)
    if (before && isDuplicate(before, item)) {
      outcomes.push({ messageId: before.messageId, outcome: 'duplicate', seq: null })
      continue
    }
    const updatedAtMs = Math.max(before?.updatedAtMs ?? Number.NEGATIVE_INFINITY, item.updatedAt?.getTime() ?? Number.NEGATIVE_INFINITY)
    const after: Known = {
      messageId: before?.messageId ?? item.messageId,
      revision: (before?.revision ?? 0) + 1,
      contentHash: item.contentHash,
      updatedAtMs: Number.isFinite(updatedAtMs) ? updatedAtMs : null,
      receivedMicros: before?.receivedMicros ?? micros++,
      erased: false,
    }
    if (!before) {
      added.set(item.sourceId, (added.get(item.sourceId) ?? 0) + 1)
      countHour(hours, item, now)
    }
    known.set(key, after)
    changed.set(key, { ...after, item })
    entries.push({ item, messageId: after.messageId, revision: after.revision, receivedAt: instantOf(after.receivedMicros) })
    outcomes.push({ messageId: after.messageId, outcome: before ? 'updated' : 'accepted', seq: counters.inboxSeq + entries.length })
  }
  return { outcomes, entries, keys: [...changed.values()], lastMicros: micros - 1, added, hours }
}

/** New messages of a source in the hour in which they were written: history that comes in at once is not today's crowd. */
type SourceHour = { sourceId: string; hourAt: string; messages: number }

function countHour(hours: Map<string, SourceHour>, { sourceId, payload }: InboxItem, now: Date): void {
  const writtenMs = Math.min(Date.parse(payload.createdAt), now.getTime())
  const hourAt = new Date(Math.floor(writtenMs / HOUR_MS) * HOUR_MS).toISOString()
  const key = `${sourceId} ${hourAt}`
  const known = hours.get(key)
  if (known) known.messages += 1
  else hours.set(key, { sourceId, hourAt, messages: 1 })
}

/** An erased message stays erased, however often its source sends it again. */
function isDuplicate(before: Known, item: InboxItem): boolean {
  if (before.erased || before.contentHash.equals(item.contentHash)) return true
  return item.updatedAt !== null && before.updatedAtMs !== null && item.updatedAt.getTime() < before.updatedAtMs
}

function write(
  tx: Transaction,
  municipalityId: number,
  { entries, keys, lastMicros, added, hours }: Judged,
  inboxSeq: number,
  now: Date,
): void {
  const sealed = new Map(entries.flatMap(({ item, messageId }) => (item.sealed ? [[messageId, item.sealed]] : [])))
  tx.send({
    name: 'accept-write',
    text: WRITE,
    values: [
      municipalityId,
      ...KEYS.encode(
        keys.map(({ item, messageId, revision, contentHash, updatedAtMs, receivedMicros }) => ({
          sourceId: item.sourceId,
          externalKey: item.externalKey,
          messageId,
          revision,
          contentHash,
          sourceUpdatedAt: updatedAtMs === null ? null : new Date(updatedAtMs),
          receivedAt: instantOf(receivedMicros),
        })),
      ),
      ...SEALED.encode([...sealed].map(([messageId, { bytes, expiresAt }]) => ({ messageId, sealed: bytes, expiresAt }))),
      ...INBOX.encode(
        entries.map(({ item, messageId, revision, receivedAt }, at) => ({
          seq: inboxSeq + at + 1,
          messageId,
          sourceId: item.sourceId,
          revision,
          receivedAt,
          payload: item.payload,
        })),
      ),
      inboxSeq + entries.length,
      instantOf(lastMicros),
      entries.length,
      plainArray([...added.keys()]),
      plainArray([...added.values()]),
      now,
      plainArray([...hours.values()].map(({ sourceId }) => sourceId)),
      plainArray([...hours.values()].map(({ hourAt }) => hourAt)),
      plainArray([...hours.values()].map(({ messages }) => messages)),
    ],
  })
}

/** RFC 3339 with the microseconds that `Date` cannot hold. */
export function instantOf(micros: number): string {
  const ms = Math.floor(micros / 1000)
  const rest = String(micros - ms * 1000).padStart(3, '0')
  return `${new Date(ms).toISOString().slice(0, -1)}${rest}Z`
}
