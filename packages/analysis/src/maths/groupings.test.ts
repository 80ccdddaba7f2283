import fc from 'fast-check'
import { expect, test } from 'vitest'
import { adjustedRand } from './adjusted-rand.ts'
import { bCubed } from './b-cubed.ts'
import { contingency } from './contingency.ts'
import { normalisedMutualInformation } from './normalised-mutual-information.ts'

test('the scores of small groupings are those worked out by hand', () => {
  const { precision, recall, f1 } = bCubed(['a', 'a', 'b'], [1, 1, 1])
  expect(precision).toBe(1)
  expect(recall).toBeCloseTo(5 / 9, 12)
  expect(f1).toBeCloseTo(5 / 7, 12)
  expect(adjustedRand([0, 0, 1, 1], [0, 0, 1, 2])).toBeCloseTo(0.5714285714285714, 12)
  expect(normalisedMutualInformation([0, 0, 1, 1], [0, 0, 1, 2])).toBeCloseTo(0.8, 12)
  expect(contingency(['a', 'a'], [1, 2]).both.get('a')?.get(2)).toBe(1)
})

test('equal groupings score 1 whatever the names of the groups, and nothing scores 1 too', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(5), { minLength: 1, maxLength: 60 }), (labels) => {
      const renamed = labels.map((label) => `group ${label}`)
      expect(bCubed(renamed, labels).f1).toBeCloseTo(1, 12)
      expect(adjustedRand(renamed, labels)).toBeCloseTo(1, 12)
      expect(normalisedMutualInformation(renamed, labels)).toBeCloseTo(1, 12)
    }),
  )
  expect(bCubed([], []).f1).toBe(1)
  expect(adjustedRand([], [])).toBe(1)
  expect(normalisedMutualInformation([], [])).toBe(1)
})

test('rows without a truth of their own are refused', () => {
  expect(() => bCubed([1], [])).toThrow(/expected 1/)
})
