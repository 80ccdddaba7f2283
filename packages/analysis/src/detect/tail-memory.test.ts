import { expect, test } from 'vitest'
import { xorshift } from '../maths/xorshift.ts'
import { TailMemory } from './tail-memory.ts'

test('before the first block is full nothing is high enough', () => {
  const memory = new TailMemory(4)
  for (const evidence of [1, 2, 3]) memory.add(evidence)
  expect(memory.heightOf(0.01)).toBe(Number.POSITIVE_INFINITY)
  memory.add(4)
  expect(memory.heightOf(0.5)).toBe(4)
  expect(memory.heightOf(0.01)).toBeGreaterThan(4)
})

test.each([1, 5])('peaks with a tail of %d nats pass the height as often as is stated', (scale) => {
  const random = xorshift(scale)
  const memory = new TailMemory(6)
  const chance = 0.02
  let passed = 0
  for (let block = 0; block < 4_000; block++) {
    const height = memory.heightOf(chance)
    const values = Array.from({ length: 6 }, () => -scale * Math.log(1 - random()))
    if (Math.max(...values) > height) passed += 1
    for (const value of values) memory.add(Math.min(value, height))
  }
  expect(passed / 4_000 / chance).toBeGreaterThan(0.7)
  expect(passed / 4_000 / chance).toBeLessThan(1.5)
})
