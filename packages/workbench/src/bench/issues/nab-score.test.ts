import { expect, test } from 'vitest'
import { nabResult, nabSum, probationOf } from './nab-score.ts'

const WINDOWS = [
  [1_000, 1_099],
  [3_000, 3_199],
] as const

test('silence is 0 and the first row of each window is 100', () => {
  expect(nabResult(nabSum(5_000, WINDOWS, []), 2)).toBe(0)
  expect(nabResult(nabSum(5_000, WINDOWS, [1_000, 3_000]), 2)).toBeCloseTo(100, 9)
})

test('the middle of a window is worth 0.86, and only its best alarm counts', () => {
  expect(nabSum(5_000, [WINDOWS[0]], [1_050])).toBeCloseTo(0.8597, 3)
  expect(nabSum(5_000, [WINDOWS[0]], [1_050, 1_060, 1_099])).toBeCloseTo(0.8597, 3)
})

test('an alarm outside costs 0.11 before the first window, and less shortly after one', () => {
  expect(nabSum(5_000, [WINDOWS[0]], [900])).toBeCloseTo(-1.11, 9)
  const soon = nabSum(5_000, [WINDOWS[0]], [1_105])
  expect(soon).toBeLessThan(-1)
  expect(soon).toBeGreaterThan(-1.03)
  expect(nabSum(5_000, [WINDOWS[0]], [2_500])).toBeCloseTo(-1.11, 9)
})

test('rows in probation are never scored', () => {
  expect(probationOf(1_000)).toBe(150)
  expect(probationOf(16_000)).toBe(750)
  expect(nabSum(16_000, [WINDOWS[0]], [0, 749])).toBe(-1)
})
