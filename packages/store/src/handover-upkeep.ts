import type { StreamEvent } from '@rumoer/contracts'
import { plainArray } from './array-literal.ts'
import type { Transaction } from './database.ts'
import { handoverEvent } from './handover-log.ts'
import { readHandoversById } from './handover-rows.ts'

type Ids = readonly string[]
const KEPT_DAYS = 400

async function changed(tx: Transaction, municipalityId: number, text: string, values: unknown[], now: Date): Promise<StreamEvent[]> {
  const rows = await tx.rows<{ id: string }>({ text: `${text} returning h.id`, values: [municipalityId, ...values] })
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  return (await readHandoversById(tx, municipalityId, ids, now)).map(handoverEvent)
}

/** What was handed over of a swallowed issue stands with the issue that it went into; `only` names some of it. */
export const moveHandovers = (
  tx: Transaction,
  municipalityId: number,
  from: Ids,
  into: string,
  now: Date,
  only?: Ids,
): Promise<StreamEvent[]> =>
  changed(
    tx,
    municipalityId,
    'update handovers h set issue_id = $3 where h.municipality_id = $1 and h.issue_id = any($2::uuid[]) and ($4::uuid[] is null or h.id = any($4::uuid[]))',
    [plainArray(from), into, only === undefined ? null : plainArray(only)],
    now,
  )

/** What was handed over of a message goes with it; a symptom stays with the issue that a person chose. */
export const followMessages = (
  tx: Transaction,
  municipalityId: number,
  moved: readonly { messageId: string; issueId: string }[],
  now: Date,
): Promise<StreamEvent[]> =>
  changed(
    tx,
    municipalityId,
    `update handovers h set issue_id = u.issue from unnest($2::uuid[], $3::uuid[]) as u(message, issue)
      where h.municipality_id = $1 and h.message_id = u.message and h.kind <> 'symptom'`,
    [plainArray(moved.map(({ messageId }) => messageId)), plainArray(moved.map(({ issueId }) => issueId))],
    now,
  )

const WIPE_LOG = `update handover_log l set text = '' from handovers h where h.municipality_id = $1 and l.handover_id = h.id and l.text <> ''`

/** Takes the words out of what was handed over of these messages. A source that erases takes the number of the report along; retention leaves it while it is followed. */
export async function silenceHandovers(
  tx: Transaction,
  municipalityId: number,
  messageIds: Ids,
  { now, erasedAtSource }: { now: Date; erasedAtSource: boolean },
): Promise<StreamEvent[]> {
  if (messageIds.length === 0) return []
  const ids = plainArray(messageIds)
  await tx.write({ text: `${WIPE_LOG} and h.message_id = any($2::uuid[])`, values: [municipalityId, ids] })
  return changed(
    tx,
    municipalityId,
    `update handovers h set note = '', erased_at = coalesce(h.erased_at, $3), external_id = case when $4 or h.closed_at is not null then null else h.external_id end
      where h.municipality_id = $1 and h.message_id = any($2::uuid[])`,
    [ids, now, erasedAtSource],
    now,
  )
}

/** Words of what has been closed for longer than anything is kept. */
export async function expireHandovers(tx: Transaction, municipalityId: number, now: Date): Promise<void> {
  const past = `h.closed_at < $2::timestamptz - make_interval(days => ${KEPT_DAYS})`
  await tx.write({ name: 'expire-handover-log', text: `${WIPE_LOG} and ${past}`, values: [municipalityId, now] })
  await tx.write({
    name: 'expire-handovers',
    text: `update handovers h set note = '', external_id = null, erased_at = coalesce(h.erased_at, $2)
      where h.municipality_id = $1 and h.erased_at is null and ${past}`,
    values: [municipalityId, now],
  })
}
