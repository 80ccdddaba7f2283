import { TIME_ZONE } from '@rumoer/contracts'

const DAY_MS = 86_400_000
const DAYS_PER_WEEK = 7

/** A report's period: `2026-W48` (ISO week) or `2026-11`, with the first day that lies in it. */
export type Period = { id: string; period: 'week' | 'month'; on: string }

const amsterdamDay = new Intl.DateTimeFormat('en-CA', { timeZone: TIME_ZONE, year: 'numeric', month: '2-digit', day: '2-digit' })

/** The calendar day in Amsterdam at an instant, as `2026-11-24`. */
export function dayAt(at: Date): string {
  const parts = Object.fromEntries(amsterdamDay.formatToParts(at).map(({ type, value }) => [type, value]))
  return `${parts.year}-${parts.month}-${parts.day}`
}

const toDay = (ms: number) => new Date(ms).toISOString().slice(0, 10)
const weekdayOf = (ms: number) => (new Date(ms).getUTCDay() + 6) % DAYS_PER_WEEK
const mondayOf = (ms: number) => ms - weekdayOf(ms) * DAY_MS
/** The Monday of ISO week 1: the week that holds 4 January. */
const firstMonday = (year: number) => mondayOf(Date.UTC(year, 0, 4))

/** The ISO week (ISO 8601, Monday first) that holds a day. */
export function weekOf(day: string): Period {
  const monday = mondayOf(Date.parse(`${day}T00:00:00Z`))
  const year = new Date(monday + 3 * DAY_MS).getUTCFullYear()
  const week = Math.round((monday - firstMonday(year)) / (DAYS_PER_WEEK * DAY_MS)) + 1
  return { id: `${year}-W${String(week).padStart(2, '0')}`, period: 'week', on: toDay(monday) }
}

export const monthOf = (day: string): Period => ({ id: day.slice(0, 7), period: 'month', on: `${day.slice(0, 7)}-01` })

/** Reads `2026-W48` or `2026-11`; null when there is no such week or month. */
export function periodOf(id: string): Period | null {
  const month = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(id)
  if (month) return monthOf(`${id}-01`)
  const week = /^(\d{4})-W(\d{2})$/.exec(id)
  if (!week) return null
  const found = weekOf(toDay(firstMonday(Number(week[1])) + (Number(week[2]) - 1) * DAYS_PER_WEEK * DAY_MS))
  return found.id === id ? found : null
}
