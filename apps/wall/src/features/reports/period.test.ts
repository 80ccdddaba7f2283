import { describe, expect, it } from 'vitest'
import { shiftPeriod } from './period.ts'

describe('the period of a report', () => {
  it('walks over the end of a year of 53 weeks', () => {
    expect(shiftPeriod('2026-W53', 1)).toBe('2027-W01')
    expect(shiftPeriod('2027-W01', -1)).toBe('2026-W53')
  })

  it('walks over the months', () => {
    expect(shiftPeriod('2026-12', 1)).toBe('2027-01')
    expect(shiftPeriod('2026-03', -1)).toBe('2026-02')
  })
})
