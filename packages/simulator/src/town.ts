import type { Area, MultiPolygon, PlaceName } from '@rumoer/contracts'
import { type Arc, OUTSIDE, outlineOf, partition } from './partition.ts'
import { distanceToRing, isInside, smoothClosed } from './plane.ts'
import { createRandom, type Random } from './random.ts'
import { type BuurtPlan, ISLAND, ISLAND_NAME, LANDMARKS, MIDDLE, OUTLINE, type Point, riverAt, WIJKEN } from './town-plan.ts'

/** A place in WGS84 degrees, longitude first as in GeoJSON. */
export type Position = readonly [lon: number, lat: number]
export type Street = { readonly name: string; readonly areaCode: string; readonly line: readonly [Position, Position, Position] }
export type Buurt = {
  readonly code: string
  readonly name: string
  readonly wijk: { readonly code: string; readonly name: string }
  readonly inhabitants: number
  readonly streets: readonly Street[]
  readonly square: string
  readonly park: string
  readonly school: string
  readonly shop: string
}
/** A fictional municipality: what an import of areas and place names would give, and the buurten that messages are written from. */
export type Town = {
  readonly code: string
  readonly name: string
  readonly areas: readonly Area[]
  readonly places: readonly PlaceName[]
  readonly buurten: readonly Buurt[]
}

const CODE = '9901'
const NAME = 'Lindehaven'
const STREETS_PER_BUURT = 7
const STREET_MARGIN_KM = 0.045
export const KM_PER_DEGREE_LAT = 111.2
export const KM_PER_DEGREE_LON = KM_PER_DEGREE_LAT * Math.cos((MIDDLE.lat * Math.PI) / 180)

const rounded = (degrees: number) => Math.round(degrees * 1e6) / 1e6
const toPosition = ([x, y]: Point): [number, number] => [
  rounded(MIDDLE.lon + x / KM_PER_DEGREE_LON),
  rounded(MIDDLE.lat + y / KM_PER_DEGREE_LAT),
]

type Planned = BuurtPlan & {
  readonly code: string
  readonly wijk: { readonly code: string; readonly name: string }
  readonly wijkIndex: number
}

function plannedBuurten(): Planned[] {
  return WIJKEN.flatMap((wijk, wijkIndex) =>
    wijk.buurten.map((buurt, i) => {
      const digits = `${CODE}${String(wijkIndex).padStart(2, '0')}`
      return { ...buurt, code: `BU${digits}${String(i).padStart(2, '0')}`, wijk: { code: `WK${digits}`, name: wijk.name }, wijkIndex }
    }),
  )
}

/** Bends the plane a little, so that borders wander as grown ones do. */
const bend = ([x, y]: Point): Point => [
  x + 0.11 * Math.sin(2.3 * y + 0.7) + 0.05 * Math.sin(5.1 * y + 2.1 * x) + 0.025 * Math.sin(11 * y - 4 * x),
  y + 0.1 * Math.sin(2.1 * x + 1.9) + 0.05 * Math.sin(4.7 * x - 1.7 * y) + 0.025 * Math.sin(9 * x + 5 * y),
]

function labelling(buurten: readonly Planned[]): (point: Point) => number {
  const mainland = smoothClosed(OUTLINE, 8)
  const island = smoothClosed(ISLAND, 8)
  const islandLabel = buurten.findIndex(({ name }) => name === ISLAND_NAME)
  return (point) => {
    if (isInside(point, island)) return islandLabel
    if (!isInside(point, mainland)) return OUTSIDE
    const [x, y] = bend(point)
    const north = point[1] > riverAt(point[0])
    let nearest = OUTSIDE
    let distance = Number.POSITIVE_INFINITY
    buurten.forEach(({ at, size }, label) => {
      if (label === islandLabel || at[1] > riverAt(at[0]) !== north) return
      const candidate = Math.hypot(x - at[0], y - at[1]) / size
      if (candidate < distance) [nearest, distance] = [label, candidate]
    })
    return nearest
  }
}

function geometryOf(arcs: readonly Arc[], belongs: (label: number) => boolean): MultiPolygon {
  return { type: 'MultiPolygon', coordinates: outlineOf(arcs, belongs).map((rings) => rings.map((ring) => ring.map(toPosition))) }
}

function areasOf(buurten: readonly Planned[], arcs: readonly Arc[]): Area[] {
  const sum = (list: readonly Planned[]) => list.reduce((total, { inhabitants }) => total + inhabitants, 0)
  const gemeente: Area = {
    code: `GM${CODE}`,
    level: 'gemeente',
    name: NAME,
    parentCode: null,
    inhabitants: sum(buurten),
    geometry: geometryOf(arcs, (label) => label !== OUTSIDE),
  }
  const wijken = WIJKEN.map((_, wijkIndex): Area => {
    const members = buurten.filter((buurt) => buurt.wijkIndex === wijkIndex)
    const { code, name } = members[0]!.wijk
    const geometry = geometryOf(arcs, (label) => buurten[label]?.wijkIndex === wijkIndex)
    return { code, level: 'wijk', name, parentCode: gemeente.code, inhabitants: sum(members), geometry }
  })
  const own = buurten.map(({ code, name, wijk, inhabitants }, i): Area => {
    return { code, level: 'buurt', name, parentCode: wijk.code, inhabitants, geometry: geometryOf(arcs, (label) => label === i) }
  })
  return [gemeente, ...wijken, ...own]
}

