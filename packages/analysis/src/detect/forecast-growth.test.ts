import { expect, test } from 'vitest'
import { drawNegativeBinomial } from '../maths/draw-negative-binomial.ts'
import { xorshift } from '../maths/xorshift.ts'
import { forecastGrowth, growthExamples, momentOf } from './forecast-growth.ts'

const HOUR = 3_600_000
const random = xorshift(9)
/** An issue that ebbs: each day brings about half of the day before, sizes differ widely. */
const issue = () => {
  const size = 2 + 60 * random() ** 3
  return Array.from({ length: 96 }, (_, hour) =>
    Array.from({ length: drawNegativeBinomial((size / 24) * 0.97 ** hour, 1, random) }, () => hour * HOUR + random() * HOUR),
  ).flat()
}
const FAR = 400 * HOUR

test('the bounds hold four in five of what follows on issues that were not seen before', () => {
  const examples = Array.from({ length: 120 }, issue).flatMap((times) => growthExamples(times, FAR))
  const later = Array.from({ length: 60 }, issue).flatMap((times) => growthExamples(times, FAR))
  const forecasts = later.map((example) => ({ example, forecast: forecastGrowth(example, examples)! }))
  const inside = forecasts.filter(({ example, forecast }) => example.next24 >= forecast.low && example.next24 <= forecast.high)
  expect(inside.length / forecasts.length).toBeGreaterThan(0.78)
  for (const { forecast } of forecasts) expect(forecast.low <= forecast.expected && forecast.expected <= forecast.high).toBe(true)
})

test('what goes faster is expected to bring more', () => {
  const examples = Array.from({ length: 120 }, issue).flatMap((times) => growthExamples(times, FAR))
  const at = (last6: number, last24: number) => forecastGrowth({ last6, last24, ageHours: 20 }, examples)!.expected
  expect(at(12, 30)).toBeGreaterThan(at(1, 3))
})

test('with few examples nothing is said, and silence teaches nothing', () => {
  expect(forecastGrowth({ last6: 3, last24: 5, ageHours: 20 }, [])).toBeNull()
  expect(growthExamples([], FAR)).toEqual([])
  expect(momentOf([], FAR)).toEqual({ last6: 0, last24: 0, ageHours: 0 })
  expect(momentOf([FAR - 7 * HOUR, FAR - HOUR], FAR)).toEqual({ last6: 1, last24: 2, ageHours: 7 })
})
