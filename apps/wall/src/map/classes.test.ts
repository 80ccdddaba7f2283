import { describe, expect, it } from 'vitest'
import { classEdges, classOf, valueEdges } from './classes.ts'
import { drawAreas } from './projection.ts'

describe('the shades of the map', () => {
  it('keeps areas without messages apart from all others', () => {
    const edges = classEdges([0, 0, 1, 2, 3, 4, 9])
    expect(classOf(0, edges)).toBe(0)
    expect(classOf(1, edges)).toBe(1)
    expect(classOf(9, edges)).toBe(edges.length)
  })

  it('makes one class of equal counts and none of nothing', () => {
    expect(classEdges([3, 3, 3])).toEqual([3])
    expect(classEdges([0, 0])).toEqual([])
    expect(classOf(5, [])).toBe(0)
  })

  it('sets a value that stands far out apart from all others', () => {
    const edges = valueEdges([2, 2, 3, 4, 4, 5, 6, 13, 58])
    expect(edges).toEqual([4.6, 10.8, 25, 58])
    expect([6, 13, 58].map((value) => classOf(value, edges))).toEqual([2, 3, 4])
    expect(valueEdges([90, 95, 100, 105])).toEqual(classEdges([90, 95, 100, 105]))
    expect(valueEdges([0, 0])).toEqual([])
    expect(valueEdges([7])).toEqual([7])
  })

  it('never gives a busier area a lighter shade', () => {
    const counts = [1, 1, 2, 5, 8, 13, 21, 40]
    const edges = classEdges(counts)
    const classes = counts.map((count) => classOf(count, edges))
    expect([...classes].sort((a, b) => a - b)).toEqual(classes)
  })

  it('draws north above south and keeps the proportions of the land', () => {
    const square = (code: string, lon: number, lat: number) => ({
      code,
      level: 'buurt' as const,
      name: code,
      parentCode: null,
      inhabitants: null,
      geometry: {
        type: 'MultiPolygon' as const,
        coordinates: [
          [
            [
              [lon, lat],
              [lon + 0.01, lat],
              [lon + 0.01, lat + 0.01],
              [lon, lat + 0.01],
              [lon, lat],
            ] as [number, number][],
          ],
        ],
      },
    })
    const [north, south] = drawAreas([square('BU99990101', 6.5, 53.02), square('BU99990102', 6.5, 53)], 300, 300)
    expect(north!.y).toBeLessThan(south!.y)
    expect(north!.x).toBeCloseTo(south!.x, 0)
  })
})
