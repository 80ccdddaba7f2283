import { describe, expect, it } from 'vitest'
import { condense } from './chart-theme.ts'

describe('condensing a long series', () => {
  it('draws at most the asked number of points and loses no message', () => {
    const points = Array.from({ length: 8_760 }, (_, at) => ({ at: String(at), messages: at % 5, expected: 1, upper: 2 }))
    const drawn = condense(points, 300)
    const total = (list: typeof points) => list.reduce((sum, point) => sum + point.messages, 0)
    expect(drawn.length).toBeLessThanOrEqual(300)
    expect(total(drawn)).toBe(total(points))
  })

  it('leaves a short series alone', () => {
    const points = [{ at: 'a', messages: 1, expected: 0, upper: 1 }]
    expect(condense(points, 300)).toEqual(points)
  })
})
