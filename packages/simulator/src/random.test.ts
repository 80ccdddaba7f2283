import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createQueue } from './queue.ts'
import { createDraw, createRandom } from './random.ts'

describe('seeded chance', () => {
  it('is the same for the same keys and even over its range', () => {
    const many = (key: number) =>
      Array.from(
        { length: 2_000 },
        (
          (random) => () =>
            random.next()
        )(createRandom(key, 'x')),
      )
    expect(many(1)).toEqual(many(1))
    expect(many(1)).not.toEqual(many(2))
    expect(many(3).reduce((sum, value) => sum + value, 0) / 2_000).toBeCloseTo(0.5, 1)
    expect(Math.min(...many(3))).toBeGreaterThanOrEqual(0)
    expect(Math.max(...many(3))).toBeLessThan(1)
  })

  it('draws counts with the mean that was asked for', () => {
    for (const mean of [0, 0.5, 8, 300]) {
      const random = createRandom(4, mean)
      const drawn = Array.from({ length: 3_000 }, () => random.poisson(mean))
      expect(drawn.reduce((sum, value) => sum + value, 0) / 3_000).toBeCloseTo(mean, mean > 100 ? -1 : 0)
    }
  })

  it('draws by weight, never what weighs nothing', () => {
    const random = createRandom(5)
    const draw = createDraw([0, 1, 0, 3, 0])
    const drawn = Array.from({ length: 4_000 }, () => draw(random))
    expect(new Set(drawn)).toEqual(new Set([1, 3]))
    expect(drawn.filter((index) => index === 3).length / 4_000).toBeCloseTo(0.75, 1)
    expect(() => createDraw([0, 0])).toThrow('above zero')
  })
})

describe('the queue', () => {
  it('gives things back in order of moment, and of arrival within one moment', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 20 })), (moments) => {
        const queue = createQueue<[number, number]>()
        moments.forEach((at, i) => {
          queue.add(at, [at, i])
        })
        const taken = moments.map(() => queue.take()!)
        expect(taken).toEqual(taken.toSorted(([a, i], [b, j]) => a - b || i - j))
        expect([queue.take(), queue.nextAt()]).toEqual([undefined, Number.POSITIVE_INFINITY])
      }),
    )
  })
})
