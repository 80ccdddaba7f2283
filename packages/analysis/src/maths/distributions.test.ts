import fc from 'fast-check'
import { expect, test } from 'vitest'
import { benjaminiHochberg } from './benjamini-hochberg.ts'
import { drawNegativeBinomial } from './draw-negative-binomial.ts'
import { gammaShrinkage } from './gamma-shrinkage.ts'
import { incompleteBeta } from './incomplete-beta.ts'
import { lowerGamma } from './incomplete-gamma.ts'
import { logGamma } from './log-gamma.ts'
import { negativeBinomialQuantile, upperQuantile } from './negative-binomial-quantile.ts'
import { negativeBinomialTail } from './negative-binomial-tail.ts'
import { normalQuantile } from './normal-quantile.ts'
import { poissonTail } from './poisson-tail.ts'
import { xorshift } from './xorshift.ts'

test('the special functions equal their tables', () => {
  expect(logGamma(5)).toBeCloseTo(Math.log(24), 12)
  expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 12)
  expect(lowerGamma(1, 2)).toBeCloseTo(1 - Math.exp(-2), 12)
  expect(incompleteBeta(2, 3, 0.4)).toBeCloseTo(0.5248, 12)
  expect(() => logGamma(0)).toThrow(/expected a number above 0/)
})

test('tails and quantiles equal those of scipy', () => {
  expect(poissonTail(3, 1)).toBeCloseTo(0.08030139707139418, 12)
  expect(negativeBinomialTail(5, 2, 2)).toBeCloseTo(0.109375, 12)
  expect(negativeBinomialTail(100, 3.5, 1.7) / 1.6512675634158388e-33).toBeCloseTo(1, 6)
  expect(negativeBinomialQuantile(0.95, 2, 2)).toBe(6)
  expect(upperQuantile(0.05, 2, 2)).toBe(6)
  expect(normalQuantile(0.975)).toBeCloseTo(1.959963985, 8)
  expect(normalQuantile(1e-6)).toBeCloseTo(-4.753424308822899, 6)
})

test('nothing expected makes any count impossible and no count certain', () => {
  expect(poissonTail(0, 0)).toBe(1)
  expect(poissonTail(1, 0)).toBe(0)
  expect(negativeBinomialTail(1, 0, 3)).toBe(0)
  expect(negativeBinomialQuantile(0.999, 0, 1)).toBe(0)
})

test('a tail is a chance that only falls with the count, and the quantile is its turning point', () => {
  const mean = fc.double({ min: 0.001, max: 5_000, noNaN: true })
  const dispersion = fc.double({ min: 1, max: 50, noNaN: true })
  fc.assert(
    fc.property(mean, dispersion, fc.double({ min: 1e-9, max: 0.5, noNaN: true }), (m, d, alpha) => {
      const q = upperQuantile(alpha, m, d)
      expect(negativeBinomialTail(q + 1, m, d)).toBeLessThanOrEqual(alpha)
      if (q > 0) expect(negativeBinomialTail(q, m, d)).toBeGreaterThan(alpha)
      expect(negativeBinomialTail(q, m, d)).toBeLessThanOrEqual(1 + 1e-12)
    }),
  )
})

test('a rate without exposure is the prior, and with much exposure its own', () => {
  expect(gammaShrinkage(0, 0, 0.5, 2)).toEqual({ rate: 0.5, shape: 2 })
  expect(gammaShrinkage(10_000, 1_000, 0.5, 2).rate).toBeCloseTo(10, 1)
})

test('Benjamini and Hochberg keep the smallest p-values only', () => {
  expect(benjaminiHochberg([0.01, 0.5, 0.02], 0.05)).toEqual([true, false, true])
  expect(benjaminiHochberg([], 0.05)).toEqual([])
})

test('draws have the mean and the variance that were asked, and one seed gives one row', () => {
  const random = xorshift(42)
  const draws = Array.from({ length: 20_000 }, () => drawNegativeBinomial(3, 2, random))
  const mean = draws.reduce((sum, draw) => sum + draw, 0) / draws.length
  const variance = draws.reduce((sum, draw) => sum + (draw - mean) ** 2, 0) / draws.length
  expect(mean).toBeCloseTo(3, 0)
  expect(variance / mean).toBeGreaterThan(1.85)
  expect(variance / mean).toBeLessThan(2.15)
  expect(drawNegativeBinomial(0, 1, () => 0.5)).toBe(0)
  expect(Array.from({ length: 5 }, xorshift(7))).toEqual(Array.from({ length: 5 }, xorshift(7)))
})
