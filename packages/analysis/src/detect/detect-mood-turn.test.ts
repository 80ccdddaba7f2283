import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hypergeometricTail } from '../maths/hypergeometric-tail.ts'
import { detectMoodTurn } from './detect-mood-turn.ts'

const counts = (messages: number, negative: number) => ({ messages, negative })

test('talk that was friendly and is angry now has turned, with its shares', () => {
  const turn = detectMoodTurn({ recent: counts(20, 16), before: counts(40, 8) }, 0.001)!
  expect(turn.sentence).toBe('De stemming slaat om: 80% van de berichten in de laatste 24 uur is negatief, daarvoor was dat 20%.')
  expect(turn.conditions.every(({ holds }) => holds)).toBe(true)
})

test('a small change, few messages or a turn for the better are none', () => {
  expect(detectMoodTurn({ recent: counts(400, 250), before: counts(4_000, 2_000) }, 0.01)).toBeNull()
  expect(detectMoodTurn({ recent: counts(3, 3), before: counts(9, 0) }, 0.5)).toBeNull()
  expect(detectMoodTurn({ recent: counts(40, 2), before: counts(40, 30) }, 0.5)).toBeNull()
})

test('the exact test agrees with counting, and is a chance', () => {
  expect(hypergeometricTail(3, { drawn: 3, marked: 4, all: 8 })).toBeCloseTo(4 / 56, 12)
  expect(hypergeometricTail(0, { drawn: 3, marked: 4, all: 8 })).toBe(1)
  expect(hypergeometricTail(4, { drawn: 3, marked: 4, all: 8 })).toBe(0)
  expect(() => hypergeometricTail(1, { drawn: 9, marked: 4, all: 8 })).toThrow(/drawn/)
  fc.assert(
    fc.property(fc.nat(60), fc.nat(60), fc.nat(60), fc.nat(60), (a, b, c, x) => {
      const all = Math.max(a, b, c)
      const p = hypergeometricTail(x, { drawn: a, marked: b, all })
      expect(p >= 0 && p <= 1).toBe(true)
      expect(hypergeometricTail(x + 1, { drawn: a, marked: b, all })).toBeLessThanOrEqual(p + 1e-9)
    }),
  )
})
