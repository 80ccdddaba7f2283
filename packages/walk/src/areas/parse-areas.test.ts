import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parseAreas } from './parse-areas.ts'

const square = (x: number, y: number, size: number) => [
  [
    [x, y],
    [x + size, y],
    [x + size, y + size],
    [x, y + size],
    [x, y],
  ],
]
const feature = (properties: Record<string, unknown>, coordinates: number[][][]) => ({
  type: 'Feature',
  properties,
  geometry: { type: 'Polygon', coordinates },
})
const collection = (...features: unknown[]) => ({ type: 'FeatureCollection', features })

test('RD metres become degrees: the origin of the grid, the tower of Amersfoort, stands within a metre of where it stands', () => {
  const { areas } = parseAreas(
    collection(feature({ buurtcode: 'BU03070101', buurtnaam: 'Lieve Vrouwekerkhof' }, square(155_000, 463_000, 100))),
  )
  const [lon, lat] = areas.find((area) => area.code === 'BU03070101')!.geometry!.coordinates[0]![0]![0]!
  expect(Math.abs(lat! - 52.1551744) * 111_000).toBeLessThan(1)
  expect(Math.abs(lon! - 5.38720621) * 68_000).toBeLessThan(1)
})

test('wijk and gemeente that only appear as codes of their buurten are added, with their names and the sum of inhabitants', () => {
  const names = { wijknaam: 'Centrum', wijkcode: 'WK990100', gemeentecode: 'GM9901', gemeentenaam: 'Lindehaven' }
  const { areas } = parseAreas(
    collection(
      feature({ buurtcode: 'BU99010001', buurtnaam: 'Markt', inwoners: 400, ...names }, square(5.1, 52.1, 0.01)),
      feature({ buurtcode: 'BU99010002', buurtnaam: 'Haven', inwoners: -99997, ...names }, square(5.11, 52.1, 0.01)),
    ),
  )
  expect(areas.map(({ code, level, name, inhabitants, parentCode }) => [code, level, name, inhabitants, parentCode])).toEqual([
    ['BU99010001', 'buurt', 'Markt', 400, 'WK990100'],
    ['BU99010002', 'buurt', 'Haven', null, 'WK990100'],
    ['GM9901', 'gemeente', 'Lindehaven', 400, null],
    ['WK990100', 'wijk', 'Centrum', 400, 'GM9901'],
  ])
})

test('water is left out, and a feature without a code is told with its place', () => {
  const { areas, problems } = parseAreas(
    collection(
      feature({ buurtcode: 'BU99010001', buurtnaam: 'Plas', water: 'JA' }, square(5.1, 52.1, 0.01)),
      feature({ naam: 'Nergens' }, square(5.1, 52.1, 0.01)),
    ),
  )
  expect(areas).toEqual([])
  expect(problems).toEqual([expect.stringMatching(/^features\[1\]: .*expected a CBS code/)])
})

test('a file that is neither GeoJSON nor a Signalen list is refused', () => {
  expect(() => parseAreas({ hello: 'world' })).toThrow('expected a GeoJSON FeatureCollection')
})

const ASSEN = new URL('../../../../../shared/data/geo/assen_buurten_cbs2024.geojson', import.meta.url)
test.skipIf(!existsSync(ASSEN))('the buurten of Assen come with their wijken and gemeente', () => {
  const { areas, problems } = parseAreas(JSON.parse(readFileSync(ASSEN, 'utf8')))
  expect(problems).toEqual([])
  expect(areas.filter((area) => area.level === 'buurt')).toHaveLength(109)
  expect(areas.find((area) => area.level === 'gemeente')?.code).toBe('GM0106')
})
