import { TIME_ZONE } from '@rumoer/contracts'
import { Temporal } from 'temporal-polyfill'

/** Last millisecond of a calendar day in Europe/Amsterdam: `2026-10-25` → `2026-10-25T22:59:59.999Z`. */
export function endOfDay(day: string): Date {
  const next = Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(TIME_ZONE)
  return new Date(next.epochMilliseconds - 1)
}

/** Instant of a wall-clock time in Amsterdam; an hour that happens twice means its first turn. */
export function fromLocalTime(local: string): Date {
  return new Date(Temporal.PlainDateTime.from(local).toZonedDateTime(TIME_ZONE).epochMilliseconds)
}

/** Calendar quarter in Amsterdam, such as `2026Q4`. */
export function quarterOf(instant: Date): string {
  const local = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(TIME_ZONE)
  return `${local.year}Q${Math.ceil(local.month / 3)}`
}

/** Calendar day in Amsterdam, such as `2026-11-27`. */
export function amsterdamDay(instant: Date): string {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(TIME_ZONE).toPlainDate().toString()
}
