import { describe, expect, it } from 'vitest'
import { addDays, ageOf, clockTime, dayOf, isoWeek, mondayOf, offsetMinutes, shortDate, startOfDay, tomorrowMorning } from './dates.ts'

describe('Amsterdam time on the screen', () => {
  it('shows the same wall clock hour twice on the night the clock goes back, 25 October 2026', () => {
    expect(clockTime('2026-10-25T00:30:00Z')).toBe('02:30')
    expect(clockTime('2026-10-25T01:30:00Z')).toBe('02:30')
    expect(offsetMinutes('2026-10-25T00:59:59Z')).toBe(120)
    expect(offsetMinutes('2026-10-25T01:00:00Z')).toBe(60)
  })

  it('skips from 01:59 to 03:00 on 28 March 2027', () => {
    expect(clockTime('2027-03-28T00:59:00Z')).toBe('01:59')
    expect(clockTime('2027-03-28T01:00:00Z')).toBe('03:00')
  })

  it('begins a day of 25 hours and a day of 23 hours at Amsterdam midnight', () => {
    const hours = (day: string) => (startOfDay(addDays(day, 1)).getTime() - startOfDay(day).getTime()) / 3_600_000
    expect(startOfDay('2026-10-25').toISOString()).toBe('2026-10-24T22:00:00.000Z')
    expect(hours('2026-10-25')).toBe(25)
    expect(hours('2027-03-28')).toBe(23)
    expect(hours('2026-11-24')).toBe(24)
  })

  it('mutes until eight in the morning, also when the clock changes in between', () => {
    expect(clockTime(tomorrowMorning('2026-10-24T15:00:00Z'))).toBe('08:00')
    expect(clockTime(tomorrowMorning('2027-03-27T15:00:00Z'))).toBe('08:00')
    expect(dayOf(tomorrowMorning('2026-12-31T15:00:00Z'))).toBe('2027-01-01')
  })

  it('counts a message of 23:30 UTC to the next day', () => {
    expect(dayOf('2026-11-23T23:30:00Z')).toBe('2026-11-24')
    expect(shortDate('2026-11-24T13:00:00Z', 'nl')).toBe('di 24 nov')
  })

  it('never shows a negative age', () => {
    expect(ageOf('2026-11-24T12:00:05Z', '2026-11-24T12:00:00Z')).toEqual({ unit: 'second', count: 0 })
    expect(ageOf('2026-11-24T10:00:00Z', '2026-11-24T12:59:59Z')).toEqual({ unit: 'hour', count: 2 })
  })

  it('puts the first days of January in the week they belong to', () => {
    expect(isoWeek('2026-11-24')).toBe('2026-W48')
    expect(isoWeek('2027-01-03')).toBe('2026-W53')
    expect(mondayOf('2026-W48')).toBe('2026-11-23')
    expect(mondayOf('2026-W53')).toBe('2026-12-28')
    expect(mondayOf('2027-W53')).toBeNull()
  })
})
