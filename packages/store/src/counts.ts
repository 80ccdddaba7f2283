import { areaChain, LEVELS, type Level, type Summary } from '@rumoer/contracts'
import { and, eq, gte, isNull, lte, min, ne, notInArray, type SQL, sql } from 'drizzle-orm'
import type { Database, Transaction } from './database.ts'
import { isWithin } from './message-conditions.ts'
import { readSeq } from './read-seq.ts'
import { areas, hourlyCounts, issues } from './schema/index.ts'
import { readSources } from './source-rows.ts'
import type { CountQuestions } from './store.ts'

const DAY_MS = 86_400_000
const TOTAL = sql<number>`sum(${hourlyCounts.negative} + ${hourlyCounts.neutral} + ${hourlyCounts.positive})::int`
const LAST_HOUR = `select count(*)::int as messages from messages
  where municipality_id = $1 and created_at > $2::timestamptz - interval '1 hour' and created_at <= $2`
const TODAY = `select coalesce(sum(negative), 0)::int as negative, coalesce(sum(neutral), 0)::int as neutral, coalesce(sum(positive), 0)::int as positive
  from hourly_counts where municipality_id = $1 and hour_at <= $2
  and hour_at >= date_trunc('day', $2::timestamptz at time zone 'Europe/Amsterdam') at time zone 'Europe/Amsterdam'`
const PROFILE = `select nullif(area_code, '') as "areaCode", category,
    ((extract(isodow from local) - 1) * 24 + extract(hour from local))::int as "hourOfWeek", sum(negative + neutral + positive)::int as messages
  from (select *, hour_at at time zone 'Europe/Amsterdam' as local from hourly_counts where municipality_id = $1 and hour_at >= $2 and hour_at < $3) h
  group by 1, 2, 3 order by 1, 2, 3`

/** Statuses in which an issue no longer asks for work. */
const DONE = ['resolved', 'dismissed'] as const

export function countQuestions(database: Database): CountQuestions {
  const { orm, pool } = database
  return {
    summary: (municipalityId, now) => database.snapshot((tx) => summarise(tx, municipalityId, now)),
    async hourly(municipalityId, { areaCode, category, from, to }) {
      return orm
        .select({ hourAt: hourlyCounts.hourAt, messages: TOTAL })
        .from(hourlyCounts)
        .where(
          and(
            eq(hourlyCounts.municipalityId, municipalityId),
            gte(hourlyCounts.hourAt, from),
            sql`${hourlyCounts.hourAt} < ${to.toISOString()}`,
            areaCode === null ? undefined : isWithin(hourlyCounts.areaCode, areaCode),
            category === null ? undefined : eq(hourlyCounts.category, category),
          ),
        )
        .groupBy(hourlyCounts.hourAt)
        .having(sql`${TOTAL} <> 0`)
        .orderBy(hourlyCounts.hourAt)
    },
    async profile(municipalityId, { from, to }) {
      const { rows } = await pool.query({ name: 'hourly-profile', text: PROFILE, values: [municipalityId, from, to] })
      return rows
    },
    async firstHour(municipalityId) {
      const [row] = await orm
        .select({ hourAt: min(hourlyCounts.hourAt) })
        .from(hourlyCounts)
        .where(
          and(
            eq(hourlyCounts.municipalityId, municipalityId),
            sql`${hourlyCounts.negative} + ${hourlyCounts.neutral} + ${hourlyCounts.positive} > 0`,
          ),
        )
      return row?.hourAt ?? null
    },
  }
}

async function summarise(tx: Transaction, municipalityId: number, now: Date): Promise<Summary> {
  const [lastHour] = await tx.rows<{ messages: number }>({ name: 'last-hour', text: LAST_HOUR, values: [municipalityId, now] })
  const [today] = await tx.rows<Summary['moodToday']>({ name: 'today', text: TODAY, values: [municipalityId, now] })
  const tallies = await issueTallies(tx, municipalityId)
  const known = await readSources(tx.orm, municipalityId, now)
  return {
    seq: await readSeq(tx, municipalityId),
    messagesToday: today!.negative + today!.neutral + today!.positive,
    messagesLastHour: lastHour!.messages,
    expectedLastHour: null,
    moodToday: today!,
    openIssues: tallies.open,
    mutedIssues: tallies.muted,
    openMeldingen: tallies.openMeldingen,
    sources: known.map(({ id, name, state }) => ({ id, name, state })),
    areas: await areaTallies(tx, municipalityId, now),
  }
}

const openIssues = (municipalityId: number): SQL | undefined =>
  and(
    eq(issues.municipalityId, municipalityId),
    isNull(issues.mergedInto),
    ne(issues.messages, 0),
    isNull(issues.retiredAt),
    notInArray(issues.status, [...DONE]),
  )

async function issueTallies({ orm }: Transaction, municipalityId: number): Promise<{ open: number; muted: number; openMeldingen: number }> {
  const muted = sql`(${issues.mutedEscalates} or ${issues.mutedUntil} is not null)`
  const [row] = await orm
    .select({ open: sql<number>`count(*)::int`, muted: sql<number>`count(*) filter (where ${muted})::int` })
    .from(issues)
    .where(openIssues(municipalityId))
  const [meldingen] = await orm
    .select({ open: sql<number>`coalesce(sum(${issues.openMeldingen}), 0)::int` })
    .from(issues)
    .where(eq(issues.municipalityId, municipalityId))
  return { ...row!, openMeldingen: meldingen!.open }
}

/** An issue gives its level to an area that has so much of its located messages: what plays everywhere marks the gemeente, not each buurt. */
const AREA_SHARE = 0.2

/** Every area, of all levels, with what lies in it: a wijk has its buurten's, the gemeente has all. */
async function areaTallies({ orm }: Transaction, municipalityId: number, now: Date): Promise<Summary['areas']> {
  const known = await orm.select({ code: areas.code }).from(areas).where(eq(areas.municipalityId, municipalityId)).orderBy(areas.code)
  const counted = await orm
    .select({ areaCode: hourlyCounts.areaCode, messages: TOTAL })
    .from(hourlyCounts)
    .where(
      and(
        eq(hourlyCounts.municipalityId, municipalityId),
        sql`${hourlyCounts.hourAt} > ${new Date(now.getTime() - DAY_MS).toISOString()}`,
        lte(hourlyCounts.hourAt, now),
        ne(hourlyCounts.areaCode, ''),
      ),
    )
    .groupBy(hourlyCounts.areaCode)
  const live = await orm.select({ areaCounts: issues.areaCounts, level: issues.level }).from(issues).where(openIssues(municipalityId))
  const tallies = new Map(known.map(({ code }) => [code, { code, messages: 0, issues: 0, level: 'calm' as Level }]))
  for (const { areaCode, messages } of counted) {
    for (const code of areaChain(areaCode)) {
      const tally = tallies.get(code)
      if (tally) tally.messages += messages
    }
  }
  for (const { areaCounts, level } of live) {
    const inArea = new Map<string, number>()
    let located = 0
    for (const [smallest, messages] of Object.entries(areaCounts)) {
      located += messages
      for (const code of areaChain(smallest)) inArea.set(code, (inArea.get(code) ?? 0) + messages)
    }
    for (const [code, messages] of inArea) {
      const tally = tallies.get(code)
      if (!tally) continue
      tally.issues += 1
      if (messages >= AREA_SHARE * located && LEVELS.indexOf(level) > LEVELS.indexOf(tally.level)) tally.level = level
    }
  }
  return [...tallies.values()]
}
