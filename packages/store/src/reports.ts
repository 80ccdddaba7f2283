import { areaChain, type MoodCounts, type ReportQuery, type ReportRow, type ReputationReport } from '@rumoer/contracts'
import { and, type SQL, sql } from 'drizzle-orm'
import type { Database, Transaction } from './database.ts'
import { type MessageFilter, messageConditions } from './message-conditions.ts'
import { issues, messages, sources } from './schema/index.ts'
import type { ReportQuestions } from './store.ts'

type Period = { from: Date; to: Date; beforeFrom: Date }
/** Messages that share all that a report divides by, in this period or the one before. */
type Cell = {
  isNow: boolean
  on: string
  main: string
  sub: string
  areaCode: string | null
  channel: string
  mood: keyof MoodCounts
  messages: number
}
type Query = Record<string, string>
type Day = { on: string; from: Date; to: Date }

const SHOWN_ISSUES = 10
const ZONE = sql.raw(`'Europe/Amsterdam'`)

/** Everything of one report is read from one snapshot, by the conditions that the message search uses. */
export function reportQuestions(database: Database): ReportQuestions {
  return {
    reputation: (municipalityId, query, now) =>
      database.snapshot(async (tx): Promise<ReputationReport> => {
        const period = await periodOf(tx, query)
        const { area, channel } = query
        const filters: Query = { ...(area === undefined ? {} : { area }), ...(channel === undefined ? {} : { channel }) }
        const range = { from: period.from.toISOString(), to: period.to.toISOString(), ...filters }
        const cells = await readCells(tx, municipalityId, period, filters)
        const days = await readDays(tx, period)
        return {
          period: { kind: query.period, from: range.from, to: range.to, beforeFrom: period.beforeFrom.toISOString() },
          filters,
          madeAt: now.toISOString(),
          volume: { now: sum(cells, (cell) => cell.isNow), before: sum(cells, (cell) => !cell.isNow), query: range },
          sentiment: sentimentOf(cells, range),
          days: days.map((day) => dayRow(cells, day, filters)),
          themes: themeRows(cells, range),
          areas: areaRows(cells, range, area),
          channels: channelRows(cells, range),
          issues: await readIssues(tx, municipalityId, period, filters),
          gaps: days.filter((day) => day.to <= now && !cells.some((cell) => cell.isNow && cell.on === day.on)).map((day) => day.on),
          sources: await readSources(tx, municipalityId, period, filters),
        }
      }),
  }
}

/** Weeks and months begin at midnight in Amsterdam, whatever the clocks do in between. */
async function periodOf({ rows }: Transaction, { period, on }: ReportQuery): Promise<Period> {
  const local = `date_trunc('${period}', $1::date::timestamp)`
  const step = `interval '1 ${period}'`
  const [found] = await rows<Period>({
    text: `select ${local} at time zone 'Europe/Amsterdam' as "from", (${local} + ${step}) at time zone 'Europe/Amsterdam' as "to",
      (${local} - ${step}) at time zone 'Europe/Amsterdam' as "beforeFrom"`,
    values: [on],
  })
  return found!
}

async function readDays({ rows }: Transaction, { from, to }: Period): Promise<Day[]> {
  return rows<Day>({
    text: `select to_char(d, 'YYYY-MM-DD') as "on", d at time zone 'Europe/Amsterdam' as "from", (d + interval '1 day') at time zone 'Europe/Amsterdam' as "to"
      from generate_series($1::timestamptz at time zone 'Europe/Amsterdam', ($2::timestamptz at time zone 'Europe/Amsterdam') - interval '1 day', interval '1 day') as d`,
    values: [from, to],
  })
}

const matching = (municipalityId: number, from: Date, to: Date, filters: MessageFilter): SQL | undefined =>
  and(...messageConditions(municipalityId, { ...filters, from: from.toISOString(), to: to.toISOString() }))

async function readCells(
  { orm }: Transaction,
  municipalityId: number,
  { beforeFrom, from, to }: Period,
  filters: MessageFilter,
): Promise<Cell[]> {
  return orm
    .select({
      isNow: sql<boolean>`${messages.createdAt} >= ${from.toISOString()}`.as('is_now'),
      on: sql<string>`to_char(${messages.createdAt} at time zone ${ZONE}, 'YYYY-MM-DD')`.as('on_day'),
      main: messages.categoryMain,
      sub: messages.categorySub,
      areaCode: messages.areaCode,
      channel: messages.channel,
      mood: messages.mood,
      messages: sql<number>`count(*)::int`,
    })
    .from(messages)
    .where(matching(municipalityId, beforeFrom, to, filters))
    .groupBy(sql`1, 2`, messages.categoryMain, messages.categorySub, messages.areaCode, messages.channel, messages.mood)
}

