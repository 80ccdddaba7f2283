import type { Database } from './database.ts'
import type { SignalQuestions } from './signal-questions.ts'
import { readSources } from './source-rows.ts'

const WINDOWS_HOURS = [1, 6, 24, 168] as const
const EARLIER_WEEKS = 4
const MAIN_SUB = `category_main || '/' || category_sub`
/** A message without author is a voice of its own. */
const VOICES = 'count(distinct coalesce(voice, id::text)) filter (where counts_as_voice)'

const windowColumns = (hours: number): string => {
  const inside = `created_at > $2::timestamptz - interval '${hours} hours'`
  return `count(*) filter (where ${inside})::int as "messages${hours}",
    count(distinct coalesce(voice, id::text)) filter (where counts_as_voice and ${inside})::int as "voices${hours}",
    count(distinct channel) filter (where ${inside})::int as "channels${hours}"`
}
const AREA_ACTIVITY = `select code as "areaCode", ${MAIN_SUB} as category, ${WINDOWS_HOURS.map(windowColumns).join(', ')}
  from messages cross join lateral (values
    (case when area_code like 'BU%' then area_code end),
    (case when area_code like 'BU%' then 'WK' || substr(area_code, 3, 6) when area_code like 'WK%' then area_code end),
    ($3::text)) as place(code)
  where municipality_id = $1 and created_at > $2::timestamptz - interval '168 hours' and created_at <= $2
    and code is not null and category_main <> 'unknown' and category_sub <> 'unknown'
  group by 1, 2 having ${VOICES} >= 3`
const PROFILE = `select area_code as "areaCode", ${MAIN_SUB} as category,
    ((extract(isodow from created_at at time zone 'Europe/Amsterdam') - 1) * 24 + extract(hour from created_at at time zone 'Europe/Amsterdam'))::int as "hourOfWeek",
    count(*)::int as messages
  from messages where municipality_id = $1 and created_at >= $2 and created_at < $3 and category_main <> 'unknown' and category_sub <> 'unknown'
  group by 1, 2, 3 order by 1, 2, 3`

const casesOf = (
  place: string,
  known: string,
): string => `select ${place} as place, min(area_code) as "areaCode", avg(lat) as lat, avg(lon) as lon,
    ${MAIN_SUB} as category, floor(extract(epoch from ($2::timestamptz - created_at)) / 86400)::int as "daysAgo", ${VOICES}::int as voices
  from messages where municipality_id = $1 and created_at > $2::timestamptz - make_interval(days => $3::int) and created_at <= $2 and ${known}
    and category_main <> 'unknown' and category_sub <> 'unknown'
  group by ${place}, 5, 6 having ${VOICES} > 0 order by 1, 5, 6`
const CASES = {
  buurt: casesOf('area_code', `area_code like 'BU%'`),
  point: casesOf(`floor(lat * 400) || ',' || floor(lon * 245)`, 'lat is not null and lon is not null'),
} as const

const DAYS = `select area_code as "areaCode", ${MAIN_SUB} as category, (created_at at time zone 'Europe/Amsterdam')::date - date '1970-01-01' as day,
    ${VOICES}::int as voices, max((closed_at at time zone 'Europe/Amsterdam')::date) - date '1970-01-01' as "closedDay",
    count(*) filter (where reading -> 'avoidable' ->> 'reason' = 'repeat-after-closing')::int as "reopenRequests"
  from messages where municipality_id = $1 and created_at >= $2 and created_at < $3 and area_code like 'BU%'
    and category_main <> 'unknown' and category_sub <> 'unknown'
  group by 1, 2, 3 order by 1, 2, 3`
const ABOUT = `municipality_id = $1 and area_code = $2 and ${MAIN_SUB} = $3 and created_at >= $4 and created_at < $5`
const REPORTERS = `select ${VOICES}::int as voices from messages where ${ABOUT}
  group by date_trunc('quarter', created_at at time zone 'Europe/Amsterdam') order by date_trunc('quarter', created_at at time zone 'Europe/Amsterdam')`
const ISSUES = `select i.id, i.title, m.voices from issues i join (
    select issue_id, ${VOICES}::int as voices, max(created_at) as last from messages
    where municipality_id = $1 and ($2 = any(array[area_code, 'WK' || substr(area_code, 3, 6), 'GM' || substr(area_code, 3, 4)]) or (area_code is null and $2 like 'GM%'))
      and ${MAIN_SUB} = $3 and created_at >= $4 and created_at < $5 group by issue_id
  ) m on m.issue_id = i.id where i.municipality_id = $1 and i.merged_into is null order by m.last desc, i.id limit $6`
const ISSUE_TIMES = `select m.issue_id as "issueId", m.created_at as at from messages m join issues i on i.id = m.issue_id
  where m.municipality_id = $1 and m.created_at >= $2 and m.created_at <= $3 and i.messages >= 3 order by m.issue_id, m.created_at`
const RHYTHM = `select s.id as "sourceId", s.name,
    (select min(created_at) from messages m where m.municipality_id = $1 and m.source_id = s.id) as "firstAt",
    ${Array.from({ length: EARLIER_WEEKS + 1 }, (_, week) => weekColumn(week)).join(', ')}
  from sources s where s.municipality_id = $1 order by s.name collate "und-x-icu"`