/** Names for all streets of a wijk: every stem with every ending, in a seeded order. */
function streetNames(wijkIndex: number): string[] {
  const { stems, suffixes } = WIJKEN[wijkIndex]!
  const random = createRandom('street-names', wijkIndex)
  const names = stems.flatMap((stem) => suffixes.map((suffix) => ({ name: `${stem}${suffix}`, order: random.next() })))
  return names.sort((a, b) => a.order - b.order).map(({ name }) => name)
}

/** A gently bent line of 120 to 420 metres that stays clear of the border. Throws when the ring leaves no room for one. */
function streetLine(ring: readonly Point[], random: Random): [Point, Point, Point] {
  const xs = ring.map(([x]) => x)
  const ys = ring.map(([, y]) => y)
  const fits = (point: Point) => isInside(point, ring) && distanceToRing(point, ring) > STREET_MARGIN_KM
  for (let attempt = 0; attempt < 2_000; attempt++) {
    const middle: Point = [random.between(Math.min(...xs), Math.max(...xs)), random.between(Math.min(...ys), Math.max(...ys))]
    if (!fits(middle)) continue
    const half = random.between(0.06, 0.21) * (attempt < 1_000 ? 1 : 0.3)
    const [angle, turn] = [random.between(0, Math.PI), random.between(-0.35, 0.35)]
    const start: Point = [middle[0] - half * Math.cos(angle), middle[1] - half * Math.sin(angle)]
    const end: Point = [middle[0] + half * Math.cos(angle + turn), middle[1] + half * Math.sin(angle + turn)]
    const between: Point[] = [0.33, 0.66].flatMap((t) =>
      [start, end].map((to): Point => [middle[0] + t * (to[0] - middle[0]), middle[1] + t * (to[1] - middle[1])]),
    )
    if ([start, end, ...between].every(fits)) return [start, middle, end]
  }
  throw new RangeError(`streetLine: expected a ring with room for a street, found one of ${ring.length} points`)
}

function buurtOf(planned: Planned, names: readonly string[], ring: readonly Point[]): Buurt {
  const random = createRandom('streets', planned.code)
  const streets = names.map((name): Street => {
    const [start, middle, end] = streetLine(ring, random)
    return { name, areaCode: planned.code, line: [toPosition(start), toPosition(middle), toPosition(end)] }
  })
  const { code, name, wijk, inhabitants, square, park, school, shop } = planned
  return { code, name, wijk, inhabitants, streets, square, park, school, shop }
}

function placesOf(buurten: readonly Buurt[], areas: readonly Area[]): PlaceName[] {
  const at = (name: string, kind: PlaceName['kind'], areaCode: string, [lon, lat]: Position): PlaceName => ({
    name,
    kind,
    areaCode,
    lat,
    lon,
  })
  const own = buurten.flatMap((buurt) => {
    const middle = (street: number) => buurt.streets[street]!.line[1]
    return [
      ...buurt.streets.map(({ name, areaCode, line }) => at(name, 'street', areaCode, line[1])),
      at(buurt.square, 'square', buurt.code, middle(0)),
      at(buurt.park, 'park', buurt.code, middle(1)),
      at(buurt.school, 'school', buurt.code, middle(2)),
      at(buurt.shop, 'landmark', buurt.code, middle(3)),
    ]
  })
  const landmarks = LANDMARKS.map(({ name, kind, buurt }) => {
    const home = buurten.find((candidate) => candidate.name === buurt)
    if (!home) throw new RangeError(`LANDMARKS: expected the name of a buurt, found ${buurt}`)
    return at(name, kind, home.code, home.streets[4]!.line[1])
  })
  const named = areas.filter(({ level }) => level !== 'gemeente')
  return [
    ...own,
    ...landmarks,
    ...named.map(
      ({ name, level, code }): PlaceName => ({ name, kind: level === 'wijk' ? 'wijk' : 'buurt', areaCode: code, lat: null, lon: null }),
    ),
  ]
}

function build(): Town {
  const planned = plannedBuurten()
  const arcs = partition(labelling(planned))
  const areas = areasOf(planned, arcs)
  const names = WIJKEN.map((_, i) => streetNames(i))
  const buurten = planned.map((buurt, label) => {
    const [polygon] = outlineOf(arcs, (candidate) => candidate === label)
    return buurtOf(buurt, names[buurt.wijkIndex]!.splice(0, STREETS_PER_BUURT), polygon![0]!)
  })
  return { code: `GM${CODE}`, name: NAME, areas, places: placesOf(buurten, areas), buurten }
}

let known: Town | null = null

/** The town of every rehearsal, always the same: Lindehaven (GM9901), some 86,000 inhabitants, 7 wijken, 37 buurten. Built at first use. */
export function lindehaven(): Town {
  known ??= build()
  return known
}
