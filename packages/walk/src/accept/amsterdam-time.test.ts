import { expect, test } from 'vitest'
import { endOfDay, fromLocalTime, quarterOf } from './amsterdam-time.ts'

test('a day ends a millisecond before the next one in Amsterdam, also on the days the clock changes', () => {
  expect(endOfDay('2026-08-08').toISOString()).toBe('2026-08-08T21:59:59.999Z')
  expect(endOfDay('2026-10-25').toISOString()).toBe('2026-10-25T22:59:59.999Z')
  expect(endOfDay('2027-03-28').toISOString()).toBe('2027-03-28T21:59:59.999Z')
})

test('a local time that happens twice means its first turn', () => {
  expect(fromLocalTime('2026-10-25T02:30').toISOString()).toBe('2026-10-25T00:30:00.000Z')
})

test('the quarter is the one on the calendar in Amsterdam', () => {
  expect(quarterOf(new Date('2026-12-31T22:59:59Z'))).toBe('2026Q4')
  expect(quarterOf(new Date('2026-12-31T23:00:00Z'))).toBe('2027Q1')
})
