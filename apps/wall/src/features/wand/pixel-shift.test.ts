import { expect, it } from 'vitest'
import { pixelShift } from './pixel-shift.ts'

it('the picture walks around a square of four pixels, one side at a time, and comes back', () => {
  const places = [0, 1, 2, 3, 4].map(pixelShift)
  expect(places[4]).toEqual(places[0])
  expect(new Set(places.map((place) => JSON.stringify(place))).size).toBe(4)
  for (let at = 1; at < places.length; at++) {
    const [before, after] = [places[at - 1]!, places[at]!]
    expect(Math.abs(before.x - after.x) + Math.abs(before.y - after.y)).toBe(4)
  }
})
