import { z } from 'zod'
import { areaCode } from './primitives.ts'

export const AREA_LEVELS = ['gemeente', 'wijk', 'buurt'] as const
export const areaLevel = z.enum(AREA_LEVELS)
export type AreaLevel = z.infer<typeof areaLevel>

const ring = z.array(z.tuple([z.number(), z.number()]).rest(z.number())).min(4)

/** GeoJSON MultiPolygon in WGS84, longitude first. */
export const multiPolygon = z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(ring).min(1)) })
export type MultiPolygon = z.infer<typeof multiPolygon>

export const area = z.object({
  code: areaCode,
  level: areaLevel,
  name: z.string(),
  /** Code of the wijk (for a buurt) or gemeente (for a wijk). */
  parentCode: areaCode.nullable(),
  inhabitants: z.int().nonnegative().nullable(),
  geometry: multiPolygon.nullable(),
})
export type Area = z.infer<typeof area>

/** A place name that residents use, and the area it lies in. */
export const placeName = z.object({
  name: z.string(),
  kind: z.enum(['street', 'square', 'park', 'school', 'station', 'landmark', 'buurt', 'wijk', 'postcode']),
  areaCode,
  lat: z.number().nullable(),
  lon: z.number().nullable(),
})
export type PlaceName = z.infer<typeof placeName>

/** `BU01060001` → `['BU01060001', 'WK010600', 'GM0106']`; a wijk or gemeente gives its own shorter chain. */
export function areaChain(code: string): string[] {
  const chain = [code]
  if (code.startsWith('BU')) chain.push(`WK${code.slice(2, 8)}`)
  if (!code.startsWith('GM')) chain.push(`GM${code.slice(2, 6)}`)
  return chain
}
