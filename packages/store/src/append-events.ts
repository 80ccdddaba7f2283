import type { StreamEvent } from '@rumoer/contracts'
import { jsonList, jsonListOf, textArray } from './array-literal.ts'
import type { Transaction } from './database.ts'
import { OwnershipLostError } from './errors.ts'

const APPEND = `with counters as (
    update municipality_counters set stream_seq = stream_seq + cardinality($2::text[]), waiting = waiting - $5
    where municipality_id = $1 and ($6::bigint is null or owner_epoch = $6) returning stream_seq
  ), added as (
    insert into events (municipality_id, seq, at, type, data)
    select $1, stream_seq - cardinality($2::text[]) + e.position, $4, e.type, e.data::json
    from counters, unnest($2::text[], ${jsonListOf(3)}) with ordinality as e(type, data, position)
  )
  select stream_seq as "seq" from counters`

export type AppendOptions = {
  now: Date
  /** The ownership that the transaction was made under: it fails when another has taken over. */
  epoch?: number
  /** Inbox rows that this transaction took out. */
  taken?: number
}

/**
 * Appends to the outbox as the transaction's last step: the counter row that is taken here is kept until the commit, so `seq` has no gap and
 * follows commit order. Answers the last `seq`.
 */
export async function appendEvents(
  tx: Transaction,
  municipalityId: number,
  events: readonly StreamEvent[],
  { now, epoch, taken = 0 }: AppendOptions,
): Promise<number> {
  const values = [
    municipalityId,
    textArray(events.map((event) => event.type)),
    jsonList(events.map((event) => event.data)),
    now,
    taken,
    epoch ?? null,
  ]
  const [counters] = await tx.rows<{ seq: number }>({ name: 'append-events', text: APPEND, values })
  if (counters) return counters.seq
  if (epoch !== undefined) throw new OwnershipLostError(municipalityId, epoch)
  throw new Error(`municipality: ${municipalityId}, expected one that exists`)
}
