import { plainArray } from './array-literal.ts'
import type { Transaction } from './database.ts'
import { type IssueRow, loadIssues, newIssue, saveIssues, toIssue, touchIssue } from './issue-rows.ts'
import type { TouchedIssue, WalkCommit } from './store.ts'

/** Counters of an issue as its messages give them. */
export type Counted = {
  issueId: string
  messages: number
  voices: number
  negative: number
  neutral: number
  positive: number
  openMeldingen: number
  firstAt: Date
  lastAt: Date
  channelCounts: Record<string, number>
  areaCounts: Record<string, number>
}

/** Counts issues from the messages themselves; `$2` null counts all of the municipality. */
export const COUNT_ISSUES = `with m as (
    select * from messages where municipality_id = $1 and ($2::uuid[] is null or issue_id = any($2::uuid[]))
  ), channels as (
    select issue_id, json_object_agg(channel, n) as counts from (select issue_id, channel, count(*)::int as n from m group by 1, 2) c group by 1
  ), areas as (
    select issue_id, json_object_agg(area_code, n) as counts
    from (select issue_id, area_code, count(*)::int as n from m where area_code is not null group by 1, 2) a group by 1
  )
  select m.issue_id as "issueId", count(*)::int as "messages",
    (count(distinct voice) filter (where counts_as_voice) + count(*) filter (where counts_as_voice and voice is null))::int as "voices",
    count(*) filter (where mood = 'negative')::int as "negative", count(*) filter (where mood = 'neutral')::int as "neutral",
    count(*) filter (where mood = 'positive')::int as "positive",
    count(*) filter (where kind = 'melding' and closed_at is null)::int as "openMeldingen", min(created_at) as "firstAt", max(created_at) as "lastAt",
    (select counts from channels c where c.issue_id = m.issue_id) as "channelCounts",
    coalesce((select counts from areas a where a.issue_id = m.issue_id), '{}') as "areaCounts"
  from m group by m.issue_id`

const DROP_VOICES = 'delete from issue_voices where municipality_id = $1 and issue_id = any($2::uuid[])'
const ADD_VOICES = `insert into issue_voices (municipality_id, issue_id, voice, messages)
  select municipality_id, issue_id, voice, count(*) from messages
  where municipality_id = $1 and issue_id = any($2::uuid[]) and counts_as_voice and voice is not null group by 1, 2, 3`

export type Regrouping = {
  opened: WalkCommit['opened']
  touched: readonly TouchedIssue[]
  mergedInto: readonly { id: string; into: string }[]
  affected: readonly string[]
  now: Date
}

/** After people moved messages: counts every affected issue anew from its messages. Answers the issues as they stand, new ones apart. */
export async function regroupIssues(
  tx: Transaction,
  municipalityId: number,
  regrouping: Regrouping,
): Promise<{ opened: IssueRow[]; changed: IssueRow[] }> {
  const { opened, touched, mergedInto, affected, now } = regrouping
  const fresh = new Map(opened.map((one) => [one.id, newIssue(municipalityId, one, now)]))
  const ids = [...new Set([...affected, ...touched.map(({ id }) => id), ...fresh.keys()])]
  const rows = await loadIssues(tx, municipalityId, ids)
  for (const [id, row] of fresh) rows.set(id, row)
  for (const one of touched) {
    const row = rows.get(one.id)
    if (row) touchIssue(row, one)
  }
  const counted = await tx.rows<Counted>({ text: COUNT_ISSUES, values: [municipalityId, plainArray(ids)] })
  const counts = new Map(counted.map((one) => [one.issueId, one]))
  for (const row of rows.values()) applyCounts(row, counts.get(row.id))
  for (const { id, into } of mergedInto) {
    const row = rows.get(id)
    if (row) row.mergedInto = into
  }
  saveIssues(tx, [...rows.values()])
  await tx.write({ text: DROP_VOICES, values: [municipalityId, plainArray(ids)] })
  await tx.write({ text: ADD_VOICES, values: [municipalityId, plainArray(ids)] })
  const swallowed = new Set(mergedInto.map(({ id }) => id))
  const changed = [...rows.values()].filter((row) => !fresh.has(row.id) && !swallowed.has(row.id))
  return { opened: [...fresh.values()], changed }
}

const EMPTY = { messages: 0, voices: 0, negative: 0, neutral: 0, positive: 0, openMeldingen: 0 }

function applyCounts(row: IssueRow, counted: Counted | undefined): void {
  if (!counted) {
    Object.assign(row, EMPTY, { channelCounts: {}, areaCounts: {} })
    return
  }
  const { issueId: _, ...counts } = counted
  Object.assign(row, counts)
}

export const changedEvent = (row: IssueRow) => ({ type: 'issue.changed' as const, data: toIssue(row) })
