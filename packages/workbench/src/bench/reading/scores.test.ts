import { expect, test } from 'vitest'
import { accuracy, calibrationError, macroF1, microF1 } from './scores.ts'

const pairs = [
  { truth: 'a', guess: 'a' },
  { truth: 'a', guess: 'b' },
  { truth: 'b', guess: 'b' },
  { truth: 'c', guess: 'b' },
]

test('accuracy and macro F1 of a hand-counted example', () => {
  expect(accuracy(pairs)).toBe(0.5)
  // a: 2·1/(1+2), b: 2·1/(3+1), c: 0
  expect(macroF1(pairs)).toBeCloseTo((2 / 3 + 1 / 2 + 0) / 3, 12)
  expect([accuracy([]), macroF1([])]).toEqual([0, 0])
})

test('micro F1 counts every label of every text', () => {
  expect(
    microF1([
      { truth: ['melding', 'symptom'], guess: ['melding'] },
      { truth: [], guess: ['question'] },
    ]),
  ).toBeCloseTo(2 / (2 + 2), 12)
  expect(microF1([])).toBe(0)
})

test('confidence that comes true as often as it says has no calibration error, and one that boasts has its boast', () => {
  const sure = (right: boolean) => ({ confidence: 0.75, right })
  expect(calibrationError([sure(true), sure(true), sure(true), sure(false)])).toBe(0)
  expect(calibrationError([sure(false), sure(false)])).toBeCloseTo(0.75, 12)
  expect(calibrationError([{ confidence: 1, right: true }])).toBe(0)
  expect(calibrationError([])).toBe(0)
})
