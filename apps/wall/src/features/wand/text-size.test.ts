import { describe, expect, it } from 'vitest'
import { minimumTextPx, preferredTextPx } from './text-size.ts'

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

  it('doubles with the distance', () => {
    expect(minimumTextPx(55, 8)).toBe(89)
  })
})
