import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { earsC1, earsC2, earsC3, earsC3Compatible } from './ears.ts'
import { farrington } from './farrington.ts'
import { deltaBound, negativeBinomialBound } from './farrington-bound.ts'
import { outbreakWeights } from './farrington-fit.ts'
import { farringtonFlexible } from './farrington-flexible.ts'
import { lrCusum } from './lr-cusum.ts'

const DATA = resolve(import.meta.dirname, '../../../../../../shared/data/detection')
const hasData = existsSync(join(DATA, 'oracles/series.csv'))
if (!hasData) process.stderr.write('\n!!! NO DATA BESIDE THE PROJECT: reference methods are not compared with the output of R.\n\n')

const table = (file: string) => {
  const [header, ...rows] = readFileSync(join(DATA, file), 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.replaceAll('"', '').split(','))
  return rows.map((cells) => Object.fromEntries(header!.map((name, at) => [name, cells[at]!])))
}
const DAY_MS = 86_400_000

/** Farthest that a bound lies from R's; infinite when one has a bound and the other has none. */
function farthest(pairs: [number | null | undefined, string][]): number {
  return Math.max(
    ...pairs.map(([ours, theirs]) => {
      if (theirs === 'NA') return ours == null ? 0 : Number.POSITIVE_INFINITY
      return ours == null ? Number.POSITIVE_INFINITY : Math.abs(ours - Number(theirs)) / Math.max(1, Number(theirs))
    }),
  )
}

describe.runIf(hasData)('bounds of the R package surveillance 1.20.3', () => {
  const series = Map.groupBy(
    hasData
      ? table('oracles/series.csv').flatMap((row) => ['sparse', 'mid', 'busy'].map((name) => ({ name, count: Number(row[name]) })))
      : [],
    ({ name }) => name,
  )
  const oracle = hasData ? table('oracles/surveillance-1.20.3.csv') : []
  const yearsBefore = (at: number) => [1, 2, 3, 4, 5].map((years) => at - 52 * years)
  const flexible = { halfWindow: 3, periods: 10, weightsThreshold: 2.58, leftOut: 26, trendBelow: 1, asPackage: true } as const
  const original = { halfWindow: 3, periods: 1, weightsThreshold: 1, leftOut: 3, trendBelow: 0.05, asPackage: true } as const
  const bounds: Record<string, (counts: number[], at: number, alpha: number) => number | null | undefined> = {
    EARS_C1: (counts, at, alpha) => earsC1(counts, at, { alpha }),
    EARS_C2: (counts, at, alpha) => earsC2(counts, at, { alpha }),
    EARS_C3: (counts, at, alpha) => earsC3Compatible(counts, at, { alpha }),
    farrington1996_delta: (counts, at, alpha) =>
      farringtonFlexible(counts, at, { ...original, alpha, references: yearsBefore(at), method: 'delta' })?.upper,
    farringtonFlexible_delta: (counts, at, alpha) =>
      farringtonFlexible(counts, at, { ...flexible, alpha, references: yearsBefore(at), method: 'delta' })?.upper,
    farringtonFlexible_nbPlugin: (counts, at, alpha) =>
      farringtonFlexible(counts, at, { ...flexible, alpha, references: yearsBefore(at), method: 'plugin' })?.upper,
    farringtonFlexible_muan: (counts, at, alpha) =>
      farringtonFlexible(counts, at, { ...flexible, alpha, references: yearsBefore(at), method: 'muan' })?.upper,
  }

  test.each(Object.keys(bounds))('%s is theirs to within a millionth', (method) => {
    const rows = oracle.filter((row) => row.method === method)
    expect(rows.length).toBeGreaterThan(0)
    const pairs = rows.map((row): [number | null | undefined, string] => {
      const counts = series.get(row.series!)!.map(({ count }) => count)
      return [bounds[method]!(counts, Number(row.week) - 1, Number(row.alpha)), row.upperbound!]
    })
    expect(farthest(pairs)).toBeLessThan(1e-6)
  })

  test('dispersion and chance of the improved method are theirs too', () => {
    const rows = oracle.filter((row) => row.method === 'farringtonFlexible_nbPlugin')
    for (const row of rows) {
      const at = Number(row.week) - 1
      const counts = series.get(row.series!)!.map(({ count }) => count)
      const ours = farringtonFlexible(counts, at, { ...flexible, alpha: Number(row.alpha), references: yearsBefore(at), method: 'plugin' })!
      if (row.phi !== 'NA') expect(ours.dispersion).toBeCloseTo(Number(row.phi), 5)
      if (row.expected !== 'NA') expect(ours.expected).toBeCloseTo(Number(row.expected), 5)
    }
  })

  test('salmonella Newport: all five methods', () => {
    const weeks = table('salmNewport_weekly.csv')
    const counts = weeks.map((row) => Number(row.observed))
    const startedOn = Date.parse(weeks[0]!.week_start!)
    const golden = table('golden-salmonella-newport.csv')
    const at = (row: Record<string, string>) => Number(row.t) - 1
    const references = (row: Record<string, string>) =>
      datesBefore(Date.parse(row.week_start!), 4).map((on) => (on - startedOn) / (7 * DAY_MS))
    const enough = (row: Record<string, string>) => counts.slice(at(row) - 3, at(row) + 1).reduce((sum, count) => sum + count, 0) >= 5
    const compare = (column: string, boundOf: (row: Record<string, string>) => number | null | undefined) =>
      expect(farthest(golden.map((row) => [boundOf(row), row[column]!]))).toBeLessThan(1e-6)
    compare('earsC1_upper', (row) => earsC1(counts, at(row), { alpha: 0.001 }))
    compare('earsC2_upper', (row) => earsC2(counts, at(row), { alpha: 0.001 }))
    compare('earsC3_upper', (row) => earsC3Compatible(counts, at(row), { alpha: 0.01 }))
    compare('noufaily_upper', (row) =>
      enough(row)
        ? farringtonFlexible(counts, at(row), { ...flexible, alpha: 0.05, references: references(row), method: 'plugin' })?.upper
        : null,
    )
    compare('farrington_upper', (row) =>
      enough(row)
        ? farringtonFlexible(counts, at(row), { ...original, alpha: 0.05, references: references(row), method: 'delta' })?.upper
        : null,
    )
  })

  test('the Poisson CUSUM restarts after its alarms and has their sums', () => {
    const rows = table('oracles/glrpois_cusum_theta_log2_h5.csv')
    const ours = lrCusum(
      rows.map(({ y }) => Number(y)),
      rows.map(() => 2),
      { factor: 2, limit: 5, restarts: true },
    )
    expect(farthest(rows.map((row, at) => [ours[at]!.sum, row.upperbound!]))).toBeLessThan(1e-6)
    expect(ours.map(({ alarm }) => Number(alarm))).toEqual(rows.map(({ alarm }) => Number(alarm)))
  })
})

