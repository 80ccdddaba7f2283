import { describe, expect, it } from 'vitest'
import { minimumTextPx } from './text-size.ts'
import { smallCards, zonesOf } from './wall-zones.ts'

const WALLS = [
  [1, 1],
  [2, 1],
  [2, 2],
  [3, 1],
  [3, 2],
  [3, 3],
] as const
const HEAD_AND_FOOT = 2

describe('a wall of one, two or three screens', () => {
  it.each([1, 2, 3] as const)('%i: tells what now, why and what we do once each, from left to right', (screens) => {
    const told = WALLS.filter(([count]) => count === screens).flatMap(([, position]) => zonesOf(screens, position).lead)
    expect(told).toEqual(['what', 'why', 'doing'])
  })

  it.each(WALLS)('has at most seven zones on a screen (%i, %i)', (screens, position) => {
    const { lead, lower } = zonesOf(screens, position)
    expect(lead.length + lower.length + HEAD_AND_FOOT).toBeLessThanOrEqual(7)
  })

  it('shows at most six issues, whatever the size of the letters', () => {
    for (const [screens, position] of WALLS) {
      for (let px = 18; px < 120; px++) {
        const { slots } = smallCards(px, zonesOf(screens, position))
        expect(slots).toBeGreaterThanOrEqual(1)
        expect(slots).toBeLessThanOrEqual(5)
      }
    }
  })

  it('has room for more cards on a screen without a map', () => {
    const px = minimumTextPx(55, 4)
    expect(smallCards(px, zonesOf(2, 1)).slots).toBeGreaterThan(smallCards(px, zonesOf(1, 1)).slots)
  })
})