const AREA_RHYTHM = `select code as "areaCode", (select min(created_at) from messages where municipality_id = $1) as "firstAt",
    ${Array.from({ length: EARLIER_WEEKS + 1 }, (_, week) => areaWeekColumn(week)).join(', ')}
  from messages cross join lateral (values
    (case when area_code like 'BU%' then area_code end),
    (case when area_code like 'BU%' then 'WK' || substr(area_code, 3, 6) when area_code like 'WK%' then area_code end),
    ('')) as place(code)
  where municipality_id = $1 and created_at > $2::timestamptz - interval '${(EARLIER_WEEKS + 1) * 7} days' and created_at <= $2 and code is not null
  group by 1 order by 1`

function areaWeekColumn(week: number): string {
  const end = `$2::timestamptz - interval '${week * 7} days'`
  return `count(*) filter (where created_at > ${end} - make_interval(hours => $3::int) and created_at <= ${end})::int as "week${week}"`
}

function weekColumn(week: number): string {
  const end = `$2::timestamptz - interval '${week * 7} days'`
  return `(select count(*) from messages m where m.municipality_id = $1 and m.source_id = s.id
    and m.created_at > ${end} - interval '24 hours' and m.created_at <= ${end})::int as "week${week}"`
}

type AreaRow = { areaCode: string; category: string } & Record<`${'messages' | 'voices' | 'channels'}${number}`, number>
type AreaRhythmRow = { areaCode: string; firstAt: Date | null } & Record<`week${number}`, number>
type RhythmRow = {
  sourceId: string
  name: string
  firstAt: Date | null
} & Record<`week${number}`, number>

/** Counts that the watches ask for, from the messages themselves: see `SignalQuestions`. */
export function watchCounts({ pool, orm }: Pick<Database, 'pool' | 'orm'>): Omit<SignalQuestions, 'open' | 'change' | 'list'> {
  const ask = async <Row>(name: string, text: string, values: unknown[]): Promise<Row[]> => (await pool.query({ name, text, values })).rows
  return {
    async areaActivity(municipalityId, now, townCode) {
      const rows = await ask<AreaRow>('area-activity', AREA_ACTIVITY, [municipalityId, now, townCode])
      return rows.map((row) => ({
        areaCode: row.areaCode,
        category: row.category,
        windows: WINDOWS_HOURS.map((hours) => ({
          hours,
          messages: row[`messages${hours}`]!,
          voices: row[`voices${hours}`]!,
          channels: row[`channels${hours}`]!,
        })),
      }))
    },
    profile: (municipalityId, { from, to }) => ask('sub-profile', PROFILE, [municipalityId, from, to]),
    cases: (municipalityId, now, { days, by }) => ask(`cases-${by}`, CASES[by], [municipalityId, now, days]),
    days: (municipalityId, { from, to }) => ask('series-days', DAYS, [municipalityId, from, to]),
    async reportersPerQuarter(municipalityId, { areaCode, category, from, to }) {
      return (await ask<{ voices: number }>('reporters', REPORTERS, [municipalityId, areaCode, category, from, to])).map(
        ({ voices }) => voices,
      )
    },
    issuesAbout: (municipalityId, { areaCode, category, from, to, limit }) =>
      ask('issues-about', ISSUES, [municipalityId, areaCode, category, from, to, limit]),
    issueTimes: (municipalityId, { from, to }) => ask('issue-times', ISSUE_TIMES, [municipalityId, from, to]),
    async areaRhythm(municipalityId, now, windowHours) {
      const rows = await ask<AreaRhythmRow>('area-rhythm', AREA_RHYTHM, [municipalityId, now, windowHours])
      return rows.map((row) => ({ areaCode: row.areaCode || null, observed: row.week0!, earlier: earlierWeeks(row, now, windowHours) }))
    },
    async sourceRhythm(municipalityId, now) {
      const rows = await ask<RhythmRow>('source-rhythm', RHYTHM, [municipalityId, now])
      const states = new Map((await readSources(orm, municipalityId, now)).map(({ id, state }) => [id, state]))
      return rows.map((row) => ({
        sourceId: row.sourceId,
        name: row.name,
        state: states.get(row.sourceId) ?? 'new',
        observed: row.week0!,
        earlier: earlierWeeks(row, now),
      }))
    },
  }
}

const WEEK_MS = 7 * 86_400_000
const HOUR_MS = 3_600_000

/** Only weeks in which it told already. */
function earlierWeeks(row: Pick<RhythmRow, 'firstAt' | `week${number}`>, now: Date, windowHours = 24): number[] {
  const toldMs = row.firstAt ? now.getTime() - row.firstAt.getTime() : 0
  const weeks = Math.min(EARLIER_WEEKS, Math.floor((toldMs - windowHours * HOUR_MS) / WEEK_MS))
  return Array.from({ length: Math.max(0, weeks) }, (_, at) => row[`week${at + 1}`]!)
}
