import { expect, test } from 'vitest'
import { drawNegativeBinomial } from '../maths/draw-negative-binomial.ts'
import { xorshift } from '../maths/xorshift.ts'
import { type ScanPlace, scanSpaceTime } from './scan-space-time.ts'

/** Six by six places half a kilometre apart; some are busy, some are not. */
function quietTown(steps: number, random: () => number): ScanPlace[] {
  return Array.from({ length: 36 }, (_, place) => ({
    code: `BU9901${String(place).padStart(4, '0')}`,
    x: (place % 6) * 500,
    y: Math.floor(place / 6) * 500,
    counts: Array.from({ length: steps }, () => drawNegativeBinomial(0.02 + 0.03 * (place % 4), 1, random)),
  }))
}
const options = (seed: number, permutations = 99) => ({ longestSteps: 5, permutations, seed })

test('a cluster across the borders of four places is found where no single one stands out', () => {
  const random = xorshift(11)
  const places = quietTown(56, random).map((place, at) => {
    if (![14, 15, 20, 21].includes(at)) return place
    return { ...place, counts: [...place.counts.slice(0, -2), 1, 2] }
  })
  const found = scanSpaceTime(places, options(7, 999))!
  expect(found.pValue).toBeLessThanOrEqual(0.02)
  expect(found.recurrence).toBeCloseTo(1 / found.pValue, 9)
  expect(places.filter(({ code }) => found.places.includes(code)).map(({ code }) => Number(code.slice(6)))).toEqual(
    expect.arrayContaining([14, 15, 20, 21]),
  )
  expect(found.observed).toBeGreaterThan(3 * found.expected)
  const alone = places.map((place, at) => ([15, 20, 21].includes(at) ? { ...place, counts: [...place.counts.slice(0, -2), 0, 0] } : place))
  expect(scanSpaceTime(alone, options(7, 999))?.pValue ?? 1).toBeGreaterThan(0.05)
})

test('when nothing is going on, p-values are spread evenly', () => {
  const random = xorshift(2)
  const pValues = Array.from({ length: 120 }, (_, seed) => scanSpaceTime(quietTown(30, random), options(seed))!.pValue).sort(
    (a, b) => a - b,
  )
  const distance = Math.max(...pValues.map((p, at) => Math.max(p - at / 120, (at + 1) / 120 - p)))
  expect(distance).toBeLessThan(1.63 / Math.sqrt(120))
})

test('busy places and busy days are no cluster', () => {
  const places = Array.from({ length: 9 }, (_, at) => ({
    code: `p${at}`,
    x: at * 100,
    y: 0,
    counts: [1, 1, 1, 1, 1, 1, 1, 6].map((count) => count * (at === 4 ? 5 : 1)),
  }))
  expect(scanSpaceTime(places, options(1))).toBeNull()
})

test('nothing, one case or one place give nothing', () => {
  expect(scanSpaceTime([], options(1))).toBeNull()
  expect(scanSpaceTime([{ code: 'a', x: 0, y: 0, counts: [0, 1] }], options(1))).toBeNull()
  expect(scanSpaceTime([{ code: 'a', x: 0, y: 0, counts: [5, 9] }], options(1))).toBeNull()
})

test('the same seed gives the same answer', () => {
  const town = quietTown(30, xorshift(8))
  expect(scanSpaceTime(town, options(4, 9_999))).toEqual(scanSpaceTime(town, options(4, 9_999)))
})
