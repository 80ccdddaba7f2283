import { createNormal, detectIssue, hourOfWeek, type Normal } from '@rumoer/analysis/detect'
import { drawNegativeBinomial } from '@rumoer/analysis/reference'
import { createChance } from '../chance.ts'
import type { Outcome } from '../outcome.ts'

const HOUR_MS = 3_600_000
const WEEK_HOURS = 168
const STARTED_AT = Date.parse('2025-01-06T00:00:00Z')
const HISTORY_HOURS = 8 * WEEK_HOURS
const YEAR_HOURS = 52 * WEEK_HOURS
const AREAS = 100
const CATEGORIES = 12
const SERIES = AREAS * CATEGORIES
const WINDOWS = [1, 6, 24, WEEK_HOURS]
const BUDGET_PER_YEAR = 52
/** A false alert is one episode: quiet for a day ends it. */
const QUIET_HOURS = 24
/** Median messages an hour of one series (two to three a week), and how far series lie apart on the scale of logarithms. */
const MEDIAN_RATE = 0.015
const RATE_SPREAD = 1.4
const GAP_LAYS_FROM_HOUR = HISTORY_HOURS + 20 * WEEK_HOURS
const GAP_HOURS = 72

/** How a town without incidents behaves. `dispersion`: of an hour; `daySpread`: standard deviation of what one day of a series differs from another. */
type Quiet = { name: string; dispersion: number; daySpread: number; hasHolidays: boolean; hasGap: boolean }
const QUIET: readonly Quiet[] = [
  { name: 'people write by chance', dispersion: 1, daySpread: 0, hasHolidays: false, hasGap: false },
  { name: 'overdispersed hours, days differ by a fifth', dispersion: 1.3, daySpread: 0.2, hasHolidays: false, hasGap: false },
  { name: 'the same with holidays and a gap of three days', dispersion: 1.3, daySpread: 0.2, hasHolidays: true, hasGap: true },
  {
    name: 'wild: hours twice as spread, days differ by a third, holidays and a gap',
    dispersion: 2,
    daySpread: 0.3,
    hasHolidays: true,
    hasGap: true,
  },
]

/** False alerts in a year without incidents, for the municipality's own test of what normal is, over many series at once. */
export function nullYear(seed: number): Outcome[] {
  return QUIET.map((quiet) => {
    const { alerts, messages } = falseAlerts(quiet, seed)
    const ratio = alerts / BUDGET_PER_YEAR
    return {
      part: 'issues',
      setting: `a year without incidents, ${SERIES} series of area × category: ${quiet.name}`,
      peers: [],
      seed,
      figures: { falseAlerts: alerts, budget: BUDGET_PER_YEAR, ratio, messages },
      aim: { says: 'at most 1.2 times the configured budget', met: ratio <= 1.2 },
    }
  })
}

function falseAlerts(quiet: Quiet, seed: number): { alerts: number; messages: number } {
  const counts = simulate(quiet, createChance(seed))
  let alerts = 0
  let messages = 0
  const soundedAt = new Float64Array(SERIES).fill(Number.NEGATIVE_INFINITY)
  for (let from = HISTORY_HOURS; from < HISTORY_HOURS + YEAR_HOURS; from += WEEK_HOURS) {
    const normal = normalBefore(counts, from)
    for (const [series, hours] of counts.entries()) {
      for (let hour = from; hour < from + WEEK_HOURS; hour++) {
        messages += hours[hour]!
        if (hours[hour]! === 0 || !standsOut(series, hours, hour, normal)) continue
        if (hour - soundedAt[series]! > QUIET_HOURS) alerts += 1
        soundedAt[series] = hour
      }
    }
  }
  return { alerts, messages }
}

/** Messages per series and hour. */
function simulate({ dispersion, daySpread, hasHolidays, hasGap }: Quiet, random: () => number): Uint16Array[] {
  const hours = HISTORY_HOURS + YEAR_HOURS
  const shape = Float64Array.from({ length: hours }, (_, hour) => shapeOf(hour, hasHolidays))
  return Array.from({ length: SERIES }, () => {
    const rate = MEDIAN_RATE * Math.exp(RATE_SPREAD * normalDraw(random))
    let today = 1
    return Uint16Array.from({ length: hours }, (_, hour) => {
      if (hour % 24 === 0) today = Math.exp(daySpread * normalDraw(random) - daySpread ** 2 / 2)
      const isGap = hasGap && hour >= GAP_LAYS_FROM_HOUR && hour < GAP_LAYS_FROM_HOUR + GAP_HOURS
      const backlog = hasGap && hour === GAP_LAYS_FROM_HOUR + GAP_HOURS ? 2 : 1
      return isGap ? 0 : drawNegativeBinomial(rate * shape[hour]! * today * backlog, dispersion, random)
    })
  })
}

/** People write by day; on a holiday as on a Sunday, and more on the day after. */
function shapeOf(hour: number, hasHolidays: boolean): number {
  const local = hourOfWeek(STARTED_AT + hour * HOUR_MS)
  const ofDay = local % 24
  const day = Math.floor(local / 24)
  const daytime = ofDay >= 8 && ofDay < 18 ? 1.8 : ofDay >= 18 && ofDay < 23 ? 0.9 : 0.15
  const holiday = hasHolidays ? Math.floor(hour / 24) % 45 : -1
  const weekday = holiday === 40 || day >= 5 ? 0.6 : 1.15
  return daytime * weekday * (holiday === 41 ? 1.2 : 1)
}

function normalDraw(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}

const areaOf = (series: number) => `BU9901${String(1_001 + Math.floor(series / CATEGORIES)).padStart(4, '0')}`
const categoryOf = (series: number) => `soort-${series % CATEGORIES}`

/** As the sweep does it: eight weeks, of which the latest day is left out. */
function normalBefore(counts: readonly Uint16Array[], hour: number): Normal {
  const [from, to] = [hour - HISTORY_HOURS, hour - 24]
  const profile = counts.flatMap((hours, series) => {
    const ofWeek = new Float64Array(WEEK_HOURS)
    for (let at = from; at < to; at++) if (hours[at]! > 0) ofWeek[hourOfWeek(STARTED_AT + at * HOUR_MS)]! += hours[at]!
    return [...ofWeek].flatMap((messages, hourOfWeek) =>
      messages > 0 ? [{ areaCode: areaOf(series), category: categoryOf(series), hourOfWeek, messages }] : [],
    )
  })
  return createNormal({ profile, from: STARTED_AT + from * HOUR_MS, to: STARTED_AT + to * HOUR_MS })
}

function standsOut(series: number, hours: Uint16Array, hour: number, normal: Normal): boolean {
  const windows = WINDOWS.map((width) => {
    let messages = 0
    for (let at = Math.max(0, hour + 1 - width); at <= hour; at++) messages += hours[at]!
    return { hours: width, messages, voices: messages, channels: 2 }
  })
  if (windows.at(-1)!.messages < 5) return false
  const activity = { issueId: '0192f0c0-0000-7000-8000-000000000001', areaCode: areaOf(series), category: categoryOf(series), windows }
  const now = STARTED_AT + (hour + 1) * HOUR_MS
  return detectIssue(activity, normal, now, { falseAlarmsPerYear: BUDGET_PER_YEAR, watched: SERIES }) !== null
}
