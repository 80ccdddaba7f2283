import { expect, test } from 'vitest'
import { dayAt, monthOf, periodOf, weekOf } from './period.ts'

test.each([
  ['2026-11-24', '2026-W48', '2026-11-23'],
  ['2027-01-01', '2026-W53', '2026-12-28'],
  ['2027-01-04', '2027-W01', '2027-01-04'],
  ['2024-12-30', '2025-W01', '2024-12-30'],
])('%s lies in ISO week %s, which starts on %s', (day, id, monday) => {
  expect(weekOf(day)).toEqual({ id, period: 'week', on: monday })
  expect(periodOf(id)).toEqual({ id, period: 'week', on: monday })
})

test('a month is named by its number', () => {
  expect(monthOf('2026-11-24')).toEqual({ id: '2026-11', period: 'month', on: '2026-11-01' })
  expect(periodOf('2026-11')?.on).toBe('2026-11-01')
})

test.each(['2026-W54', '2025-W53', '2026-W00', '2026-13', '2026-00', '2026', 'last-week'])('there is no period %s', (id) => {
  expect(periodOf(id)).toBeNull()
})

test('a day is an Amsterdam day', () => {
  expect(dayAt(new Date('2026-11-23T23:30:00Z'))).toBe('2026-11-24')
  expect(dayAt(new Date('2026-06-30T21:59:59Z'))).toBe('2026-06-30')
})
