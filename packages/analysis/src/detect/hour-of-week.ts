const HOUR_MS = 3_600_000
const REMEMBERED_HOURS = 20_000
const offsets = new Map<number, number>()
let formatter: Intl.DateTimeFormat | null = null

export const HOURS_PER_WEEK = 168
export const WEEKDAYS = ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag'] as const

/**
 * Hour of the week in Europe/Amsterdam of an instant (milliseconds since 1970): 0 is Monday 00:00–00:59, 167 Sunday 23:00–23:59.
 *
 * @example hourOfWeek(Date.parse('2026-11-24T13:30:00Z')) // 38: Tuesday 14:30 in Amsterdam
 */
export function hourOfWeek(at: number): number {
  const local = localHour(at)
  // 1 January 1970 was a Thursday.
  return (((local + 3 * 24) % HOURS_PER_WEEK) + HOURS_PER_WEEK) % HOURS_PER_WEEK
}

/**
 * Hours since 1970 by the clock in Europe/Amsterdam.
 *
 * @example localHour(3_600_000) // 2: Amsterdam was an hour ahead
 */
export function localHour(at: number): number {
  const hour = Math.floor(at / HOUR_MS)
  return hour + offsetHours(hour)
}

/**
 * What people call this part of the week: `dinsdagmiddag`. Nights run from 0 to 6, mornings to 12, afternoons to 18.
 *
 * @example partOfWeek(Date.parse('2026-11-24T13:30:00Z')) // 'dinsdagmiddag'
 */
export function partOfWeek(at: number): string {
  const hour = hourOfWeek(at)
  return `${WEEKDAYS[Math.floor(hour / 24)]!}${['nacht', 'ochtend', 'middag', 'avond'][Math.floor((hour % 24) / 6)]!}`
}

function offsetHours(hour: number): number {
  let offset = offsets.get(hour)
  if (offset === undefined) {
    formatter ??= new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Amsterdam', hour: 'numeric', hourCycle: 'h23' })
    const local = Number(formatter.format(hour * HOUR_MS))
    offset = (local - (((hour % 24) + 24) % 24) + 24) % 24
    if (offsets.size >= REMEMBERED_HOURS) offsets.clear()
    offsets.set(hour, offset)
  }
  return offset
}
