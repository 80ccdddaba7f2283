import { DEFAULT_SCREEN } from '@rumoer/contracts'
import { describe, expect, it } from 'vitest'
import { themeAt, wallLook } from './wall-look.ts'

const NOON = Date.parse('2026-11-24T11:00:00Z')

describe('how the wall looks', () => {
  it('is light from seven to seven, in Amsterdam, also on the days that the clock moves', () => {
    expect(themeAt(Date.parse('2026-11-24T06:00:00Z'))).toBe('light')
    expect(themeAt(Date.parse('2026-11-24T05:59:00Z'))).toBe('dark')
    expect(themeAt(Date.parse('2026-11-24T18:00:00Z'))).toBe('dark')
    expect(themeAt(Date.parse('2026-10-25T05:59:00Z'))).toBe('dark')
    expect(themeAt(Date.parse('2026-10-25T06:00:00Z'))).toBe('light')
    expect(themeAt(Date.parse('2027-03-28T04:59:00Z'))).toBe('dark')
    expect(themeAt(Date.parse('2027-03-28T05:00:00Z'))).toBe('light')
  })

  it('is what the desk set for this screen, whatever the address says', () => {
    const settings = { ...DEFAULT_SCREEN, inch: 75, screens: 3, position: 2 } as const
    expect(wallLook(settings, { inch: 43, thema: 'donker' }, NOON)).toEqual({ inch: 75, meter: 4, theme: 'light', screens: 3, position: 2 })
  })

  it('is what the address says for a person, and falls back to one screen', () => {
    expect(wallLook(null, { thema: 'donker', schermen: 2, scherm: 2 }, NOON)).toMatchObject({ theme: 'dark', screens: 2, position: 2 })
    expect(wallLook(null, { schermen: 2, scherm: 3 }, NOON).position).toBe(1)
    expect(wallLook(null, {}, NOON)).toEqual({ inch: 55, meter: 4, theme: null, screens: 1, position: 1 })
  })
})
