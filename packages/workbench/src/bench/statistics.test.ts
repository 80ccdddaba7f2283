import { expect, test } from 'vitest'
import { median, quantile, spread } from './statistics.ts'

test('quantiles lie between neighbours', () => {
  expect(quantile([4, 1, 3, 2], 0)).toBe(1)
  expect(quantile([4, 1, 3, 2], 1)).toBe(4)
  expect(median([4, 1, 3, 2])).toBe(2.5)
  expect(quantile([10], 0.99)).toBe(10)
  expect(spread([1, 2, 3, 4, 5])).toBe(2)
  expect(() => median([])).toThrow('at least one value')
})
