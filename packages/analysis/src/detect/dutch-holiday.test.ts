import { expect, test } from 'vitest'
import { burstSentence } from './burst-sentence.ts'
import { createNormal, expectedBetween } from './create-normal.ts'
import { dutchHoliday } from './dutch-holiday.ts'
import { hourOfWeek } from './hour-of-week.ts'
import { usualFactor } from './usual-factor.ts'

const HOUR = 3_600_000
const noon = (day: string) => Date.parse(`${day}T11:00:00Z`)

test.each([
  ['2026-01-01', 'Nieuwjaarsdag'],
  ['2024-03-31', 'Eerste Paasdag'],
  ['2027-03-29', 'Tweede Paasdag'],
  ['2026-04-27', 'Koningsdag'],
  ['2025-04-26', 'Koningsdag'],
  ['2025-04-27', null],
  ['2026-04-26', null],
  ['2026-05-05', 'Bevrijdingsdag'],
  ['2026-05-14', 'Hemelvaartsdag'],
  ['2026-05-25', 'Tweede Pinksterdag'],
  ['2025-06-09', 'Tweede Pinksterdag'],
  ['2026-12-26', 'Tweede Kerstdag'],
  ['2026-12-31', 'Oudjaarsdag'],
  ['2026-11-24', null],
])('%s is %s', (day, name) => expect(dutchHoliday(noon(day))).toBe(name))

test('a holiday begins and ends at midnight in Amsterdam', () => {
  expect(dutchHoliday(Date.parse('2026-04-26T21:59:00Z'))).toBeNull()
  expect(dutchHoliday(Date.parse('2026-04-26T22:00:00Z'))).toBe('Koningsdag')
  expect(dutchHoliday(Date.parse('2026-04-27T22:00:00Z'))).toBeNull()
})

const quietSunday = (hour: number) => (hour >= 144 ? 0.5 : 1)

test('Whit Monday is halfway between a Monday and a Sunday, and a feast is the busier of both', () => {
  expect(usualFactor(quietSunday, Date.parse('2026-05-25T10:00:00Z'))).toEqual({ factor: 0.75, variance: 0.1 })
  expect(usualFactor(quietSunday, noon('2026-04-27'))).toEqual({ factor: 1, variance: 0.25 })
  expect(usualFactor(quietSunday, noon('2026-05-26'))).toEqual({ factor: 1, variance: 0 })
})

test('on a holiday fewer are expected where Sundays are quiet, and less surely', () => {
  const to = Date.parse('2026-05-25T00:00:00Z')
  const profile = Array.from({ length: 168 }, (_, hour) => ({
    areaCode: null,
    category: 'afval',
    hourOfWeek: hour,
    messages: hour >= 144 ? 2 : 20,
  }))
  const normal = createNormal({ profile, from: to - 56 * 24 * HOUR, to })
  const on = (day: string) => expectedBetween(normal, { areaCode: null, category: 'afval' }, noon(day), noon(day) + HOUR)
  expect(hourOfWeek(noon('2026-05-25'))).toBe(hourOfWeek(noon('2026-06-01')))
  expect(on('2026-05-25').mean).toBeLessThan(0.7 * on('2026-06-01').mean)
  expect(on('2026-05-25').dispersion).toBeGreaterThan(on('2026-06-01').dispersion)
})

test('the sentence on a holiday names it', () => {
  const facts = { voices: 9, windowHours: 6, now: noon('2026-04-27'), low: 0, high: 3, falseAlarmsPerYear: 1 }
  expect(burstSentence(facts)).toContain('in 6 uur; op Koningsdag zijn dat er 0 tot 3')
  expect(burstSentence({ ...facts, windowHours: 168 })).toContain('in een gewone week')
})
