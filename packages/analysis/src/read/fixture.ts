import type { Area, PlaceName } from '@rumoer/contracts'

type Ring = [number, number][]
const ring = (west: number, south: number, east: number, north: number): Ring => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
]
const area = (code: string, level: Area['level'], name: string, parentCode: string | null, rings: Ring[][]): Area => ({
  code,
  level,
  name,
  parentCode,
  inhabitants: 1_000,
  geometry: { type: 'MultiPolygon', coordinates: rings },
})

/** A fictional town of four buurten in two wijken; Molenkamp has a hole, Veenhof Noord two parts. */
export const AREAS: readonly Area[] = [
  area('GM9901', 'gemeente', 'Lindehaven', null, [[ring(6, 53, 6.4, 53.2)]]),
  area('WK990101', 'wijk', 'Wijk 01 Noord', 'GM9901', [[ring(6, 53.1, 6.4, 53.2)]]),
  area('WK990102', 'wijk', 'Wijk 02 Haven', 'GM9901', [[ring(6, 53, 6.4, 53.1)]]),
  area('BU99010101', 'buurt', 'Molenkamp', 'WK990101', [[ring(6, 53.1, 6.2, 53.2), ring(6.05, 53.12, 6.1, 53.15)]]),
  area('BU99010102', 'buurt', 'Rietvelden', 'WK990101', [[ring(6.2, 53.1, 6.4, 53.2)]]),
  area('BU99010201', 'buurt', 'Centrum', 'WK990102', [[ring(6, 53, 6.2, 53.1)]]),
  area('BU99010202', 'buurt', 'Veenhof Noord', 'WK990102', [[ring(6.2, 53, 6.3, 53.1)], [ring(6.32, 53, 6.4, 53.1)]]),
]

const place = (name: string, kind: PlaceName['kind'], areaCode: string): PlaceName => ({ name, kind, areaCode, lat: null, lon: null })
export const PLACES: readonly PlaceName[] = [
  place('Lindestraat', 'street', 'BU99010101'),
  place('Kerkstraat', 'street', 'BU99010201'),
  place('Burgemeester Reigerstraat', 'street', 'BU99010102'),
  place('Burgemeester Reiger', 'landmark', 'BU99010201'),
  place('Dwarsweg', 'street', 'BU99010101'),
  place('Dwarsweg', 'street', 'BU99010102'),
  place('Kade', 'street', 'BU99010202'),
  place('De Markt', 'square', 'BU99010201'),
  place('Stadspark', 'park', 'BU99010201'),
  place('Basisschool De Vlinder', 'school', 'BU99010102'),
  place('Station Lindehaven', 'station', 'BU99010202'),
  place('De Hoop', 'landmark', 'BU99010101'),
  place('9901 AB', 'postcode', 'BU99010102'),
]
