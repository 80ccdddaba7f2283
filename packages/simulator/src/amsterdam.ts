export const MINUTE_MS = 60_000
export const HOUR_MS = 3_600_000
export const DAY_MS = 86_400_000

const switches = new Map<number, { summerAt: number; winterAt: number }>()

function lastSundayOneUtc(year: number, month: number): number {
  const lastDay = new Date(Date.UTC(year, month + 1, 0))
  return Date.UTC(year, month, lastDay.getUTCDate() - lastDay.getUTCDay(), 1)
}

/** Milliseconds that Europe/Amsterdam is ahead of UTC at this instant (rule in force since 1996). */
export function amsterdamOffsetMs(at: number): number {
  const year = new Date(at).getUTCFullYear()
  let known = switches.get(year)
  if (!known) {
    known = { summerAt: lastSundayOneUtc(year, 2), winterAt: lastSundayOneUtc(year, 9) }
    switches.set(year, known)
  }
  return at >= known.summerAt && at < known.winterAt ? 2 * HOUR_MS : HOUR_MS
}

/** Number of the Amsterdam day that holds this instant, counted from 1 January 1970. */
export const dayOf = (at: number): number => Math.floor((at + amsterdamOffsetMs(at)) / DAY_MS)

/** First instant of an Amsterdam day. */
export const startOfDay = (day: number): number => day * DAY_MS - amsterdamOffsetMs(day * DAY_MS - 2 * HOUR_MS)

/** Hour on the Amsterdam clock, 0 to 23. */
export const hourOf = (at: number): number => Math.floor(((((at + amsterdamOffsetMs(at)) % DAY_MS) + DAY_MS) % DAY_MS) / HOUR_MS)

/** Instant at which the Amsterdam clock shows this many milliseconds after midnight; an hour that a clock change skips is told one hour later. */
export function atLocal(day: number, sinceMidnightMs: number): number {
  const wall = day * DAY_MS + sinceMidnightMs
  return wall - amsterdamOffsetMs(wall - HOUR_MS)
}

/** 0 = Sunday … 6 = Saturday. */
export const weekdayOf = (day: number): number => (((day + 4) % 7) + 7) % 7

export const monthOf = (day: number): number => new Date(day * DAY_MS).getUTCMonth()

/** `20261124`, the day as it stands in a reference number. */
export function compactDate(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10).replaceAll('-', '')
}

/** Easter Sunday by the anonymous Gregorian computus, as a day number. */
function easterOf(year: number): number {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114
  return Date.UTC(year, Math.floor(f / 31) - 1, (f % 31) + 1) / DAY_MS
}

const FIXED_HOLIDAYS: ReadonlySet<string> = new Set(['01-01', '04-27', '12-25', '12-26'])
/** Easter Sunday and Monday, Ascension, Whit Sunday and Monday. */
const DAYS_AFTER_EASTER: ReadonlySet<number> = new Set([0, 1, 39, 49, 50])

/** Whether the town hall is closed for a Dutch public holiday. */
export function isHoliday(day: number): boolean {
  const date = new Date(day * DAY_MS)
  return FIXED_HOLIDAYS.has(date.toISOString().slice(5, 10)) || DAYS_AFTER_EASTER.has(day - easterOf(date.getUTCFullYear()))
}
