import type { StreamEvent } from '@rumoer/contracts'
import { appendEvents } from './append-events.ts'
import type { Database, Transaction } from './database.ts'
import { expireHandovers, silenceHandovers } from './handover-upkeep.ts'
import type { MessageRow } from './message-rows.ts'
import { messages } from './schema/index.ts'
import type { RetentionQuestions } from './store.ts'
import { withoutWords } from './tombstone.ts'
import { selectList, unnestOf } from './unnest.ts'

/** Kept from the day of receipt: a file of last year is stored today, for as long as its source may keep it. */
const PAST = `received_at < $2::timestamptz - make_interval(days => s.retention_days)`
const EXPIRED = `select ${selectList(messages, 'm', ['search'])} from messages m join sources s on s.id = m.source_id
  where m.municipality_id = $1 and m.erased_at is null and m.${PAST}
  order by m.received_at, m.id limit $3 for update of m`
/** Words about health, crime, religion or conviction are kept this long at most, whatever their source may keep. */
const SPECIAL_DAYS = 30
const EXPIRED_SPECIAL = `select ${selectList(messages, 'm', ['search'])} from messages m
  where m.municipality_id = $1 and m.reading -> 'special' is not null and m.erased_at is null
    and m.received_at < $2::timestamptz - make_interval(days => ${SPECIAL_DAYS})
  order by m.received_at, m.id limit $3 for update of m`
const KEYS = ['id', 'text', 'externalId', 'lat', 'lon', 'address', 'reading', 'erasedAt'] as const
const WORDLESS = unnestOf(messages, KEYS, { first: 2 })
const WIPE = `update messages m set text = u.text, external_id = u.external_id, lat = u.lat, lon = u.lon, address = u.address,
    reading = u.reading::jsonb, erased_at = u.erased_at
  from ${WORDLESS.from} where m.municipality_id = $1 and m.id = u.id`
const UNSEAL = 'delete from sealed_originals where municipality_id = $1 and expires_at <= $2'
const FORGET = `delete from set_aside a using sources s where a.municipality_id = $1 and s.id = a.source_id and a.${PAST}`

/** A source's normal looks back four weeks. */
const FORGET_HOURS = `delete from source_hours h using sources s where s.municipality_id = $1 and s.id = h.source_id
  and h.hour_at < $2::timestamptz - interval '35 days'`

/** What was sent stays as long as its alert is open, for whoever was told must hear of its end; after that so many days. */
const DELIVERY_DAYS = 90
const FORGET_DELIVERIES = `delete from deliveries d using alerts a where d.municipality_id = $1 and a.id = d.alert_id
  and a.status = 'closed' and greatest(d.created_at, a.closed_at) < $2::timestamptz - interval '${DELIVERY_DAYS} days'`

export function retentionQuestions(database: Database): RetentionQuestions {
  return {
    async expire({ municipalityId, epoch }, now, limit) {
      const done = await database.transact(async (tx) => {
        const originals = await tx.write({ name: 'expire-originals', text: UNSEAL, values: [municipalityId, now] })
        const setAside = await tx.write({ name: 'expire-set-aside', text: FORGET, values: [municipalityId, now] })
        await tx.write({ name: 'expire-source-hours', text: FORGET_HOURS, values: [municipalityId, now] })
        const deliveries = await tx.write({ name: 'expire-deliveries', text: FORGET_DELIVERIES, values: [municipalityId, now] })
        const wiped = await wipe(tx, municipalityId, now, limit)
        await expireHandovers(tx, municipalityId, now)
        const silenced = await silenceHandovers(
          tx,
          municipalityId,
          wiped.map(({ id }) => id),
          { now, erasedAtSource: false },
        )
        const erased = wiped.map(({ id, issueId }): StreamEvent => ({ type: 'message.erased', data: { id, issue: issueId } }))
        await appendEvents(tx, municipalityId, [...silenced, ...erased], { now, epoch })
        return { originals, setAside, deliveries, texts: wiped.length }
      })
      if (done.texts > 0) database.hints.send(municipalityId)
      return done
    },
  }
}

/** Takes the words out of the oldest expired messages. What issues, hours and reports count does not change, so nothing is counted anew. */
async function wipe(tx: Transaction, municipalityId: number, now: Date, limit: number): Promise<MessageRow[]> {
  const special = await tx.rows<MessageRow>({ name: 'expired-special', text: EXPIRED_SPECIAL, values: [municipalityId, now, limit] })
  const others = await tx.rows<MessageRow>({
    name: 'expired-messages',
    text: EXPIRED,
    values: [municipalityId, now, limit - special.length],
  })
  const found = new Set(special.map(({ id }) => id))
  const rows = [...special, ...others.filter(({ id }) => !found.has(id))]
  if (rows.length === 0) return []
  const wordless = rows.map((row) => withoutWords(row, now))
  await tx.write({ name: 'expire-messages', text: WIPE, values: [municipalityId, ...WORDLESS.encode(wordless)] })
  return rows
}