/** The same weekday nearest to the same date in each of the years before. */
function datesBefore(on: number, years: number): number[] {
  return Array.from({ length: years }, (_, year) => {
    const date = new Date(on)
    date.setUTCFullYear(date.getUTCFullYear() - year - 1)
    const shift = (new Date(on).getUTCDay() - date.getUTCDay() + 7) % 7
    return date.getTime() + (shift <= 3 ? shift : shift - 7) * DAY_MS
  })
}

test('bounds equal the unit values that the package tests itself with', () => {
  const asked = { mean: 5, meanError: 0.2, dispersion: 1, alpha: 0.05, count: 8 }
  const values = {
    none: [1.3073128, 8.6926872, 0.0907246, 0.8124165],
    '1/2': [1.9891097, 9.3744842, 0.1189986, 0.6857951],
    '2/3': [1.8084477, 9.1154825, 0.1094727, 0.7289546],
  } as const
  for (const transform of ['none', '1/2', '2/3'] as const) {
    const { lower, upper, pValue, score } = deltaBound(asked, transform)
    for (const [at, value] of [lower, upper, pValue, score].entries()) expect(value).toBeCloseTo(values[transform][at]!, 6)
  }
  const counted = { eta: Math.log(5), etaError: Math.LN2, alpha: 0.05, count: 11 }
  expect(negativeBinomialBound({ ...counted, dispersion: 1.5 }, 'muan', 'eta')).toMatchObject({ lower: 8, upper: 24 })
  expect(negativeBinomialBound({ ...counted, dispersion: 1.5 }, 'muan', 'eta').pValue).toBeCloseTo(0.8597797, 6)
  expect(negativeBinomialBound({ ...counted, dispersion: 1.5 }, 'muan', 'eta').score).toBeCloseTo(0.4193982, 6)
  expect(negativeBinomialBound({ ...counted, dispersion: 1 }, 'muan', 'eta')).toMatchObject({ lower: 9, upper: 22 })
  expect(negativeBinomialBound({ ...counted, dispersion: 1.5 }, 'plugin', 'eta')).toMatchObject({ lower: 1, upper: 10 })
  expect(negativeBinomialBound({ ...counted, dispersion: 1.5 }, 'plugin', 'eta').pValue).toBeCloseTo(0.03763657, 7)
  expect(negativeBinomialBound({ ...counted, dispersion: 1.5 }, 'plugin', 'eta').score).toBeCloseTo(1.11918153, 6)
  expect(negativeBinomialBound({ ...counted, dispersion: 1 }, 'plugin', 'eta').score).toBeCloseTo(1.27061541, 6)
  expect(negativeBinomialBound({ ...counted, dispersion: 1 }, 'plugin', 'mean').score).toBeCloseTo(1.5, 6)
})

