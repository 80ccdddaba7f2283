import type { Issue, TimelineEntry } from '@rumoer/contracts'
import { and, eq } from 'drizzle-orm'
import { changeIssue } from './change-issue.ts'
import type { Database, Transaction } from './database.ts'
import { activeIssues, activityOfIssue, countFiltered } from './issue-activity.ts'
import { logIssues } from './issue-log.ts'
import { type IssueRow, toIssue } from './issue-rows.ts'
import { searchIssues } from './issue-search.ts'
import { judgeIssues } from './judge-issues.ts'
import { COUNT_ISSUES, type Counted } from './recount-issues.ts'
import { issues, users } from './schema/index.ts'
import { settleIssues } from './settle-issues.ts'
import type { IssueQuestions } from './store.ts'

export function issueQuestions(database: Database): IssueQuestions {
  return {
    search: (municipalityId, query) => searchIssues(database, municipalityId, query),
    byId: (municipalityId, id) => database.snapshot((tx) => issueById(tx, municipalityId, id)),
    timeline: (municipalityId, id) => database.snapshot((tx) => timelineOf(tx, municipalityId, id)),
    change: (municipalityId, id, change) => changeIssue(database, municipalityId, id, change),
    note: (municipalityId, id, { text, at, by }) =>
      database.transact(async (tx) => {
        const issue = await issueById(tx, municipalityId, id)
        if (!issue) return null
        logIssues(tx, municipalityId, [{ issueId: issue.id, at, type: 'note', by, text }])
        return { at: at.toISOString(), type: 'note', by, text, undo: null }
      }),
    active: (municipalityId, now, sinceHours) => activeIssues(database, municipalityId, now, sinceHours),
    activity: (municipalityId, id, now) => activityOfIssue(database, municipalityId, id, now),
    counted: (municipalityId, issueIds, filter, now) => countFiltered(database, municipalityId, issueIds, filter, now),
    judge: (ownership, judgements) => judgeIssues(database, ownership, judgements),
    settle: (ownership, now) => settleIssues(database, ownership, now),
    recount: (municipalityId) => database.snapshot((tx) => differences(tx, municipalityId)),
  }
}

/** An issue that was merged answers as the one that it went into. */
async function issueById({ orm }: Transaction, municipalityId: number, id: string): Promise<Issue | null> {
  let wanted: string | null = id
  const seen = new Set<string>()
  while (wanted !== null && !seen.has(wanted)) {
    seen.add(wanted)
    const [found]: { issue: Omit<IssueRow, 'assigneeName'>; assigneeName: string | null }[] = await orm
      .select({ issue: issues, assigneeName: users.name })
      .from(issues)
      .leftJoin(users, eq(users.id, issues.assigneeId))
      .where(and(eq(issues.municipalityId, municipalityId), eq(issues.id, wanted)))
    if (!found) return null
    if (found.issue.mergedInto === null) return toIssue({ ...found.issue, assigneeName: found.assigneeName })
    wanted = found.issue.mergedInto
  }
  return null
}

/** Only the last thing that was done to two issues can be undone. */
const ENTRIES = `select l.at, l.type, l.by, l.text,
    case when k.merged_into is null and o.merged_into is not distinct from (case when r.type = 'merge' then r.kept end) then r.id::int end as undo
  from issue_log l
    left join regroupings r on r.id = l.regrouping and r.undone_at is null
    left join issues k on k.id = r.kept left join issues o on o.id = r.other
  where l.municipality_id = $1 and l.issue_id = $2 order by l.at, l.id`
type LoggedEntry = Omit<TimelineEntry, 'at'> & { at: Date }
const HOURS = `select date_trunc('hour', created_at) as "hourAt", count(*)::int as messages from messages
  where municipality_id = $1 and issue_id = $2 group by 1 order by 1`

/** What happened, and messages per hour; hours without messages are absent. */
async function timelineOf(
  tx: Transaction,
  municipalityId: number,
  id: string,
): Promise<{ hours: { at: string; messages: number }[]; entries: TimelineEntry[] } | null> {
  const issue = await issueById(tx, municipalityId, id)
  if (!issue) return null
  const entries = await tx.rows<LoggedEntry>({ name: 'issue-timeline', text: ENTRIES, values: [municipalityId, issue.id] })
  const hours = await tx.rows<{ hourAt: Date; messages: number }>({ name: 'issue-hours', text: HOURS, values: [municipalityId, issue.id] })
  return {
    hours: hours.map(({ hourAt, messages }) => ({ at: hourAt.toISOString(), messages })),
    entries: entries.map(({ at, ...entry }) => ({ at: at.toISOString(), ...entry })),
  }
}

const COUNTERS = ['messages', 'voices', 'negative', 'neutral', 'positive', 'openMeldingen'] as const
type Difference = { issueId: string; field: string; stored: number; counted: number }

/** Stored counters against a count of the messages, of all issues; also those that have none left. */
async function differences(tx: Transaction, municipalityId: number): Promise<Difference[]> {
  const counted = await tx.rows<Counted>({ text: COUNT_ISSUES, values: [municipalityId, null] })
  const stored = await tx.orm.select().from(issues).where(eq(issues.municipalityId, municipalityId))
  const counts = new Map(counted.map((one) => [one.issueId, one]))
  const found: Difference[] = []
  for (const row of stored) {
    const truth = counts.get(row.id)
    counts.delete(row.id)
    for (const field of COUNTERS) found.push({ issueId: row.id, field, stored: row[field], counted: truth?.[field] ?? 0 })
    found.push(...compareCounts(row.id, 'channels', row.channelCounts, truth?.channelCounts ?? {}))
    found.push(...compareCounts(row.id, 'areaCodes', row.areaCounts, truth?.areaCounts ?? {}))
  }
  for (const [issueId, { messages }] of counts) found.push({ issueId, field: 'issue', stored: 0, counted: messages })
  return found.filter((one) => one.stored !== one.counted)
}

const compareCounts = (issueId: string, field: string, stored: Record<string, number>, counted: Record<string, number>): Difference[] =>
  [...new Set([...Object.keys(stored), ...Object.keys(counted)])].map((key) => ({
    issueId,
    field: `${field}.${key}`,
    stored: stored[key] ?? 0,
    counted: counted[key] ?? 0,
  }))
