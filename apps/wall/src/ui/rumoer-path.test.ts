import { describe, expect, it } from 'vitest'
import { rumoerPath, usualTop } from './rumoer-path.ts'

const box = { width: 120, height: 32, thin: 1, thick: 4 }
const heightsAt = (path: string, from: number, to: number) => {
  const points = path
    .slice(1, -1)
    .split('L')
    .map((pair) => pair.split(' ').map(Number) as [number, number])
  const inside = points.filter(([x]) => x >= from && x <= to).map(([, y]) => y)
  return Math.max(...inside) - Math.min(...inside)
}

describe('the rumoer line', () => {
  it('says nothing of less than two hours', () => {
    expect(rumoerPath([], box)).toBeNull()
    expect(rumoerPath([4], box)).toBeNull()
  })

  it('is thin through an ordinary day and thick where it stands above normal', () => {
    const quiet = rumoerPath([1, 1, 1, 1, 1, 1], box)!
    expect(heightsAt(quiet.stroke, 40, 80)).toBeCloseTo(1, 1)
    expect(quiet.end.above).toBe(false)
    const burst = rumoerPath([0, 0, 0, 0, 9, 9, 9, 9], box, 2)!
    expect(heightsAt(burst.stroke, 85, 110)).toBeCloseTo(4, 1)
    expect(burst.end.above).toBe(true)
  })

  it('never leaves its box', () => {
    const path = rumoerPath([0, 40, 0, 3, 90, 2], box)!
    const numbers = path.stroke.match(/-?\d+(\.\d+)?/g)!.map(Number)
    for (let at = 0; at < numbers.length; at += 2) {
      expect(numbers[at]).toBeGreaterThanOrEqual(0)
      expect(numbers[at]).toBeLessThanOrEqual(box.width)
      expect(numbers[at + 1]).toBeGreaterThanOrEqual(0)
      expect(numbers[at + 1]).toBeLessThanOrEqual(box.height)
    }
  })

  it('takes the middle of the line as normal, so that one peak does not raise it', () => {
    expect(usualTop([0, 0, 0, 0, 30])).toBe(1)
    expect(usualTop([4, 4, 4, 4, 30])).toBe(8)
  })
})
