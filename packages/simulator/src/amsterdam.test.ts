import { describe, expect, it } from 'vitest'
import { amsterdamOffsetMs, atLocal, dayOf, HOUR_MS, hourOf, isHoliday, startOfDay, weekdayOf } from './amsterdam.ts'

const clock = new Intl.DateTimeFormat('nl-NL', {
  timeZone: 'Europe/Amsterdam',
  hourCycle: 'h23',
  hour: '2-digit',
  day: '2-digit',
  minute: '2-digit',
})
const day = (date: string) => Date.parse(`${date}T00:00:00Z`) / 86_400_000

describe('the Amsterdam clock', () => {
  it('agrees with the platform around both clock changes', () => {
    for (const start of ['2026-03-28T12:00:00Z', '2026-10-24T12:00:00Z', '2027-12-31T12:00:00Z'])
      for (let hour = 0; hour < 40; hour++) {
        const at = Date.parse(start) + hour * HOUR_MS
        expect(hourOf(at)).toBe(Number(clock.formatToParts(at).find(({ type }) => type === 'hour')!.value))
        expect(new Date(at + amsterdamOffsetMs(at)).getUTCDate()).toBe(
          Number(clock.formatToParts(at).find(({ type }) => type === 'day')!.value),
        )
      }
  })

  it('starts every day at midnight, also days of 23 and 25 hours', () => {
    for (const date of ['2026-03-29', '2026-03-30', '2026-10-25', '2026-10-26', '2026-07-01']) {
      const at = startOfDay(day(date))
      expect([hourOf(at), dayOf(at), dayOf(at - 1)]).toEqual([0, day(date), day(date) - 1])
      expect(hourOf(atLocal(day(date), 15 * HOUR_MS))).toBe(15)
    }
    expect(startOfDay(day('2026-03-30')) - startOfDay(day('2026-03-29'))).toBe(23 * HOUR_MS)
    expect(startOfDay(day('2026-10-26')) - startOfDay(day('2026-10-25'))).toBe(25 * HOUR_MS)
  })

  it('knows weekdays and the days on which the town hall is closed', () => {
    expect(weekdayOf(day('2026-11-24'))).toBe(2)
    for (const date of ['2026-04-06', '2026-04-27', '2026-05-14', '2026-05-25', '2026-12-26', '2027-03-29'])
      expect(isHoliday(day(date)), date).toBe(true)
    for (const date of ['2026-04-07', '2026-05-15', '2026-11-24']) expect(isHoliday(day(date)), date).toBe(false)
  })
})
