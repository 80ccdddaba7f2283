import { createNormal, historyStart, type Normal } from '@rumoer/analysis/detect'
import type { Store } from '@rumoer/store'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const WEEK_MS = 7 * DAY_MS
const HOURS_PER_DAY = 24
const MOST_WEEKS = 8
/** With fewer weeks a weekday was seen once at most: all days are taken as alike. */
const LEAST_WEEKS = 2

/** What is normal per area and sub category before an instant. */
export async function loadAreaNormal(store: Store, municipalityId: number, at: Date): Promise<Normal> {
  const longest = new Date(at.getTime() - MOST_WEEKS * WEEK_MS - DAY_MS)
  const hours = await store.counts.hourly(municipalityId, { areaCode: null, category: null, from: longest, to: at })
  const first = historyStart(hours.map(({ hourAt, messages }) => ({ at: hourAt.getTime(), messages }))) ?? at.getTime()
  const { from, to, overAllDays } = normalRange(first, at.getTime())
  const profile = from < to ? await store.signals.profile(municipalityId, { from: new Date(from), to: new Date(to) }) : []
  return createNormal({ profile: profile.flatMap(overAllDays), from, to })
}

type Row = { areaCode: string | null; category: string; hourOfWeek: number; messages: number }

/**
 * The stretch of history that tells what is normal now (milliseconds), the latest day left out. Whole weeks, or whole days at first: an hour of
 * the week that the history holds less often than another would seem quieter than it is. `overAllDays` spreads a count over the days of the
 * week where they cannot be told apart yet.
 */
export function normalRange(first: number, now: number): { from: number; to: number; overAllDays: (row: Row) => Row[] } {
  const to = now - DAY_MS
  const weeks = Math.min(MOST_WEEKS, Math.floor((to - first) / WEEK_MS))
  if (weeks >= LEAST_WEEKS) return { from: to - weeks * WEEK_MS, to, overAllDays: (row) => [row] }
  return { from: to - Math.max(0, Math.floor((to - first) / DAY_MS)) * DAY_MS, to, overAllDays: spread }
}

const spread = (row: Row): Row[] =>
  Array.from({ length: 7 }, (_, day) => ({
    ...row,
    hourOfWeek: (row.hourOfWeek % HOURS_PER_DAY) + HOURS_PER_DAY * day,
    messages: row.messages / 7,
  }))
