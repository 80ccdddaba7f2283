import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { drawNegativeBinomial } from '../maths/draw-negative-binomial.ts'
import { xorshift } from '../maths/xorshift.ts'
import { detectSeries, type SeriesPoint } from './detect-series.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const START = Date.parse('2024-01-01T00:00:00Z')
const YEAR = 365.25 * DAY
type Season = (step: number) => number
const HOURLY: Season = (step) => 1 + 0.7 * Math.sin(((step % 24) / 24) * 2 * Math.PI)
const DAILY: Season = (step) => [1.3, 1.2, 1, 1, 0.9, 0.6, 0.5][step % 7]!
const WEEKLY: Season = (step) => 1 + 0.4 * Math.sin((step / 52) * 2 * Math.PI)

function quiet(steps: number, stepMs: number, mean: number, dispersion: number, season: Season, random: () => number): SeriesPoint[] {
  return Array.from({ length: steps }, (_, step) => ({
    at: START + step * stepMs,
    count: drawNegativeBinomial(mean * season(step), dispersion, random),
  }))
}

describe('false alarms when nothing is going on', () => {
  test.each([
    ['hours', HOUR, 24 * 7 * 26, 52, HOURLY, 20, 2],
    ['hours of few', HOUR, 24 * 7 * 26, 52, HOURLY, 2, 2],
    ['days', DAY, 2 * 365, 24, DAILY, 20, 2],
    ['days of few', DAY, 2 * 365, 24, DAILY, 2, 2],
    ['weeks', 7 * DAY, 520, 2, WEEKLY, 20, 2],
  ])('%s stay within 0.3 and 1.6 times the stated rate', (_, stepMs, steps, falseAlarmsPerYear, season, mean, dispersion) => {
    const random = xorshift(7)
    const learning = Math.round(steps / 4)
    let alarms = 0
    for (let series = 0; series < 4; series++) {
      const verdicts = detectSeries(quiet(steps, stepMs, mean, dispersion, season, random), { falseAlarmsPerYear, stepMs })
      alarms += verdicts.slice(learning).filter(({ alarm }) => alarm).length
    }
    const years = (4 * (steps - learning) * stepMs) / YEAR
    expect(alarms / years / falseAlarmsPerYear).toBeGreaterThan(0.3)
    expect(alarms / years / falseAlarmsPerYear).toBeLessThan(1.6)
  })
})

test('an outbreak rings, and rings once within the day', () => {
  const rows = quiet(24 * 28, HOUR, 4, 1.5, HOURLY, xorshift(3))
  const outbreak = 24 * 21
  for (let step = outbreak; step < outbreak + 5; step++) rows[step] = { at: rows[step]!.at, count: 60 }
  const verdicts = detectSeries(rows, { falseAlarmsPerYear: 12, stepMs: HOUR })
  expect(
    verdicts
      .slice(outbreak, outbreak + 24)
      .map(({ alarm }) => alarm)
      .indexOf(true),
  ).toBe(0)
  expect(verdicts.slice(outbreak, outbreak + 23).filter(({ alarm }) => alarm)).toHaveLength(1)
  expect(verdicts[outbreak]!.score).toBeGreaterThan(6)
})

test('with little history nothing rings, and under five counts never', () => {
  const first = detectSeries(
    [0, 0, 90, 0].map((count, step) => ({ at: START + step * HOUR, count })),
    { falseAlarmsPerYear: 12, stepMs: HOUR },
  )
  expect(first.some(({ alarm }) => alarm)).toBe(false)
  const sparse = Array.from({ length: 24 * 40 }, (_, step) => ({ at: START + step * HOUR, count: step % 300 === 299 ? 4 : 0 }))
  expect(detectSeries(sparse, { falseAlarmsPerYear: 52, stepMs: HOUR }).some(({ alarm }) => alarm)).toBe(false)
})

