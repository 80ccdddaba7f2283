import type { Issue, IssueStatus } from '@rumoer/contracts'
import { and, eq } from 'drizzle-orm'
import { closeAlertsOf } from './alerts.ts'
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
    await appendEvents(tx, municipalityId, [{ type: 'issue.changed', data: issue }, ...closed], { now: change.now })
    return { issue, isNew: true }
  })
  if (changed?.isNew) database.hints.send(municipalityId)
  return changed?.issue ?? null
}

type Entry = Pick<LogEntry, 'type' | 'text'>

/** Changes the row in place; answers what to write on the timeline, nothing when it stands so already. */
async function applyChange(tx: Transaction, row: IssueRow, { status, assignee, muted, title }: IssueChange): Promise<Entry[]> {
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
  if (muted !== undefined) entries.push(...mute(row, muted))
  return entries
}

function mute(row: IssueRow, muted: NonNullable<IssueChange['muted']> | null): Entry[] {
  if (muted === null) {
    if (row.mutedUntil === null && !row.mutedEscalates) return []
    Object.assign(row, { mutedUntil: null, mutedEscalates: false, muteReason: null })
    return [{ type: 'muted', text: 'Niet meer gedempt' }]
  }
  const { until, reason } = muted
  Object.assign(row, { mutedUntil: until === 'escalates' ? null : until, mutedEscalates: until === 'escalates', muteReason: reason })
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
