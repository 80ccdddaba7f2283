import { expect, test } from 'vitest'
import { distanceMetres, placeFit } from './place-fit.ts'
import { REACHES, reachOf } from './reach.ts'

const nowhere = { areaCode: null, lat: null, lon: null }
const inBuurt = (code: string) => ({ areas: new Map([[code, 1]]), point: { n: 0, lat: 0, lon: 0, squares: 0 } })
const atPoint = { areas: new Map(), point: { n: 1, lat: 52, lon: 6, squares: 0 } }

test('an object is met within 50 metres, nuisance within 250, smell within 1500, policy and weather in the whole municipality', () => {
  expect(reachOf('lantaarnpaal-straatverlichting').radiusM).toBe(50)
  expect(reachOf('jongerenoverlast').radiusM).toBe(250)
  expect(reachOf('stankoverlast').radiusM).toBe(1_500)
  expect(reachOf('gladheid-winterdienst').radiusM).toBe(Number.POSITIVE_INFINITY)
  expect(reachOf('overige-dienstverlening').radiusM).toBe(Number.POSITIVE_INFINITY)
  expect(reachOf('unknown')).toBe(REACHES.nuisance)
})

test('points fall with distance until the place excludes', () => {
  const at = (metres: number) => placeFit({ ...nowhere, lat: 52 + metres / 111_195, lon: 6 }, atPoint, REACHES.object)?.points
  expect(at(0)).toBeCloseTo(0.4, 6)
  expect(at(49)).toBeGreaterThan(0.25)
  expect(at(70)).toBe(0)
  expect(at(101)).toBeUndefined()
  expect(distanceMetres(52, 6, 52.001, 6)).toBeCloseTo(111.195, 3)
})

test('inside its buurt nuisance reaches on, an object no further than a street is long', () => {
  const issue = { ...atPoint, areas: new Map([['BU99010101', 1]]) }
  const at = (metres: number, areaCode: string, reach: (typeof REACHES)[keyof typeof REACHES]) =>
    placeFit({ areaCode, lat: 52 + metres / 111_195, lon: 6 }, issue, reach)?.points
  expect(at(700, 'BU99010101', REACHES.nuisance)).toBe(0.15)
  expect(at(700, 'BU99010102', REACHES.nuisance)).toBeUndefined()
  expect(at(240, 'BU99010101', REACHES.object)).toBe(0)
  expect(at(260, 'BU99010101', REACHES.object)).toBeUndefined()
})

test('areas: the same fits, a neighbour only for what air carries, an unknown place never excludes', () => {
  const issue = inBuurt('BU99010101')
  const fit = (areaCode: string | null, reach: (typeof REACHES)[keyof typeof REACHES]) =>
    placeFit({ ...nowhere, areaCode }, issue, reach)?.points
  expect(fit('BU99010101', REACHES.nuisance)).toBe(0.25)
  expect(fit('WK990101', REACHES.nuisance)).toBe(0.1)
  expect(fit('BU99010102', REACHES.nuisance)).toBeUndefined()
  expect(fit('BU99010102', REACHES.smell)).toBe(0.1)
  expect(fit('BU99010201', REACHES.smell)).toBeUndefined()
  expect(fit('BU99010201', REACHES.policy)).toBe(0)
  expect(fit(null, REACHES.object)).toBe(0)
  expect(fit('GM9901', REACHES.object)).toBe(0)
})
