import { type DayHours, type DutyHours, TIME_ZONE } from '@rumoer/contracts'
import { Temporal } from 'temporal-polyfill'

const amsterdam = (at: number) => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(TIME_ZONE)
const isOverMidnight = ({ from, to }: DayHours) => to <= from

/**
 * The instant (milliseconds) at which the quiet hours that hold `at` end, or null outside them and without any.
 *
 * Hours are those of the wall clock in Amsterdam: in the night that the clock goes back they last an hour longer, in the other an hour shorter. A
 * time that the clock skips counts an hour later, one that it shows twice the first time. `from` belongs to them, `to` does not.
 *
 * @example quietUntil({ from: '22:00', to: '07:00' }, Date.parse('2026-11-24T21:30:00Z')) // 2026-11-25T06:00:00Z
 */
export function quietUntil(hours: DayHours | null, at: number): number | null {
  if (hours === null) return null
  const local = amsterdam(at)
  const today = local.toPlainDate()
  const starts = isOverMidnight(hours) ? [today.subtract({ days: 1 }), today] : [today]
  for (const day of starts) {
    const begin = instantOf(day, hours.from)
    const end = instantOf(isOverMidnight(hours) ? day.add({ days: 1 }) : day, hours.to)
    if (begin <= at && at < end) return end
  }
  return null
}

/**
 * Whether an instant lies in one of the hours of duty; a shift over midnight belongs to the day on which it begins. No shifts: never.
 *
 * @example isOnDuty([{ from: '08:00', to: '17:00', days: [1, 2, 3, 4, 5] }], Date.parse('2026-11-24T09:00:00Z')) // true
 */
export function isOnDuty(shifts: readonly DutyHours[], at: number): boolean {
  const today = amsterdam(at).toPlainDate()
  return shifts.some((shift) =>
    [today.subtract({ days: 1 }), today].some((day) => {
      if (!shift.days.includes(day.dayOfWeek)) return false
      const end = instantOf(isOverMidnight(shift) ? day.add({ days: 1 }) : day, shift.to)
      return instantOf(day, shift.from) <= at && at < end
    }),
  )
}

/**
 * The first time after `at` that the clock in Amsterdam shows a time of day.
 *
 * @example nextTimeOfDay('08:30', Date.parse('2026-11-24T09:00:00Z')) // 2026-11-25T07:30:00Z
 */
export function nextTimeOfDay(time: string, at: number): number {
  const today = amsterdam(at).toPlainDate()
  const first = instantOf(today, time)
  return first > at ? first : instantOf(today.add({ days: 1 }), time)
}

const instantOf = (day: Temporal.PlainDate, time: string): number =>
  day.toZonedDateTime({ timeZone: TIME_ZONE, plainTime: Temporal.PlainTime.from(time) }).epochMilliseconds
