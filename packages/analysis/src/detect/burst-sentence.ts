import { dutchHoliday } from './dutch-holiday.ts'
import { hourOfWeek, partOfWeek, WEEKDAYS } from './hour-of-week.ts'

export type BurstFacts = {
  voices: number
  windowHours: number
  /** Milliseconds since 1970: end of the window. */
  now: number
  /** Bounds within which nine of ten ordinary windows lie. */
  low: number
  high: number
  falseAlarmsPerYear: number
}

const number = (value: number) => String(Math.round(value * 10) / 10).replace('.', ',')

/**
 * One Dutch sentence on a burst, with its numbers.
 *
 * @example burstSentence({ voices: 31, windowHours: 1, now: Date.parse('2026-11-24T13:40:00Z'), low: 0, high: 3, falseAlarmsPerYear: 1 })
 * // '31 onafhankelijke stemmen in het laatste uur; op dinsdagmiddag zijn dat er 0 tot 3 (1 vals alarm per jaar).'
 */
export function burstSentence({ voices, windowHours, now, low, high, falseAlarmsPerYear }: BurstFacts): string {
  const who = voices === 1 ? '1 onafhankelijke stem' : `${voices} onafhankelijke stemmen`
  const usual = low === high ? `${high === 1 ? 'is' : 'zijn'} dat er ${high}` : `zijn dat er ${low} tot ${high}`
  const alarms = falseAlarmsPerYear === 1 ? '1 vals alarm' : `${number(falseAlarmsPerYear)} valse alarmen`
  return `${who} ${windowOf(windowHours)}; ${periodOf(windowHours, now)} ${usual} (${alarms} per jaar).`
}

function windowOf(hours: number): string {
  if (hours < 1) return `in ${Math.round(hours * 60)} minuten`
  if (hours === 1) return 'in het laatste uur'
  return hours % 24 === 0 && hours > 24 ? `in ${hours / 24} dagen` : `in ${number(hours)} uur`
}

function periodOf(hours: number, now: number): string {
  const holiday = hours <= 24 ? dutchHoliday(now - 1) : null
  if (holiday !== null) return `op ${holiday}`
  if (hours <= 6) return `op ${partOfWeek(now - 1)}`
  if (hours <= 24) return `op een gewone ${WEEKDAYS[Math.floor(hourOfWeek(now - 1) / 24)]!}`
  return hours === 168 ? 'in een gewone week' : 'gewoonlijk'
}
