import { describe, expect, it } from 'vitest'
import { minimumTextPx, preferredTextPx, wallTextPx } from './text-size.ts'

describe('letters on the wall', () => {
  it.each([
    [43, 57, 71],
    [55, 45, 56],
    [65, 38, 47],
    [75, 33, 41],
  ])('on %i inch at four metres they are at least %i and preferably %i pixels', (inch, minimum, preferred) => {
    expect(minimumTextPx(inch, 4)).toBe(minimum)
    expect(preferredTextPx(inch, 4)).toBe(preferred)
  })

  it('are as large as preferred where there is room, and never smaller than the minimum', () => {
    expect(wallTextPx(75, 4)).toBe(41)
    expect(wallTextPx(55, 4)).toBe(45)
    expect(wallTextPx(43, 4)).toBe(57)
  })

  it('doubles with the distance', () => {
    expect(minimumTextPx(55, 8)).toBe(89)
  })
})
