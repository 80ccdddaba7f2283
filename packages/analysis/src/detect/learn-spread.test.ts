import { expect, test } from 'vitest'
import { drawNegativeBinomial } from '../maths/draw-negative-binomial.ts'
import { xorshift } from '../maths/xorshift.ts'
import { learnSpread, type SpreadSeries } from './learn-spread.ts'

const WEEKS = 8
const flat = new Float64Array(168).fill(1)

/** Series whose hours vary by `dispersion` and whose days differ by a gamma factor of variance `dayVariance`. */
function town(series: number, perHour: number, dispersion: number, dayVariance: number): SpreadSeries[] {
  const random = xorshift(11)
  return Array.from({ length: series }, () => {
    const counts = new Float64Array(168)
    for (let day = 0; day < 7 * WEEKS; day++) {
      const factor = dayVariance > 0 ? drawNegativeBinomial(1_000, 1 + 1_000 * dayVariance, random) / 1_000 : 1
      for (let hour = 0; hour < 24; hour++) counts[(day % 7) * 24 + hour]! += drawNegativeBinomial(perHour * factor, dispersion, random)
    }
    return { hours: [...counts].map((count, hour) => [hour, count] as const), factors: flat }
  })
}

test('without history or messages the belief stands', () => {
  expect(learnSpread([], WEEKS)).toEqual({ dispersion: 1.3, dayVariance: 0.04 })
  expect(learnSpread(town(1, 1, 1, 0), 1)).toEqual({ dispersion: 1.3, dayVariance: 0.04 })
  expect(learnSpread([{ hours: [], factors: flat }], WEEKS)).toEqual({ dispersion: 1.3, dayVariance: 0.04 })
})

test.each([
  [1, 0],
  [2, 0],
  [1.3, 0.1],
])('a town with dispersion %d and day variance %d is learnt from its series together', (dispersion, dayVariance) => {
  const learnt = learnSpread(town(60, 0.5, dispersion, dayVariance), WEEKS)
  expect(Math.abs(learnt.dispersion - Math.max(1.05, dispersion))).toBeLessThan(0.15)
  expect(Math.abs(learnt.dayVariance - dayVariance)).toBeLessThan(0.04)
})

test('one incident does not make a town wild', () => {
  const series = town(60, 0.5, 1, 0)
  const [first, ...rest] = series
  const wild = { ...first!, hours: first!.hours.map(([hour, count]) => [hour, hour === 30 ? 500 : count] as const) }
  expect(learnSpread([wild, ...rest], WEEKS).dispersion).toBeLessThan(1.3)
})
