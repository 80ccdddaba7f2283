import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AREAS } from './fixture.ts'
import { createLocator } from './index.ts'

const locate = createLocator(AREAS)

describe('the locator', () => {
  it('gives the smallest area that holds a point', () => {
    expect(locate(53.18, 6.15)).toBe('BU99010101')
    expect(locate(53.05, 6.1)).toBe('BU99010201')
  })
  it('takes a hole as outside, and falls back to what lies around it', () => {
    expect(locate(53.13, 6.07)).toBe('WK990101')
  })
  it('knows both parts of an area and the gap between them', () => {
    expect(locate(53.05, 6.25)).toBe('BU99010202')
    expect(locate(53.05, 6.35)).toBe('BU99010202')
    expect(locate(53.05, 6.31)).toBe('WK990102')
  })
  it('gives a shared border to exactly one neighbour, always the same', () => {
    expect(locate(53.15, 6.2)).toBe('BU99010102')
    expect(locate(53.1, 6.1)).toBe('BU99010101')
    expect(locate(53.1, 6.2)).toBe('BU99010102')
  })
  it('gives null outside, without areas, and for what is no number', () => {
    expect(locate(52, 5)).toBeNull()
    expect(createLocator([])(52.99, 6.56)).toBeNull()
    expect(locate(Number.NaN, 6.1)).toBeNull()
    expect(createLocator([{ ...AREAS[0]!, geometry: null }])(53.1, 6.1)).toBeNull()
  })
  it('answers as a plain look at the boxes does, for any point', () => {
    const box = (lat: number, lon: number) => lat >= 53 && lat < 53.2 && lon >= 6 && lon < 6.4
    fc.assert(
      fc.property(fc.double({ min: 52.9, max: 53.3, noNaN: true }), fc.double({ min: 5.9, max: 6.5, noNaN: true }), (lat, lon) => {
        expect(locate(lat, lon) !== null).toBe(box(lat, lon))
      }),
    )
  })
})
