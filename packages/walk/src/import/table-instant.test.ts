import { expect, test } from 'vitest'
import { tableInstant } from './table-instant.ts'

test('an instant with offset, an ISO local time and a Dutch one all become UTC', () => {
  expect(tableInstant('2025-04-30T11:56:09.809179+00:00')).toBe('2025-04-30T11:56:09.809Z')
  expect(tableInstant('2026-07-01 14:10')).toBe('2026-07-01T12:10:00.000Z')
  expect(tableInstant('24-11-2026 9:05')).toBe('2026-11-24T08:05:00.000Z')
  expect(tableInstant('24/11/2026')).toBe('2026-11-23T23:00:00.000Z')
})

test('a day stays a day where days are meant', () => {
  expect(tableInstant('2026-05-20', { keepDay: true })).toBe('2026-05-20')
  expect(tableInstant('20-5-2026', { keepDay: true })).toBe('2026-05-20')
})

test('an empty cell is absent, and what is no time is given back for the contract to refuse', () => {
  expect(tableInstant('  ')).toBeUndefined()
  expect(tableInstant('gisteren')).toBe('gisteren')
  expect(tableInstant('31-02-2026 10:00')).toBe('31-02-2026 10:00')
})
