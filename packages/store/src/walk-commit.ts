import type { StreamEvent } from '@rumoer/contracts'
import { appendEvents } from './append-events.ts'
import { plainArray } from './array-literal.ts'
import type { Database, Transaction } from './database.ts'
import { InboxChangedError } from './errors.ts'
import { logIssues } from './issue-log.ts'
import { type IssueRow, loadIssues, newIssue, saveIssues, toIssue, touchIssue } from './issue-rows.ts'
import { saveStates } from './issue-states.ts'
import { type MessageRow, tallyOf, toMessageRow, toPlacedMessage } from './message-rows.ts'
import { messages } from './schema/index.ts'
import type { Ownership, WalkCommit, WalkedMessage } from './store.ts'
import { addHourly, addToIssues, addVoices, type Recounting, signedTallies } from './tally.ts'
import { selectList, unnestOf } from './unnest.ts'

type NewRow = Omit<MessageRow, 'receivedAt'>
type Written = { walked: WalkedMessage; row: NewRow; before: MessageRow | undefined }

export const MESSAGE_KEYS = [
  'id',
  'revision',
  'sourceId',
  'externalId',
  'kind',
  'channel',
  'text',
  'language',
  'createdAt',
  'closedAt',
  'lat',
  'lon',
  'address',
  'givenAreaCode',
  'givenMain',
  'givenSub',
  'voice',
  'countsAsVoice',
  'reach',
  'issueId',
  'areaCode',
  'categoryMain',
  'categorySub',
  'mood',
  'hasQuestion',
  'reading',
  'correction',
  'erasedAt',
] as const
const ROWS = unnestOf(messages, MESSAGE_KEYS, { first: 3, extra: { seq: 'bigint' } })
const INSERT = `with gone as (
    delete from inbox where municipality_id = $1 and seq = any($2::bigint[]) returning seq, received_at
  )
  insert into messages (municipality_id, received_at, ${ROWS.columns})
  select $1, gone.received_at, ${ROWS.select} from ${ROWS.from} join gone on gone.seq = u.seq`
const UPSERT = `${INSERT} on conflict (municipality_id, received_at, id) do update set ${ROWS.excluded(MESSAGE_KEYS.filter((key) => key !== 'id'))}`

const KNOWN = `select ${selectList(messages, 'm', ['search'])} from messages m where m.municipality_id = $1 and m.id = any($2::uuid[]) order by m.id for update`

/** One walked batch, all of it or nothing: see `WalkQuestions.commit`. Statements go out in a few flights, so that both sides work at once. */
export async function commitWalk(
  database: Database,
  ownership: Ownership,
  commit: WalkCommit,
): Promise<{ lastSeq: number; events: number }> {
  const { municipalityId, epoch } = ownership
  const answer = await database.transact(async (tx) => {
    const written = await toWritten(tx, municipalityId, commit.walked)
    const inserted = writeMessages(tx, municipalityId, commit.walked, written)
    const [{ opened, changed }] = await Promise.all([writeIssues(tx, municipalityId, commit, written), inserted])
    saveStates(tx, municipalityId, commit.states, commit.retired, commit.now)
    const events = [
      ...opened.map((row): StreamEvent => ({ type: 'issue.opened', data: toIssue(row) })),
      ...written.map(placedEvent),
      ...changed.map((row): StreamEvent => ({ type: 'issue.changed', data: toIssue(row) })),
    ]
    const lastSeq = await appendEvents(tx, municipalityId, events, { now: commit.now, epoch, taken: commit.walked.length })
    return { lastSeq, events: events.length }
  })
  if (answer.events > 0) database.hints.send(municipalityId)
  return answer
}

const placedEvent = ({ walked, row, before }: Written): StreamEvent => ({
  type: before ? 'message.updated' : 'message.placed',
  data: toPlacedMessage(row, walked.message.receivedAt),
})

/** A message that comes twice in one batch is written once, as it came last. */
async function toWritten(tx: Transaction, municipalityId: number, walked: readonly WalkedMessage[]): Promise<Written[]> {
  const latest = [...new Map(walked.map((one) => [one.message.id, one])).values()]
  const known = await knownRows(tx, municipalityId, latest)
  return latest.map((one): Written => {
    const before = known.get(one.message.id)
    return { walked: one, before, row: toMessageRow(one, municipalityId, before) }
  })
}

/** Moves messages from the inbox to their place. */
async function writeMessages(
  tx: Transaction,
  municipalityId: number,
  walked: readonly WalkedMessage[],
  written: readonly Written[],
): Promise<void> {
  if (written.length === 0) return
  const again = written.some((one) => one.before)
  const inserted = await tx.write({
    name: again ? 'upsert-messages' : 'insert-messages',
    text: again ? UPSERT : INSERT,
    values: [
      municipalityId,
      plainArray(walked.map((one) => one.seq)),
      ...ROWS.encode(written.map((one) => ({ ...one.row, seq: one.walked.seq }))),
    ],
  })
  if (inserted !== written.length) throw new InboxChangedError(municipalityId, inserted, written.length)
}

async function knownRows(tx: Transaction, municipalityId: number, walked: readonly WalkedMessage[]): Promise<Map<string, MessageRow>> {
  const again = walked.filter((one) => one.message.revision > 1).map((one) => one.message.id)
  return again.length === 0 ? new Map() : loadMessages(tx, municipalityId, again)
}

/** Reads stored messages and keeps others from changing them until the transaction ends. */
export async function loadMessages(tx: Transaction, municipalityId: number, ids: readonly string[]): Promise<Map<string, MessageRow>> {
  const rows = await tx.rows<MessageRow>({ name: 'known-messages', text: KNOWN, values: [municipalityId, plainArray(ids)] })
  return new Map(rows.map((row) => [row.id, row]))
}

/** Brings counters, titles and lines of all issues that this batch changes up to date. */
async function writeIssues(
  tx: Transaction,
  municipalityId: number,
  commit: WalkCommit,
  written: readonly Written[],
): Promise<{ opened: IssueRow[]; changed: IssueRow[] }> {
  const signed = signedTallies(
    written.map(({ row, before }): Recounting => ({ before: before ? tallyOf(before) : null, after: tallyOf(row) })),
  )
  addHourly(tx, municipalityId, signed)
  const opened = new Map(commit.opened.map((one) => [one.id, newIssue(municipalityId, one, commit.now)]))
  const known = [...signed.map(({ tally }) => tally.issueId), ...commit.touched.map(({ id }) => id)].filter((id) => !opened.has(id))
  const [voices, rows] = await Promise.all([addVoices(tx, municipalityId, signed), loadIssues(tx, municipalityId, known)])
  for (const [id, row] of opened) rows.set(id, row)
  for (const touched of commit.touched) {
    const row = rows.get(touched.id)
    if (row) touchIssue(row, touched)
  }
  addToIssues(rows, signed, voices)
  saveIssues(tx, [...rows.values()])
  logIssues(
    tx,
    municipalityId,
    [...opened.values()].map((row) => ({ issueId: row.id, at: commit.now, type: 'opened', by: null, text: row.title })),
  )
  return { opened: [...opened.values()], changed: [...rows.values()].filter((row) => !opened.has(row.id)) }
}
