import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cholesky, choleskySolve, forwardSolve } from './cholesky.ts'
import { countAtEvidence, evidenceOf } from './evidence.ts'
import { etaVariance, fitCountRegression, meanOf, pearsonDispersion } from './fit-count-regression.ts'
import { negativeBinomialTail } from './negative-binomial-tail.ts'
import { normalTail } from './normal-tail.ts'

const ones = (counts: number[], precision = 0, mean = 0) => ({
  data: {
    features: new Float64Array(counts.length).fill(1),
    counts: Float64Array.from(counts),
    weights: new Float64Array(counts.length).fill(1),
    rows: counts.length,
    columns: 1,
  },
  prior: { means: Float64Array.of(mean), precisions: Float64Array.of(precision) },
})

test('a symmetric matrix is taken apart and solved', () => {
  const lower = cholesky(Float64Array.of(4, 0, 2, 5), 2)
  expect([...lower]).toEqual([2, 0, 1, 2])
  expect([...forwardSolve(lower, 2, Float64Array.of(2, 3))]).toEqual([1, 1])
  expect([...choleskySolve(lower, 2, Float64Array.of(6, 7))]).toEqual([1, 1])
})

test('a column of ones finds the mean, its spread and the dispersion', () => {
  const { data, prior } = ones([2, 4, 6])
  const fit = fitCountRegression(data, prior, Float64Array.of(0))
  expect(fit.coefficients[0]).toBeCloseTo(Math.log(4), 10)
  expect(etaVariance(fit, Float64Array.of(1))).toBeCloseTo(1 / 12, 10)
  expect(pearsonDispersion(data, fit.coefficients, 2)).toBeCloseTo(1, 10)
  expect(pearsonDispersion(data, fit.coefficients, 0)).toBe(1)
  expect(meanOf(Float64Array.of(0, 1), Float64Array.of(1, 0))).toBe(1)
})

test('without rows the belief comes back, and a sure belief holds against counts', () => {
  const none = ones([], 1, 2)
  expect(fitCountRegression(none.data, none.prior, Float64Array.of(0)).coefficients[0]).toBeCloseTo(2, 6)
  const sure = ones([50, 50], 1e6, 0)
  expect(fitCountRegression(sure.data, sure.prior, Float64Array.of(0)).coefficients[0]).toBeCloseTo(0, 3)
})

test('evidence bounds the chance, rises with the count, and is undone by its inverse', () => {
  expect(evidenceOf(10, 5, 1)).toBeCloseTo(10 * Math.LN2 - 5, 12)
  expect(countAtEvidence(10 * Math.LN2 - 5, 5, 1)).toBeCloseTo(10, 2)
  expect(evidenceOf(3, 5, 2)).toBe(0)
  expect(evidenceOf(1, 0, 1)).toBe(Number.POSITIVE_INFINITY)
  expect(countAtEvidence(Number.POSITIVE_INFINITY, 5, 1)).toBe(Number.POSITIVE_INFINITY)
  fc.assert(
    fc.property(
      fc.double({ min: 0.01, max: 500, noNaN: true }),
      fc.double({ min: 1, max: 20, noNaN: true }),
      fc.integer({ min: 1, max: 2_000 }),
      (mean, dispersion, count) => {
        const evidence = evidenceOf(count, mean, dispersion)
        expect(evidenceOf(count + 1, mean, dispersion)).toBeGreaterThanOrEqual(evidence)
        if (evidence > 0) expect(negativeBinomialTail(count, mean, dispersion)).toBeLessThanOrEqual(Math.exp(-evidence) * (1 + 1e-9))
        if (evidence > 0.1) expect(countAtEvidence(evidence, mean, dispersion) / count).toBeCloseTo(1, 1)
      },
    ),
  )
})

test('the normal tail equals its table', () => {
  expect(normalTail(1.959963985)).toBeCloseTo(0.025, 9)
  expect(normalTail(-1)).toBeCloseTo(0.8413447460685429, 12)
  expect(normalTail(0)).toBe(0.5)
})
