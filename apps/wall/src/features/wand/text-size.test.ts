import { describe, expect, it } from 'vitest'
import { MINIMUM_ARC, PREFERRED_ARC, textSizePx } from './text-size.ts'

describe('letters on the wall', () => {
  it.each([
    [43, 57, 71],
    [55, 45, 56],
    [65, 38, 47],
    [75, 33, 41],
  ])('on %i inch at four metres they are at least %i and preferably %i pixels', (inch, minimum, preferred) => {
    expect(textSizePx(inch, 4, MINIMUM_ARC)).toBe(minimum)
    expect(textSizePx(inch, 4, PREFERRED_ARC)).toBe(preferred)
  })

  it('doubles with the distance', () => {
    expect(textSizePx(55, 8, MINIMUM_ARC)).toBe(89)
  })
})
