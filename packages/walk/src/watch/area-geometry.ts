import type { Area } from '@rumoer/contracts'

const METRES_PER_DEGREE = 111_320
/** Middle of the Netherlands: over one municipality the difference is some tenths of a per cent. */
const COSINE = Math.cos((52.2 * Math.PI) / 180)

/** Coordinates in metres on a flat map that is good for one municipality. */
export const onFlatMap = ({ lat, lon }: { lat: number; lon: number }): { x: number; y: number } => ({
  x: lon * METRES_PER_DEGREE * COSINE,
  y: lat * METRES_PER_DEGREE,
})

/** Middle of the outline of an area; null without one. */
export function centreOf({ geometry }: Pick<Area, 'geometry'>): { x: number; y: number } | null {
  const corners = (geometry?.coordinates ?? []).flatMap(([outline]) => outline?.slice(1) ?? [])
  if (corners.length === 0) return null
  const sum = corners.reduce((total, [lon, lat]) => ({ lon: total.lon + lon, lat: total.lat + lat }), { lon: 0, lat: 0 })
  return onFlatMap({ lat: sum.lat / corners.length, lon: sum.lon / corners.length })
}