test('two weeks that are each a little high ring together, and the quiet week after them does not', () => {
  const rows = quiet(300, 7 * DAY, 20, 1, () => 1, xorshift(5))
  for (const step of [250, 251]) rows[step] = { at: rows[step]!.at, count: 32 }
  rows[249] = { at: rows[249]!.at, count: 18 }
  rows[252] = { at: rows[252]!.at, count: 18 }
  const alarms = detectSeries(rows, { falseAlarmsPerYear: 0.1, stepMs: 7 * DAY }).map(({ alarm }) => alarm)
  expect(alarms.slice(249, 253)).toEqual([false, false, true, false])
})

test('a series of bursts gets used to its own bursts, a greater one still rings', () => {
  const random = xorshift(9)
  const rows = quiet(24 * 60, HOUR, 4, 1, HOURLY, random)
  for (let day = 1; day < 60; day++) {
    const step = day * 24 + Math.floor(random() * 24)
    rows[step] = { at: rows[step]!.at, count: 30 + Math.floor(20 * random()) }
  }
  rows[24 * 50] = { at: rows[24 * 50]!.at, count: 400 }
  const verdicts = detectSeries(rows, { falseAlarmsPerYear: 12, stepMs: HOUR })
  expect(verdicts[24 * 50]!.alarm).toBe(true)
  expect(verdicts.slice(24 * 20, 24 * 50).filter(({ alarm }) => alarm).length).toBeLessThan(6)
})

test('an outbreak of last year does not hide the one of this year', () => {
  const rows = quiet(52 * 4, 7 * DAY, 5, 1, () => 1, xorshift(2))
  for (const step of [100, 101, 102, 152, 153, 154]) rows[step] = { at: rows[step]!.at, count: 40 }
  const verdicts = detectSeries(rows, { falseAlarmsPerYear: 1, stepMs: 7 * DAY })
  expect(verdicts.slice(152, 155).map(({ alarm }) => alarm)).toEqual([true, true, true])
})

test('row n looks at rows up to n only, and every number is finite', () => {
  const counts = fc.array(fc.nat(500), { minLength: 2, maxLength: 200 })
  fc.assert(
    fc.property(counts, fc.constantFrom(HOUR / 12, HOUR, DAY, 7 * DAY), fc.nat(199), (values, stepMs, cut) => {
      const rows = values.map((count, step) => ({ at: START + step * stepMs, count }))
      const whole = detectSeries(rows, { falseAlarmsPerYear: 12, stepMs })
      expect(detectSeries(rows.slice(0, cut), { falseAlarmsPerYear: 12, stepMs })).toEqual(whole.slice(0, cut))
      for (const { expected, threshold, score } of whole) expect([expected, threshold, score].every(Number.isFinite)).toBe(true)
    }),
    { numRuns: 60 },
  )
})

test('the threshold does not depend on the count it judges, so a count that grows is held against it again at no cost', () => {
  const counts = fc.array(fc.nat(60), { minLength: 30, maxLength: 120 })
  fc.assert(
    fc.property(counts, fc.constantFrom(HOUR, DAY, 7 * DAY), fc.nat(500), (values, stepMs, later) => {
      const rows = values.map((count, step) => ({ at: START + step * stepMs, count }))
      const before = detectSeries(rows, { falseAlarmsPerYear: 12, stepMs }).at(-1)!
      rows[rows.length - 1] = { at: rows.at(-1)!.at, count: later }
      const after = detectSeries(rows, { falseAlarmsPerYear: 12, stepMs }).at(-1)!
      expect([after.threshold, after.expected]).toEqual([before.threshold, before.expected])
      if (stepMs >= DAY) expect(after.alarm).toBe(later > after.threshold)
    }),
    { numRuns: 30 },
  )
})

test('an empty series has no verdicts, and a rate of nothing is refused', () => {
  expect(detectSeries([], { falseAlarmsPerYear: 12, stepMs: HOUR })).toEqual([])
  expect(() => detectSeries([], { falseAlarmsPerYear: 0, stepMs: HOUR })).toThrow(/falseAlarmsPerYear/)
})
