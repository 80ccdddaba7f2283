import { area, placeName } from '@rumoer/contracts'
import { describe, expect, it } from 'vitest'
import { areaOf, isInside } from './plane.ts'
import { lindehaven } from './town.ts'
import { MIDDLE, type Point } from './town-plan.ts'

const town = lindehaven()
const ringsOf = (code: string): Point[][] =>
  town.areas.find((candidate) => candidate.code === code)!.geometry!.coordinates.flat() as unknown as Point[][]
const surface = (code: string) => ringsOf(code).reduce((sum, ring) => sum + areaOf(ring), 0)
const codesOf = (level: string) => town.areas.filter((candidate) => candidate.level === level).map(({ code }) => code)
const sidesOf = (code: string) => ringsOf(code).flatMap((ring) => ring.slice(1).map((to, i): [Point, Point] => [ring[i]!, to]))
const nameOf = ([from, to]: readonly [Point, Point]) => `${from.join()}>${to.join()}`

const turn = ([ax, ay]: Point, [bx, by]: Point, [cx, cy]: Point) => Math.sign((bx - ax) * (cy - ay) - (by - ay) * (cx - ax))
const crosses = ([a, b]: [Point, Point], [c, d]: [Point, Point]) => turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0

describe('Lindehaven', () => {
  it('is a town of about 86,000 inhabitants in 7 wijken and 30 to 40 buurten, all valid areas', () => {
    for (const one of town.areas) expect(area.safeParse(one).success, one.name).toBe(true)
    expect(codesOf('wijk')).toHaveLength(7)
    expect(codesOf('buurt').length).toBeGreaterThanOrEqual(30)
    expect(codesOf('buurt').length).toBeLessThanOrEqual(40)
    const inhabitants = town.buurten.reduce((sum, buurt) => sum + buurt.inhabitants, 0)
    expect(inhabitants).toBeGreaterThan(85_000)
    expect(inhabitants).toBeLessThan(87_000)
    expect(new Set(town.areas.map(({ code }) => code)).size).toBe(town.areas.length)
  })

  it('has closed rings whose buurten lie against each other without a gap or an overlap', () => {
    for (const { code } of town.areas) for (const ring of ringsOf(code)) expect(ring[0], code).toEqual(ring[ring.length - 1])
    const sides = codesOf('buurt').flatMap(sidesOf)
    const known = new Set(sides.map(nameOf))
    expect(known.size, 'no side belongs to two buurten in the same direction').toBe(sides.length)
    const outer = sides.filter(([from, to]) => !known.has(nameOf([to, from])))
    expect(new Set(outer.map(nameOf))).toEqual(new Set(sidesOf('GM9901').map(nameOf)))
    for (let i = 0; i < sides.length; i++)
      for (let j = i + 1; j < sides.length; j++) if (crosses(sides[i]!, sides[j]!)) expect.fail(nameOf(sides[i]!))
  })

  it('has wijken and a gemeente that are exactly the sum of their buurten', () => {
    const sum = (codes: readonly string[]) => codes.reduce((total, code) => total + surface(code), 0)
    expect(sum(codesOf('buurt'))).toBeCloseTo(surface('GM9901'), 9)
    for (const wijk of codesOf('wijk')) {
      const members = town.areas.filter(({ parentCode }) => parentCode === wijk).map(({ code }) => code)
      expect(members.length).toBeGreaterThan(0)
      expect(sum(members), wijk).toBeCloseTo(surface(wijk), 9)
    }
  })

  it('has Oude Dijk beside Havenkwartier, and lies in open water', () => {
    const [harbour, dike] = ['Havenkwartier', 'Oude Dijk'].map((name) => town.buurten.find((buurt) => buurt.name === name)!.code)
    const sides = new Set(sidesOf(harbour!).map(nameOf))
    expect(sidesOf(dike!).some(([from, to]) => sides.has(nameOf([to, from])))).toBe(true)
    for (const [lon, lat] of ringsOf('GM9901').flat()) expect(Math.hypot(lon - MIDDLE.lon, lat - MIDDLE.lat)).toBeLessThan(0.09)
  })

  it('has more than 220 streets, each inside its own buurt', () => {
    const streets = town.buurten.flatMap((buurt) => buurt.streets)
    expect(streets.length).toBeGreaterThanOrEqual(220)
    expect(new Set(streets.map(({ name }) => name)).size).toBe(streets.length)
    for (const { name, areaCode, line } of streets)
      for (const point of line)
        expect(
          codesOf('buurt').filter((code) => ringsOf(code).some((ring) => isInside(point, ring))),
          name,
        ).toEqual([areaCode])
  })

  it('gives no name to two places, and every place a point in its area', () => {
    const names = town.places.map(({ name }) => name.toLowerCase())
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([])
    for (const place of town.places) {
      expect(placeName.safeParse(place).success, place.name).toBe(true)
      if (place.lat !== null && place.lon !== null)
        expect(
          ringsOf(place.areaCode).some((ring) => isInside([place.lon!, place.lat!], ring)),
          place.name,
        ).toBe(true)
    }
    for (const kind of ['street', 'square', 'park', 'school', 'station', 'landmark', 'buurt', 'wijk'])
      expect(town.places.some((place) => place.kind === kind)).toBe(true)
  })
})
