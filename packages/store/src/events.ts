import { appendEvents } from './append-events.ts'
import type { Database } from './database.ts'
import { readSeq } from './read-seq.ts'
import type { EventQuestions, StoredEvent } from './store.ts'

/** One statement, so the events and the position they are told with are of one moment. */
const AFTER = `select c.stream_seq as "streamSeq", c.pruned_seq as "prunedSeq", e.seq, e.at, e.type, e.data
  from municipality_counters c left join lateral (
    select seq, at, type, data from events where municipality_id = $1 and seq > $2 order by seq limit $3
  ) e on true where c.municipality_id = $1 order by e.seq`
const PRUNE = `with bound as (
    select coalesce((select seq - 1 from events where municipality_id = $1 and at >= $2 order by seq limit 1), c.stream_seq) as seq
    from municipality_counters c where c.municipality_id = $1
  ), gone as (
    delete from events e using bound where e.municipality_id = $1 and e.seq <= bound.seq returning e.seq
  ), noted as (
    update municipality_counters set pruned_seq = greatest(pruned_seq, bound.seq) from bound where municipality_id = $1
  )
  select count(*)::int as gone from gone`

type EventRow = { streamSeq: number; prunedSeq: number; seq: number | null; at: Date; type: StoredEvent['type']; data: unknown }

export function eventQuestions(database: Database): EventQuestions {
  const { pool } = database
  return {
    seq: (municipalityId) => database.snapshot((tx) => readSeq(tx, municipalityId)),
    async after(municipalityId, after, limit) {
      const { rows } = await pool.query<EventRow>({ name: 'events-after', text: AFTER, values: [municipalityId, after, limit] })
      const events = rows.flatMap(({ seq, at, type, data }): StoredEvent[] =>
        seq === null ? [] : [{ seq, at: at.toISOString(), type, data }],
      )
      return { events, pruned: after < (rows[0]?.prunedSeq ?? 0), seq: rows[0]?.streamSeq ?? 0 }
    },
    async append(municipalityId, events, now) {
      const seq = await database.transact((tx) => appendEvents(tx, municipalityId, events, { now }))
      if (events.length > 0) database.hints.send(municipalityId)
      return seq
    },
    async prune(municipalityId, before) {
      const { rows } = await pool.query<{ gone: number }>({ name: 'events-prune', text: PRUNE, values: [municipalityId, before] })
      return rows[0]?.gone ?? 0
    },
    onHint: (listener) => database.hints.listen(listener),
  }
}