const sum = (cells: readonly Cell[], isCounted: (cell: Cell) => boolean): number =>
  cells.reduce((total, cell) => total + (isCounted(cell) ? cell.messages : 0), 0)

function sentimentOf(cells: readonly Cell[], range: Query): ReputationReport['sentiment'] {
  const moods = (isNow: boolean): MoodCounts => ({
    negative: sum(cells, (cell) => cell.isNow === isNow && cell.mood === 'negative'),
    neutral: sum(cells, (cell) => cell.isNow === isNow && cell.mood === 'neutral'),
    positive: sum(cells, (cell) => cell.isNow === isNow && cell.mood === 'positive'),
  })
  const query = (sentiment: keyof MoodCounts): Query => ({ ...range, sentiment })
  return {
    now: moods(true),
    before: moods(false),
    queries: { negative: query('negative'), neutral: query('neutral'), positive: query('positive') },
  }
}

function dayRow(cells: readonly Cell[], day: Day, filters: Query): ReputationReport['days'][number] {
  const ofDay = cells.filter((cell) => cell.isNow && cell.on === day.on)
  return {
    on: day.on,
    messages: sum(ofDay, () => true),
    negative: sum(ofDay, (cell) => cell.mood === 'negative'),
    query: { from: day.from.toISOString(), to: day.to.toISOString(), ...filters },
  }
}

/** One row per key, counted by a test of its own: what the search finds for that key, not merely what was grouped under it. */
function comparedRows(
  cells: readonly Cell[],
  keys: Iterable<string>,
  has: (cell: Cell, key: string) => boolean,
  query: (key: string) => Query,
): ReportRow[] {
  return [...new Set(keys)]
    .map((key) => ({
      key,
      label: key,
      now: sum(cells, (cell) => cell.isNow && has(cell, key)),
      before: sum(cells, (cell) => !cell.isNow && has(cell, key)),
      query: query(key),
    }))
    .sort((a, b) => b.now - a.now || b.before - a.before || (a.key < b.key ? -1 : 1))
}

/** The search for a category finds main and sub slugs alike, so the row counts them alike. */
const themeRows = (cells: readonly Cell[], range: Query): ReportRow[] =>
  comparedRows(
    cells,
    cells.map((cell) => cell.main),
    (cell, key) => cell.main === key || cell.sub === key,
    (category) => ({ ...range, category }),
  )

/** Wijken; inside a wijk its buurten. */
function areaRows(cells: readonly Cell[], range: Query, area: string | undefined): ReportRow[] {
  const level = area === undefined || area.startsWith('GM') ? 'WK' : 'BU'
  const chainOf = (cell: Cell) => (cell.areaCode === null ? [] : areaChain(cell.areaCode))
  return comparedRows(
    cells,
    cells.flatMap(chainOf).filter((code) => code.startsWith(level)),
    (cell, key) => chainOf(cell).includes(key),
    (code) => ({ ...range, area: code }),
  )
}

const channelRows = (cells: readonly Cell[], range: Query): ReportRow[] =>
  comparedRows(
    cells,
    cells.map((cell) => cell.channel),
    (cell, key) => cell.channel === key,
    (channel) => ({ ...range, channel }),
  )

async function readIssues(
  { orm }: Transaction,
  municipalityId: number,
  { from, to }: Period,
  filters: MessageFilter,
): Promise<ReputationReport['issues']> {
  const count = sql<number>`count(*)::int`
  return orm
    .select({
      id: issues.id,
      title: issues.title,
      messages: count,
      voices: sql<number>`(count(distinct ${messages.voice}) filter (where ${messages.countsAsVoice})
        + count(*) filter (where ${messages.countsAsVoice} and ${messages.voice} is null))::int`,
    })
    .from(messages)
    .innerJoin(issues, sql`${issues.id} = ${messages.issueId}`)
    .where(matching(municipalityId, from, to, filters))
    .groupBy(issues.id, issues.title)
    .orderBy(sql`3 desc, 1`)
    .limit(SHOWN_ISSUES)
}

async function readSources({ orm }: Transaction, municipalityId: number, { from, to }: Period, filters: MessageFilter): Promise<string[]> {
  const rows = await orm
    .selectDistinct({ name: sources.name, order: sql`${sources.name} collate "und-x-icu"` })
    .from(messages)
    .innerJoin(sources, sql`${sources.id} = ${messages.sourceId}`)
    .where(matching(municipalityId, from, to, filters))
    .orderBy(sql`2`)
  return rows.map(({ name }) => name)
}
