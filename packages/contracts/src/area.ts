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

/**
 * Where something is that so many messages (`all`, placed or not) tell of: the smallest buurt or wijk that holds at least half of them, given how
 * many each area has; null when they are spread over the municipality, or mostly without place.
 *
 * @example areaOfMost({ BU99010101: 2, BU99010102: 2 }, 6) // 'WK990101'
 */
export function areaOfMost(counts: Readonly<Record<string, number>>, all: number): string | null {
  const totals = new Map<string, number>()
  for (const [code, count] of Object.entries(counts))
    for (const within of areaChain(code)) totals.set(within, (totals.get(within) ?? 0) + count)
  const [best] = [...totals]
    .filter(([code, count]) => !code.startsWith('GM') && count > 0 && 2 * count >= all)
    .sort(([a, left], [b, right]) => areaChain(b).length - areaChain(a).length || right - left || (a < b ? -1 : 1))
  return best?.[0] ?? null
}
