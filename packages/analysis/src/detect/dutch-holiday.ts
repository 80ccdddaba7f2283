import { localHour } from './hour-of-week.ts'

const DAY_HOURS = 24
const DAY_MS = 86_400_000
const REMEMBERED_DAYS = 1_000
const known = new Map<number, string | null>()
const APRIL_27 = '04-27'
const APRIL_26 = '04-26'

const FIXED: Readonly<Record<string, string>> = {
  '01-01': 'Nieuwjaarsdag',
  '05-05': 'Bevrijdingsdag',
  '12-25': 'Eerste Kerstdag',
  '12-26': 'Tweede Kerstdag',
  '12-31': 'Oudjaarsdag',
}
const AFTER_EASTER: Readonly<Record<number, string>> = {
  0: 'Eerste Paasdag',
  1: 'Tweede Paasdag',
  39: 'Hemelvaartsdag',
  49: 'Eerste Pinksterdag',
  50: 'Tweede Pinksterdag',
}

/**
 * The Dutch public holiday that an instant (milliseconds since 1970) lies in, by the day in Amsterdam; null on other days. King's Day is on 26 April
 * when the 27th is a Sunday. New Year's Eve is counted as one: its evening is like no other. From 1583 on.
 *
 * @example dutchHoliday(Date.parse('2026-04-27T10:00:00Z')) // 'Koningsdag'
 *
 * Source: the anonymous Gregorian computus (Meeus, Astronomical Algorithms, ch. 8).
 */
export function dutchHoliday(at: number): string | null {
  const day = Math.floor(localHour(at) / DAY_HOURS)
  let name = known.get(day)
  if (name === undefined) {
    name = holidayOn(day)
    if (known.size >= REMEMBERED_DAYS) known.clear()
    known.set(day, name)
  }
  return name
}

function holidayOn(day: number): string | null {
  const date = new Date(day * DAY_MS)
  const monthDay = date.toISOString().slice(5, 10)
  if (monthDay === APRIL_27 && date.getUTCDay() !== 0) return 'Koningsdag'
  if (monthDay === APRIL_26 && date.getUTCDay() === 6) return 'Koningsdag'
  return AFTER_EASTER[day - easterOf(date.getUTCFullYear())] ?? FIXED[monthDay] ?? null
}

/** Easter Sunday as days since 1970. */
function easterOf(year: number): number {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const epact = (19 * golden + century - Math.floor(century / 4) - Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3) + 15) % 30
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor((year % 100) / 4) - epact - (year % 4)) % 7
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451)
  const month = epact + weekday - 7 * late + 114
  return Date.UTC(year, Math.floor(month / 31) - 1, (month % 31) + 1) / DAY_MS
}
