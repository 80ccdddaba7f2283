import type { Area } from '@rumoer/contracts'
import { geoIdentity, geoPath } from 'd3-geo'
import type { Feature, MultiPolygon } from 'geojson'

export type DrawnArea = { area: Area; path: string; x: number; y: number; size: number }
/** Areas as paths in a box, and where a point of the land lies in that box. */
export type DrawnMap = { areas: DrawnArea[]; place: (lon: number, lat: number) => { x: number; y: number } | null }

/** WGS84 to a flat plane: longitude shrinks with the cosine of the middle latitude, which is exact enough for one municipality. */
function flatten(area: Area, cosine: number): Feature<MultiPolygon> {
  const coordinates = (area.geometry?.coordinates ?? []).map((polygon) =>
    polygon.map((ring) => ring.map(([lon, lat]) => [lon * cosine, lat] as [number, number])),
  )
  return { type: 'Feature', properties: null, geometry: { type: 'MultiPolygon', coordinates } }
}

function middleLatitude(areas: readonly Area[]): number {
  let low = 90
  let high = -90
  for (const area of areas) {
    for (const polygon of area.geometry?.coordinates ?? []) {
      for (const [, lat] of polygon[0] ?? []) {
        low = Math.min(low, lat)
        high = Math.max(high, lat)
      }
    }
  }
  return (low + high) / 2
}

const NOTHING: DrawnMap = { areas: [], place: () => null }

/** Areas that fill a box of `width` × `height`; areas without a shape are left out. */
export function drawMap(areas: readonly Area[], width: number, height: number): DrawnMap {
  const shaped = areas.filter((area) => area.geometry !== null)
  if (shaped.length === 0) return NOTHING
  const cosine = Math.cos((middleLatitude(shaped) * Math.PI) / 180)
  const features = shaped.map((area) => flatten(area, cosine))
  const projection = geoIdentity()
    .reflectY(true)
    .fitExtent(
      [
        [2, 2],
        [width - 2, height - 2],
      ],
      { type: 'FeatureCollection', features },
    )
  const path = geoPath(projection).digits(1)
  return {
    areas: shaped.map((area, at) => {
      const feature = features[at]!
      const [x, y] = path.centroid(feature)
      return { area, path: path(feature) ?? '', x, y, size: Math.sqrt(path.area(feature)) }
    }),
    place(lon, lat) {
      const found = projection([lon * cosine, lat])
      return found && { x: found[0], y: found[1] }
    },
  }
}

export const drawAreas = (areas: readonly Area[], width: number, height: number): DrawnArea[] => drawMap(areas, width, height).areas
