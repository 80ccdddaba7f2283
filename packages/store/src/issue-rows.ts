import type { Issue } from '@rumoer/contracts'
import { getTableColumns } from 'drizzle-orm'
import { plainArray } from './array-literal.ts'
import type { Transaction } from './database.ts'
import { issues } from './schema/index.ts'
import type { TouchedIssue, WalkCommit } from './store.ts'
import { selectList, unnestOf } from './unnest.ts'

export type IssueRow = typeof issues.$inferSelect & { assigneeName: string | null }

const KEYS = Object.keys(getTableColumns(issues)) as (keyof typeof issues.$inferSelect)[]
const SAVED = unnestOf(issues, KEYS, { first: 1 })
/** Never changed after the issue was opened. */
const FIXED: readonly string[] = ['id', 'municipalityId', 'openedAt']

const LOAD = `select ${selectList(issues, 'i')}, u.name as "assigneeName" from issues i left join users u on u.id = i.assignee_id
  where i.municipality_id = $1 and i.id = any($2::uuid[]) order by i.id for update of i`
const SAVE = `insert into issues (${SAVED.columns}) select ${SAVED.select} from ${SAVED.from}
  on conflict (id) do update set ${SAVED.excluded(KEYS.filter((key) => !FIXED.includes(key)))}`

/** Reads issues and keeps others from changing them until the transaction ends. */
export async function loadIssues(tx: Transaction, municipalityId: number, ids: Iterable<string>): Promise<Map<string, IssueRow>> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return new Map()
  const rows = await tx.rows<IssueRow>({ name: 'load-issues', text: LOAD, values: [municipalityId, plainArray(wanted)] })
  return new Map(rows.map((row) => [row.id, row]))
}

/** Writes whole issues, new ones and known ones. */
export function saveIssues(tx: Transaction, rows: readonly IssueRow[]): void {
  if (rows.length > 0) tx.send({ name: 'save-issues', text: SAVE, values: SAVED.encode(rows) })
}

/** A new issue starts calm, cold and empty. */
export function newIssue(municipalityId: number, opened: WalkCommit['opened'][number], now: Date): IssueRow {
  return {
    id: opened.id,
    municipalityId,
    title: opened.title,
    titleByPerson: false,
    status: 'open',
    level: 'calm',
    levelSince: now,
    risenAt: null,
    belowSince: null,
    heat: 0,
    why: null,
    timesNormal: null,
    categoryMain: opened.category.main,
    categorySub: opened.category.sub,
    keywords: [],
    messages: 0,
    voices: 0,
    negative: 0,
    neutral: 0,
    positive: 0,
    openMeldingen: 0,
    channelCounts: {},
    areaCounts: {},
    firstAt: opened.firstAt,
    lastAt: opened.firstAt,
    openedAt: now,
    assigneeId: null,
    assigneeName: null,
    mutedUntil: null,
    mutedEscalates: false,
    muteReason: null,
    mutedVoices: null,
    line: [],
    lineEndsAt: now,
    mergedInto: null,
    retiredAt: null,
  }
}

/** Takes over what only the walker knows; a title that a person gave stays. */
export function touchIssue(row: IssueRow, touched: TouchedIssue): void {
  if (!row.titleByPerson) row.title = touched.title
  row.keywords = [...touched.keywords]
  row.categoryMain = touched.category.main
  row.categorySub = touched.category.sub
  row.line = [...touched.line]
  row.lineEndsAt = touched.lineEndsAt
  row.lastAt = touched.lastAt
}

export function toIssue(row: IssueRow): Issue {
  return {
    id: row.id,
    title: row.title,
    status: row.status,
    level: row.level,
    heat: row.heat,
    areaCodes: byCount(row.areaCounts),
    category: { main: row.categoryMain, sub: row.categorySub },
    keywords: row.keywords,
    messages: row.messages,
    voices: row.voices,
    channels: byCount(row.channelCounts),
    sentiment: { negative: row.negative, neutral: row.neutral, positive: row.positive },
    openMeldingen: row.openMeldingen,
    firstAt: row.firstAt.toISOString(),
    lastAt: row.lastAt.toISOString(),
    assignee: row.assigneeId !== null && row.assigneeName !== null ? { id: row.assigneeId, name: row.assigneeName } : null,
    mutedUntil: row.mutedEscalates ? 'escalates' : (row.mutedUntil?.toISOString() ?? null),
    line: row.line,
    lineEndsAt: row.lineEndsAt.toISOString(),
    why: row.why,
    timesNormal: row.timesNormal,
  }
}

/** Most frequent first; equals in the order of their names. */
export const byCount = (counts: Readonly<Record<string, number>>): string[] =>
  Object.entries(counts)
    .sort(([a, left], [b, right]) => right - left || (a < b ? -1 : 1))
    .map(([key]) => key)
