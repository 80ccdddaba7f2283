import { dutchHoliday } from './dutch-holiday.ts'
import { hourOfWeek } from './hour-of-week.ts'

const SUNDAY_STARTS = 144
/** Squared relative error of what a holiday brings: eight weeks hold too few of them to learn it. */
const HOLIDAY_VARIANCE = 0.1
const FEAST_VARIANCE = 0.25
/** People are out on the streets: never taken to be quieter than the day that it falls on. */
const FEASTS: ReadonlySet<string> = new Set(['Koningsdag', 'Oudjaarsdag', 'Nieuwjaarsdag'])

/**
 * Factor of the hour that an instant lies in, with the squared relative error of it: 0 on ordinary days. A public holiday lies halfway between the
 * day of the week that it falls on and a Sunday; a feast is the busier of the two.
 *
 * @example usualFactor((hour) => (hour >= 144 ? 0.5 : 1), Date.parse('2026-05-25T10:00:00Z')) // { factor: 0.75, variance: 0.1 }, Whit Monday
 */
export function usualFactor(factorOf: (hourOfWeek: number) => number, at: number): { factor: number; variance: number } {
  const hour = hourOfWeek(at)
  const own = factorOf(hour)
  const holiday = dutchHoliday(at)
  if (holiday === null) return { factor: own, variance: 0 }
  const sunday = factorOf(SUNDAY_STARTS + (hour % 24))
  return FEASTS.has(holiday)
    ? { factor: Math.max(own, sunday), variance: FEAST_VARIANCE }
    : { factor: (own + sunday) / 2, variance: HOLIDAY_VARIANCE }
}
