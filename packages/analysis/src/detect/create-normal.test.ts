import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createNormal, expectedBetween } from './create-normal.ts'
import { hourOfWeek } from './hour-of-week.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const MONDAY = Date.parse('2026-11-02T00:00:00+01:00')
const WHERE = { areaCode: 'BU99010101', category: 'afval' }

/** A town that says the same each day, `perHour` by day and nothing at night, as the history over [from, to) counts it. */
const steady = (from: number, to: number, perHour: number) => {
  const messages = new Map<number, number>()
  for (let at = from; at < to; at += HOUR) {
    const hour = hourOfWeek(at)
    if (hour % 24 >= 8 && hour % 24 < 20) messages.set(hour, (messages.get(hour) ?? 0) + perHour)
  }
  const profile = [...messages].map(([hour, count]) => ({ ...WHERE, hourOfWeek: hour, messages: count }))
  return createNormal({ profile, from, to })
}
const noonOf = (day: number) => MONDAY + 14 * DAY + day * DAY + 12 * HOUR

test('a weekday that the history holds once more than another is no busier for that', () => {
  const normal = steady(MONDAY, MONDAY + 8 * DAY, 20)
  const [monday, tuesday] = [0, 1].map((day) => expectedBetween(normal, WHERE, noonOf(day), noonOf(day) + HOUR).mean)
  expect(monday! / tuesday!).toBeCloseTo(1, 1)
})

test('a weekday that was not seen yet is taken to be as the others are', () => {
  const normal = steady(MONDAY, MONDAY + 3 * DAY, 20)
  const [monday, friday] = [0, 4].map((day) => expectedBetween(normal, WHERE, noonOf(day), noonOf(day) + HOUR).mean)
  expect(friday! / monday!).toBeGreaterThan(0.8)
  expect(friday! / monday!).toBeLessThan(1.2)
})

test('whatever stretch of days the history holds, an ordinary day is expected to bring what it brings', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 48, max: 40 * 24 }),
      fc.integer({ min: 0, max: 23 }),
      fc.integer({ min: 0, max: 6 }),
      (hours, shift, day) => {
        const from = MONDAY + shift * HOUR
        const { mean } = expectedBetween(steady(from, from + hours * HOUR, 30), WHERE, noonOf(day) - 12 * HOUR, noonOf(day) + 12 * HOUR)
        expect(mean / (12 * 30)).toBeGreaterThan(0.75)
        expect(mean / (12 * 30)).toBeLessThan(1.25)
      },
    ),
    { numRuns: 60 },
  )
})
