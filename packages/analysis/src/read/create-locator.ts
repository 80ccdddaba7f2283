import type { Area, AreaLevel } from '@rumoer/contracts'
import Flatbush from 'flatbush'

export type Locator = (lat: number, lon: number) => string | null

/** One polygon of an area: its rings in one flat array of lon, lat pairs; `starts` are offsets in numbers, with the end appended. */
type Shape = { code: string; rank: number; coordinates: Float64Array; starts: Int32Array }

const RANK: Readonly<Record<AreaLevel, number>> = { buurt: 0, wijk: 1, gemeente: 2 }

function shapesOf(areas: readonly Area[]): Shape[] {
  const shapes: Shape[] = []
  for (const area of areas) {
    for (const polygon of area.geometry?.coordinates ?? []) {
      const starts = [0]
      for (const ring of polygon) starts.push(starts.at(-1)! + 2 * ring.length)
      shapes.push({
        code: area.code,
        rank: RANK[area.level],
        coordinates: Float64Array.from(polygon.flatMap((ring) => ring.flatMap((point) => [point[0], point[1]]))),
        starts: Int32Array.from(starts),
      })
    }
  }
  return shapes
}

/** Even-odd over all rings at once, so that a hole counts as outside. A ring may or may not repeat its first point. */
function holds(shape: Shape, lat: number, lon: number): boolean {
  const { coordinates, starts } = shape
  let inside = false
  for (let ring = 0; ring + 1 < starts.length; ring++) {
    const from = starts[ring]!
    const to = starts[ring + 1]!
    for (let at = from, before = to - 2; at < to; before = at, at += 2) {
      const x = coordinates[at]!
      const y = coordinates[at + 1]!
      const beforeX = coordinates[before]!
      const beforeY = coordinates[before + 1]!
      if (y > lat !== beforeY > lat && lon < ((beforeX - x) * (lat - y)) / (beforeY - y) + x) inside = !inside
    }
  }
  return inside
}

function indexOf(shapes: readonly Shape[]): Flatbush | null {
  if (shapes.length === 0) return null
  const index = new Flatbush(shapes.length)
  for (const { coordinates } of shapes) {
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
    for (let at = 0; at < coordinates.length; at += 2) {
      west = Math.min(west, coordinates[at]!)
      east = Math.max(east, coordinates[at]!)
      south = Math.min(south, coordinates[at + 1]!)
      north = Math.max(north, coordinates[at + 1]!)
    }
    index.add(west, south, east, north)
  }
  index.finish()
  return index
}

/**
 * Builds a locator: latitude and longitude in WGS84 degrees to the code of the smallest area (buurt, else wijk, else gemeente) that
 * holds the point, or null. Holes are outside; a point on the western or southern edge is inside, on the eastern or northern edge
 * outside, so that of two neighbours exactly one holds it; of overlapping areas of one level the lower code wins. Areas without
 * geometry and coordinates that are no numbers give null. Source: even-odd rule (Shimrat 1962; Franklin's pnpoly) behind flatbush.
 * @example createLocator([])(52.99, 6.56) // null
 */
export function createLocator(areas: readonly Area[]): Locator {
  const shapes = shapesOf(areas)
  const index = indexOf(shapes)
  return (lat, lon) => {
    if (index === null || !Number.isFinite(lat) || !Number.isFinite(lon)) return null
    let best: Shape | null = null
    for (const at of index.search(lon, lat, lon, lat)) {
      const shape = shapes[at]!
      const isBetter = best === null || shape.rank < best.rank || (shape.rank === best.rank && shape.code < best.code)
      if (isBetter && holds(shape, lat, lon)) best = shape
    }
    return best?.code ?? null
  }
}
