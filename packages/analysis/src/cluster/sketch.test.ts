import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isCopy, sketchOf } from './sketch.ts'

const words = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => `woord${from + at}`)
const copyOf = (one: readonly string[], other: readonly string[]) => isCopy(sketchOf(one), sketchOf(other))

test('a copy is known by its words in any order, and with one in six changed', () => {
  expect(copyOf(words(0, 4), words(0, 4).reverse())).toBe(true)
  expect(copyOf(words(0, 12), words(1, 13))).toBe(true)
  expect(copyOf(words(0, 12), words(4, 16))).toBe(false)
})

test('short texts are copies only in the same words, and no words are no copy', () => {
  expect(copyOf(words(0, 7), words(0, 6))).toBe(false)
  expect(copyOf([], [])).toBe(false)
})

test('of long texts the sketch is bounded, tells copies and parts those that share half', () => {
  expect(sketchOf(words(0, 500))).toHaveLength(120)
  let found = 0
  let mistaken = 0
  for (let from = 0; from < 6_000; from += 60) {
    if (copyOf(words(from, from + 60), words(from + 3, from + 63))) found += 1
    if (copyOf(words(from, from + 60), words(from + 20, from + 80))) mistaken += 1
  }
  expect([found, mistaken]).toEqual([expect.toSatisfy((n: number) => n >= 97), expect.toSatisfy((n: number) => n <= 3)])
})

test('being a copy works both ways, and every text is a copy of itself', () => {
  const text = fc.uniqueArray(fc.constantFrom(...words(0, 40)), { minLength: 1, maxLength: 40 })
  fc.assert(
    fc.property(text, text, (one, other) => {
      expect(copyOf(one, other)).toBe(copyOf(other, one))
      expect(copyOf(one, one)).toBe(true)
    }),
  )
})