test('the method of 1996 is a setting of the improved one, silent on few reports', () => {
  const counts = Array.from({ length: 320 }, (_, week) => 3 + (week % 4))
  const references = [1, 2, 3, 4, 5].map((years) => 310 - 52 * years)
  const settings = { references, halfWindow: 3, periods: 1, weightsThreshold: 1, leftOut: 3, trendBelow: 0.05, method: 'delta' } as const
  expect(farrington(counts, 310, { alpha: 0.05, references, halfWindow: 3 })).toEqual(
    farringtonFlexible(counts, 310, { ...settings, alpha: 0.025 }),
  )
  expect(farrington(counts, 310, { alpha: 0.05, references, halfWindow: 3, leastReports: 99 })).toBeNull()
  expect(farrington(counts, 100, { alpha: 0.05, references: [48, -4], halfWindow: 3 })).toBeNull()
})

test('weights add up to their number, and only what stands out is weighed down', () => {
  expect([...outbreakWeights([0, 0, 0, 0, 0, 2, 2, 2, 2, 2], 0)].map((weight) => Math.round(weight * 10) / 10)).toEqual([
    1.6, 1.6, 1.6, 1.6, 1.6, 0.4, 0.4, 0.4, 0.4, 0.4,
  ])
  fc.assert(
    fc.property(fc.array(fc.double({ min: -5, max: 20, noNaN: true }), { minLength: 1 }), (residuals) => {
      expect(outbreakWeights(residuals, 2.58).reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(residuals.length, 6)
    }),
  )
})

test('the third EARS statistic hears today, the package’s bound does not', () => {
  const quiet = [1, 2, 3, 1, 2, 3, 2, 2, 2, 2, 2]
  const today = earsC3([...quiet, 9], 11, { alpha: 0.025 })!
  expect(today.statistic).toBeGreaterThan(today.limit)
  expect(earsC3Compatible([...quiet, 9], 11, { alpha: 0.025 })).toBeGreaterThan(9)
  expect(earsC1(quiet, 3, { alpha: 0.01 })).toBeNull()
  expect(earsC1([2, 2, 2, 2, 2, 2, 2, 9], 7, { alpha: 0.01, leastSigma: 0.5 })).toBeCloseTo(2 + 0.5 * 2.3263479, 6)
})

test('a slow rise adds up, and a quiet series stays at nothing', () => {
  expect(lrCusum([0, 0, 0], [2, 2, 2], { factor: 2, limit: 5 }).map(({ sum }) => sum)).toEqual([0, 0, 0])
  const rising = lrCusum(Array<number>(12).fill(4), Array<number>(12).fill(2), { factor: 2, limit: 5 })
  expect(rising.findIndex(({ alarm }) => alarm)).toBe(6)
  const spread = lrCusum([4, 4], [2, 2], { factor: 2, limit: 5, alpha: 0.5 })
  expect(spread[0]!.sum).toBeCloseTo(4 * Math.LN2 + 6 * Math.log(2 / 3), 12)
  expect(() => lrCusum([1], [1], { factor: 1, limit: 5 })).toThrow(/factor/)
})
