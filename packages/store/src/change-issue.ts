import type { Issue, IssueStatus } from '@rumoer/contracts'
import { and, eq } from 'drizzle-orm'
import { closeAlertsOf, takeAlertsOf } from './alerts.ts'
import { appendEvents } from './append-events.ts'
import type { Database, Transaction } from './database.ts'
import { type LogEntry, logIssues } from './issue-log.ts'
import { type IssueRow, loadIssues, saveIssues, toIssue } from './issue-rows.ts'
import { momentWords } from './moment-words.ts'
import { users } from './schema/index.ts'
import type { IssueChange } from './store.ts'

/** As people read them on the timeline. */
const STATUS_WORDS: Readonly<Record<IssueStatus, string>> = {
  open: 'Open',
  acknowledged: 'Gezien',
  resolved: 'Opgelost',
  regressed: 'Teruggekomen',
  dismissed: 'Geen issue',
}

/** A person's change to one issue, its timeline and its event in one transaction; null when unknown. */
export async function changeIssue(database: Database, municipalityId: number, id: string, change: IssueChange): Promise<Issue | null> {
  const changed = await database.transact(async (tx) => {
    const row = (await loadIssues(tx, municipalityId, [id])).get(id)
    if (!row || row.mergedInto !== null) return null
    const entries = await applyChange(tx, row, change)
    if (entries.length === 0) return { issue: toIssue(row), isNew: false }
    saveIssues(tx, [row])
    logIssues(
      tx,
      municipalityId,
      entries.map((entry) => ({ ...entry, issueId: id, at: change.now, by: change.by })),
    )
    const issue = toIssue(row)
    const isDone = change.status === 'resolved' || change.status === 'dismissed'
    const noise = change.status === 'dismissed'
    const closed = isDone ? await closeAlertsOf(tx, municipalityId, [id], { by: change.by, now: change.now, noise }) : []
    const taken = change.status === 'acknowledged' ? await takeAlertsOf(tx, municipalityId, id, change.by, change.now) : []
    await appendEvents(tx, municipalityId, [{ type: 'issue.changed', data: issue }, ...closed, ...taken], { now: change.now })
    return { issue, isNew: true }
  })
  if (changed?.isNew) database.hints.send(municipalityId)
  return changed?.issue ?? null
}

type Entry = Pick<LogEntry, 'type' | 'text'>

/** Changes the row in place; answers what to write on the timeline, nothing when it stands so already. */
async function applyChange(tx: Transaction, row: IssueRow, { status, assignee, muted, title, now }: IssueChange): Promise<Entry[]> {
  const entries: Entry[] = []
  if (status !== undefined && status !== row.status) {
    entries.push({ type: 'status', text: `${STATUS_WORDS[row.status]} → ${STATUS_WORDS[status]}` })
    row.status = status
  }
  if (title !== undefined && title !== row.title) {
    entries.push({ type: 'title', text: `‘${row.title}’ heet nu ‘${title}’` })
    row.title = title
    row.titleByPerson = true
  }
  if (assignee !== undefined && assignee !== row.assigneeId) {
    row.assigneeName = assignee === null ? null : await nameOf(tx, assignee)
    row.assigneeId = assignee
    entries.push({ type: 'assigned', text: assignee === null ? 'Niet meer toegewezen' : `Toegewezen aan ${row.assigneeName ?? assignee}` })
  }
  if (muted !== undefined) entries.push(...(await mute(tx, row, muted, now)))
  return entries
}

const VOICES_OF_DAY = `select (count(distinct voice) filter (where counts_as_voice) + count(*) filter (where counts_as_voice and voice is null))::int as voices
  from messages where municipality_id = $1 and issue_id = $2 and created_at > $3::timestamptz - interval '24 hours' and created_at <= $3`

async function mute(tx: Transaction, row: IssueRow, muted: NonNullable<IssueChange['muted']> | null, now: Date): Promise<Entry[]> {
  if (muted === null) {
    if (row.mutedUntil === null && !row.mutedEscalates) return []
    Object.assign(row, { mutedUntil: null, mutedEscalates: false, muteReason: null, mutedVoices: null })
    return [{ type: 'muted', text: 'Niet meer gedempt' }]
  }
  const { until, reason } = muted
  const escalates = until === 'escalates'
  const [day] = escalates ? await tx.rows<{ voices: number }>({ text: VOICES_OF_DAY, values: [row.municipalityId, row.id, now] }) : []
  Object.assign(row, {
    mutedUntil: escalates ? null : until,
    mutedEscalates: escalates,
    muteReason: reason,
    mutedVoices: day?.voices ?? null,
  })
  const term = until === 'escalates' ? 'tot het erger wordt' : `tot ${momentWords(until)}`
  return [{ type: 'muted', text: `Gedempt ${term}: ${reason}` }]
}

async function nameOf({ orm }: Transaction, userId: string): Promise<string | null> {
  const [user] = await orm
    .select({ name: users.name })
    .from(users)
    .where(and(eq(users.id, userId)))
  return user?.name ?? null
}
