import { areaOfMost, type Issue, type RuleFilter } from '@rumoer/contracts'
import { and, eq, gt, inArray, isNull, ne, or, type SQL } from 'drizzle-orm'
import { plainArray } from './array-literal.ts'
import type { Database } from './database.ts'
import { filterClause, IS_MENTION, MENTION_COLUMNS, URGENT } from './rule-filter.ts'
import { issues } from './schema/index.ts'
import type { CountedWindow, FilteredCount, IssueActivity, SpokenWords } from './store.ts'

const WINDOWS_HOURS = [1, 6, 24, 168] as const
const LINE_HOURS = 48
const HOUR_MS = 3_600_000

type WindowRow = { issueId: string } & Record<`${'messages' | 'voices' | 'channels' | 'negative'}${number}`, number>
type HourRow = { issueId: string; hoursAgo: number; messages: number }

const windowColumns = (hours: number): string => {
  const inside = `created_at > $3::timestamptz - interval '${hours} hours'`
  return `count(*) filter (where ${inside})::int as "messages${hours}",
    (count(distinct voice) filter (where counts_as_voice and ${inside}) + count(*) filter (where counts_as_voice and voice is null and ${inside}))::int as "voices${hours}",
    count(distinct channel) filter (where ${inside})::int as "channels${hours}",
    count(*) filter (where mood = 'negative' and ${inside})::int as "negative${hours}"`
}
const COUNTED = WINDOWS_HOURS.map(windowColumns).join(', ')
const WINDOWS = `select issue_id as "issueId", ${COUNTED} from messages
  where municipality_id = $1 and issue_id = any($2::uuid[]) and created_at > $3::timestamptz - interval '168 hours' and created_at <= $3 group by 1`
const URGENT_24 = `count(*) filter (where created_at > $3::timestamptz - interval '24 hours' and ${URGENT})::int as "urgent24"`
const HOURS = `select issue_id as "issueId", floor(extract(epoch from ($3::timestamptz - created_at)) / 3600)::int as "hoursAgo", count(*)::int as "messages"
  from messages where municipality_id = $1 and issue_id = any($2::uuid[]) and created_at > $3::timestamptz - interval '${LINE_HOURS} hours' and created_at <= $3
  group by 1, 2`

/** What the sweep looks at: see `IssueQuestions.active`. */
export function activeIssues(database: Database, municipalityId: number, now: Date, sinceHours: number): Promise<IssueActivity[]> {
  const since = new Date(now.getTime() - sinceHours * HOUR_MS)
  return activitiesOf(database, municipalityId, now, or(gt(issues.lastAt, since), inArray(issues.level, ['attention', 'urgent', 'crisis'])))
}

export async function activityOfIssue(database: Database, municipalityId: number, id: string, now: Date): Promise<IssueActivity | null> {
  return (await activitiesOf(database, municipalityId, now, eq(issues.id, id)))[0] ?? null
}

function activitiesOf(database: Database, municipalityId: number, now: Date, which: SQL | undefined): Promise<IssueActivity[]> {
  return database.snapshot(async (tx) => {
    const rows = await tx.orm
      .select()
      .from(issues)
      .where(and(eq(issues.municipalityId, municipalityId), isNull(issues.mergedInto), ne(issues.messages, 0), which))
    if (rows.length === 0) return []
    const values = [municipalityId, plainArray(rows.map((row) => row.id)), now]
    const windows = new Map((await tx.rows<WindowRow>({ name: 'issue-windows', text: WINDOWS, values })).map((row) => [row.issueId, row]))
    const lines = new Map<string, number[]>()
    for (const { issueId, hoursAgo, messages } of await tx.rows<HourRow>({ name: 'issue-line', text: HOURS, values })) {
      const line = lines.get(issueId) ?? emptyLine()
      lines.set(issueId, line)
      if (hoursAgo < LINE_HOURS) line[LINE_HOURS - 1 - hoursAgo] = messages
    }
    return rows.map((row) => toActivity(row, windows.get(row.id), lines.get(row.id) ?? emptyLine()))
  })
}

/** See `IssueQuestions.counted`. */
export async function countFiltered(
  database: Database,
  municipalityId: number,
  issueIds: readonly string[],
  filter: RuleFilter,
  now: Date,
): Promise<Map<string, FilteredCount>> {
  const { text, values } = filterClause(filter, 4)
  const within = (hours: number) => `municipality_id = $1 and issue_id = any($2::uuid[])
        and created_at > $3::timestamptz - interval '${hours} hours' and created_at <= $3 ${text}`
  const given = [municipalityId, plainArray(issueIds), now, ...values]
  const [rows, mentions] = await database.snapshot(async (tx) => [
    await tx.rows<WindowRow & { urgent24: number }>({
      text: `select issue_id as "issueId", ${COUNTED}, ${URGENT_24} from messages where ${within(168)} group by 1`,
      values: given,
    }),
    await tx.rows<SpokenWords & { issueId: string }>({
      text: `select issue_id as "issueId", created_at as at, voice, ${MENTION_COLUMNS}
        from messages where ${within(24)} and counts_as_voice and ${IS_MENTION} order by created_at, id`,
      values: given,
    }),
  ])
  const spoken = Map.groupBy(mentions, ({ issueId }) => issueId)
  return new Map(
    rows.map((row) => [
      row.issueId,
      {
        windows: toWindows(row),
        urgentShare: row.messages24 ? row.urgent24 / row.messages24! : 0,
        mentions: (spoken.get(row.issueId) ?? []).map(({ issueId: _issue, ...said }) => said),
      },
    ]),
  )
}

const emptyLine = (): number[] => new Array<number>(LINE_HOURS).fill(0)

function toActivity(row: typeof issues.$inferSelect, windows: WindowRow | undefined, messagesPerHour: number[]): IssueActivity {
  return {
    issueId: row.id,
    title: row.title,
    level: row.level,
    levelSince: row.levelSince,
    risenAt: row.risenAt,
    belowSince: row.belowSince,
    status: row.status as Issue['status'],
    areaCode: areaOfMost(row.areaCounts, row.messages),
    category: row.categoryMain,
    mutedUntil: row.mutedEscalates ? 'escalates' : row.mutedUntil,
    mutedVoices: row.mutedVoices,
    heat: row.heat,
    why: row.why,
    messagesPerHour,
    windows: toWindows(windows),
    messages: row.messages,
    voices: row.voices,
    channels: Object.keys(row.channelCounts).length,
    openMeldingen: row.openMeldingen,
    lastAt: row.lastAt,
  }
}

const toWindows = (row: WindowRow | undefined): CountedWindow[] =>
  WINDOWS_HOURS.map((hours) => ({
    hours,
    messages: row?.[`messages${hours}`] ?? 0,
    voices: row?.[`voices${hours}`] ?? 0,
    channels: row?.[`channels${hours}`] ?? 0,
    negative: row?.[`negative${hours}`] ?? 0,
  }))
