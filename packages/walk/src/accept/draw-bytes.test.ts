import { expect, test } from 'vitest'
import { drawBytes } from './draw-bytes.ts'

test('bytes come in the size asked for, never share memory, and do not repeat over many pools', () => {
  const drawn = Array.from({ length: 5_000 }, () => drawBytes(12))
  expect(new Set(drawn.map((bytes) => bytes.toString('hex'))).size).toBe(5_000)
  const [first, second] = [drawBytes(12), drawBytes(12)]
  const before = second.toString('hex')
  first.fill(0)
  expect(second.toString('hex')).toBe(before)
})

test('more than a pool holds comes in one piece', () => {
  expect(drawBytes(20_000)).toHaveLength(20_000)
})
