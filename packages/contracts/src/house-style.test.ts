import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contrast } from './colour.ts'
import { DEFAULT_STYLE, houseStyle, inkOn, readable, unsafeColours, washOf } from './house-style.ts'

describe('a house style', () => {
  test('contrast is that of WCAG', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
    expect(contrast('#ffffff', '#ffffff')).toBe(1)
    // The worked value of the standard's own technique G18.
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
  })

  test('that of the product itself is safe', () => {
    expect(houseStyle.parse(DEFAULT_STYLE)).toEqual(DEFAULT_STYLE)
    expect(unsafeColours(DEFAULT_STYLE)).toEqual([])
  })

  test('a colour that cannot be read is told with one that can', () => {
    const yellow = { ...DEFAULT_STYLE, accent: { light: '#ffd400', dark: '#ffd400' }, wall: { light: '#c0c0c0', dark: '#0b1220' } }
    expect(unsafeColours(yellow).map(({ path }) => path)).toEqual(['accent.light', 'wall.light'])
    expect(unsafeColours(readable(yellow))).toEqual([])
    expect(readable(yellow).accent.dark).toBe('#ffd400')
  })

  test('whatever is chosen, there is a proposal, and it is safe', () => {
    const colour = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`)
    fc.assert(
      fc.property(colour, colour, colour, colour, (a, b, c, d) => {
        const style = { ...DEFAULT_STYLE, accent: { light: a, dark: b }, wall: { light: c, dark: d } }
        const safe = readable(style)
        expect(unsafeColours(safe)).toEqual([])
        for (const look of ['light', 'dark'] as const) {
          const accent = safe.accent[look]
          expect(contrast(inkOn(accent), accent)).toBeGreaterThanOrEqual(4.5)
          expect(contrast(washOf(accent, look), accent)).toBeGreaterThanOrEqual(4.5)
        }
      }),
      { numRuns: 200 },
    )
  })
})
