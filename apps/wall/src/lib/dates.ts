export const ZONE = 'Europe/Amsterdam'
export type Locale = 'nl' | 'en'

const tags = { nl: 'nl-NL', en: 'en-GB' } as const
const formatters = new Map<string, Intl.DateTimeFormat>()

function formatter(locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale}${JSON.stringify(options)}`
  const known = formatters.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat(tags[locale], { timeZone: ZONE, hourCycle: 'h23', ...options })
  formatters.set(key, made)
  return made
}

type Instant = string | number | Date
const partsOf = (at: Instant, locale: Locale, options: Intl.DateTimeFormatOptions) =>
  Object.fromEntries(
    formatter(locale, options)
      .formatToParts(new Date(at))
      .map((part) => [part.type, part.value.replace(/\.$/, '')]),
  )

/** `14:03`, 24 hours, Amsterdam. */
export function clockTime(at: Instant): string {
  const parts = partsOf(at, 'nl', { hour: '2-digit', minute: '2-digit' })
  return `${parts.hour}:${parts.minute}`
}

/** Amsterdam calendar day of an instant: `2026-11-24`. */
export function dayOf(at: Instant): string {
  const parts = partsOf(at, 'nl', { year: 'numeric', month: '2-digit', day: '2-digit' })
  return `${parts.year}-${parts.month}-${parts.day}`
}

/** `di 24 nov`; the year is added when asked. */
export function shortDate(at: Instant, locale: Locale, withYear = false): string {
  const parts = partsOf(at, locale, { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' })
  return `${parts.weekday} ${parts.day} ${parts.month}${withYear ? ` ${parts.year}` : ''}`
}

/** `dinsdag 24 november 2026`. */
export function longDate(at: Instant, locale: Locale): string {
  const parts = partsOf(at, locale, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
  return `${parts.weekday} ${parts.day} ${parts.month} ${parts.year}`
}

/** A calendar day such as `2026-11-24` as an instant in its middle, safe to format in any zone. */
export const noonOf = (day: string): Date => new Date(`${day}T12:00:00Z`)

/** `14:03` today, `ma 23 nov 14:03` on another day. */
export function momentText(at: Instant, now: Instant, locale: Locale): string {
  return dayOf(at) === dayOf(now) ? clockTime(at) : `${shortDate(at, locale)} ${clockTime(at)}`
}

export type Age = { unit: 'second' | 'minute' | 'hour' | 'day'; count: number }

/** How long ago, in the largest whole unit; never negative. */
export function ageOf(at: Instant, now: Instant): Age {
  const seconds = Math.max(0, Math.floor((new Date(now).getTime() - new Date(at).getTime()) / 1_000))
  if (seconds < 60) return { unit: 'second', count: seconds }
  if (seconds < 3_600) return { unit: 'minute', count: Math.floor(seconds / 60) }
  if (seconds < 86_400) return { unit: 'hour', count: Math.floor(seconds / 3_600) }
  return { unit: 'day', count: Math.floor(seconds / 86_400) }
}

/** Minutes that Amsterdam is ahead of UTC at this instant. */
export function offsetMinutes(at: Instant): number {
  const moment = new Date(at)
  const parts = partsOf(moment, 'nl', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  const local = Date.UTC(
    Number(parts.year),
    Number(parts.month) - 1,
    Number(parts.day),
    Number(parts.hour),
    Number(parts.minute),
    Number(parts.second),
  )
  return Math.round((local - Math.floor(moment.getTime() / 1_000) * 1_000) / 60_000)
}

/** First instant of an Amsterdam calendar day. */
export function startOfDay(day: string): Date {
  const guess = Date.parse(`${day}T00:00:00Z`)
  const first = guess - offsetMinutes(guess) * 60_000
  return new Date(guess - offsetMinutes(first) * 60_000)
}

/** The calendar day `count` days later. */
export function addDays(day: string, count: number): string {
  const moment = noonOf(day)
  moment.setUTCDate(moment.getUTCDate() + count)
  return moment.toISOString().slice(0, 10)
}

/** The instant at which clocks in Amsterdam say `HH:MM` on a calendar day. */
export function atClock(day: string, time: string): Date {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  const start = startOfDay(day)
  const guess = new Date(start.getTime() + (hours * 60 + minutes) * 60_000)
  return new Date(guess.getTime() - (offsetMinutes(guess) - offsetMinutes(start)) * 60_000)
}

/** 8:00 Amsterdam time on the day after `now`. */
export const tomorrowMorning = (now: Instant): Date => atClock(addDays(dayOf(now), 1), '08:00')

/** ISO week of a calendar day: `2026-W48`. */
export function isoWeek(day: string): string {
  const moment = noonOf(day)
  const weekday = moment.getUTCDay() || 7
  moment.setUTCDate(moment.getUTCDate() + 4 - weekday)
  const first = Date.UTC(moment.getUTCFullYear(), 0, 1)
  const week = Math.ceil(((moment.getTime() - first) / 86_400_000 + 0.5) / 7)
  return `${moment.getUTCFullYear()}-W${String(week).padStart(2, '0')}`
}

/** Monday of an ISO week such as `2026-W48`; null when the text is not a week. */
export function mondayOf(week: string): string | null {
  const match = /^(\d{4})-W(\d{2})$/.exec(week)
  if (!match) return null
  const fourth = `${match[1]}-01-04`
  const weekday = noonOf(fourth).getUTCDay() || 7
  const monday = addDays(fourth, 1 - weekday + (Number(match[2]) - 1) * 7)
  return isoWeek(monday) === week ? monday : null
}

/** `november 2026` for `2026-11`. */
export function monthText(month: string, locale: Locale): string {
  const parts = partsOf(noonOf(`${month}-15`), locale, { month: 'long', year: 'numeric' })
  return `${parts.month} ${parts.year}`
}
