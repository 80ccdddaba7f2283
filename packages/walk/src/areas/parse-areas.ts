import { type Area, areaChain, type MultiPolygon } from '@rumoer/contracts'
import proj4 from 'proj4'
import { z } from 'zod'

/** Rijksdriehoek (EPSG:28992) with its towgs84 shift; accurate to about a metre. */
const RD =
  '+proj=sterea +lat_0=52.15616055555555 +lon_0=5.38763888888889 +k=0.9999079 +x_0=155000 +y_0=463000 +ellps=bessel +towgs84=565.417,50.3319,465.552,-0.398957,0.343988,-1.8774,4.0725 +units=m +no_defs'
const fromRd = proj4(RD, 'WGS84')

const position = z.array(z.number()).min(2)
const geometry = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Polygon'), coordinates: z.array(z.array(position)) }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(z.array(position))) }),
])
const featureCollection = z.object({
  type: z.literal('FeatureCollection'),
  crs: z.object({ properties: z.object({ name: z.string().optional() }).optional() }).optional(),
  features: z.array(z.object({ properties: z.record(z.string(), z.unknown()), geometry: z.unknown() })),
})
const signalenArea = z.array(z.object({ name: z.string(), code: z.string(), bbox: z.array(z.number()).length(4).optional() }))

/** Property names of CBS, PDOK (old shapefiles included) and cities, per level. */
const CODES = {
  buurt: ['buurtcode', 'BU_CODE', 'bu_code', 'cbsCode', 'statcode'],
  wijk: ['wijkcode', 'WK_CODE', 'wk_code', 'cbsCode', 'statcode'],
  gemeente: ['gemeentecode', 'GM_CODE', 'gm_code', 'statcode'],
} as const
const NAMES = {
  buurt: ['buurtnaam', 'BU_NAAM', 'bu_naam', 'statnaam', 'naam'],
  wijk: ['wijknaam', 'WK_NAAM', 'wk_naam', 'statnaam', 'naam'],
  gemeente: ['gemeentenaam', 'GM_NAAM', 'gm_naam', 'statnaam', 'naam'],
} as const
const INHABITANTS = ['inwoners', 'aantalInwoners', 'aantal_inwoners', 'AANT_INW', 'aant_inw']
const PATTERN = { buurt: /^BU\d{4}[0-9A-Z]{4}$/, wijk: /^WK\d{4}[0-9A-Z]{2}$/, gemeente: /^GM\d{4}$/ } as const

export type ParsedAreas = {
  areas: Area[]
  /** What was left out, each with its place in the file, the value and what was expected. */
  problems: string[]
}

/**
 * Reads areas from CBS/PDOK GeoJSON (WGS84 or EPSG:28992, told by its crs member or by the size of its numbers) or from a Signalen areas list
 * (boxes only). Wijken and the gemeente that only appear as codes of their buurten are added with the outlines of those buurten.
 * Water areas (`water: JA`) are left out. Throws when the file is neither.
 */
export function parseAreas(json: unknown): ParsedAreas {
  const collection = featureCollection.safeParse(json)
  if (collection.success) return fromGeoJson(collection.data)
  const list = signalenArea.safeParse(json)
  if (list.success) return fromSignalen(list.data)
  throw new Error('areas: expected a GeoJSON FeatureCollection of CBS/PDOK areas or a Signalen list of areas')
}

const firstText = (properties: Record<string, unknown>, names: readonly string[]): string | null => {
  for (const name of names) {
    const value = properties[name]
    if (typeof value === 'string' && value.trim() !== '') return value.trim()
  }
  return null
}

function fromGeoJson({ crs, features }: z.infer<typeof featureCollection>): ParsedAreas {
  const named28992 = crs?.properties?.name?.includes('28992') ?? false
  const found = new Map<string, Area>()
  const problems: string[] = []
  const parents = new Map<string, string>()
  features.forEach((feature, index) => {
    if (String(feature.properties['water'] ?? '').toUpperCase() === 'JA') return
    const area = areaOf(feature, named28992)
    if (typeof area === 'string') {
      problems.push(`features[${index}]: ${area}`)
      return
    }
    const known = found.get(area.code)
    found.set(area.code, known ? joined(known, area) : area)
    for (const level of ['wijk', 'gemeente'] as const) {
      const code = firstText(feature.properties, CODES[level].slice(0, 3))
      const name = firstText(feature.properties, NAMES[level].slice(0, 3))
      if (code && name && PATTERN[level].test(code)) parents.set(code, name)
    }
  })
  return { areas: withParents([...found.values()], parents), problems }
}

function areaOf(feature: { properties: Record<string, unknown>; geometry: unknown }, named28992: boolean): Area | string {
  const shape = geometry.safeParse(feature.geometry)
  if (!shape.success) return 'geometry: expected a Polygon or MultiPolygon'
  for (const level of ['buurt', 'wijk', 'gemeente'] as const) {
    const code = firstText(feature.properties, CODES[level])
    if (!code || !PATTERN[level].test(code)) continue
    const polygons = shape.data.type === 'Polygon' ? [shape.data.coordinates] : shape.data.coordinates
    const inhabitants = INHABITANTS.map((name) => feature.properties[name]).find((value): value is number => typeof value === 'number')
    return {
      code,
      level,
      name: firstText(feature.properties, NAMES[level]) ?? code,
      parentCode: areaChain(code)[1] ?? null,
      inhabitants: inhabitants === undefined || inhabitants < 0 ? null : Math.round(inhabitants),
      geometry: { type: 'MultiPolygon', coordinates: toWgs84(polygons, named28992) },
    }
  }
  return `properties: ${Object.keys(feature.properties).slice(0, 6).join(', ')}; expected a CBS code such as buurtcode BU01060001`
}

function toWgs84(polygons: number[][][][], named28992: boolean): MultiPolygon['coordinates'] {
  const [x = 0, y = 0] = polygons[0]?.[0]?.[0] ?? []
  const metres = named28992 || Math.abs(x) > 180 || Math.abs(y) > 90
  const convert = (at: number[]): [number, number] => {
    const [lon, lat] = metres ? fromRd.forward([at[0]!, at[1]!]) : [at[0]!, at[1]!]
    return [lon!, lat!]
  }
  return polygons.map((rings) => rings.map((ring) => ring.map(convert)))
}

const joined = (one: Area, other: Area): Area => ({
  ...one,
  geometry: { type: 'MultiPolygon', coordinates: [...(one.geometry?.coordinates ?? []), ...(other.geometry?.coordinates ?? [])] },
})

function withParents(areas: Area[], names: ReadonlyMap<string, string>): Area[] {
  const all = new Map(areas.map((area) => [area.code, area]))
  for (const [level, childLevel] of [
    ['wijk', 'buurt'],
    ['gemeente', 'wijk'],
  ] as const) {
    for (const child of [...all.values()].filter((area) => area.level === childLevel && area.parentCode)) {
      const code = child.parentCode!
      const parent = all.get(code)
      if (parent && areas.includes(parent)) continue
      const sum = parent?.inhabitants ?? 0
      all.set(code, {
        code,
        level,
        name: names.get(code) ?? code,
        parentCode: areaChain(code)[1] ?? null,
        inhabitants: sum + (child.inhabitants ?? 0),
        geometry: { type: 'MultiPolygon', coordinates: [...(parent?.geometry?.coordinates ?? []), ...(child.geometry?.coordinates ?? [])] },
      })
    }
  }
  return [...all.values()].sort((a, b) => a.code.localeCompare(b.code))
}

function fromSignalen(list: z.infer<typeof signalenArea>): ParsedAreas {
  const problems: string[] = []
  const found = new Map<string, Area>()
  list.forEach(({ name, code, bbox }, index) => {
    const level = (Object.keys(PATTERN) as (keyof typeof PATTERN)[]).find((one) => PATTERN[one].test(code))
    if (!level) {
      problems.push(`[${index}].code: ${code.slice(0, 80)}; expected a CBS code such as BU01060001`)
      return
    }
    const known = found.get(code)
    if (known && known.name.length <= name.length) return
    const [west, south, east, north] = bbox ?? []
    const box =
      bbox === undefined
        ? null
        : [
            [
              [west!, south!],
              [east!, south!],
              [east!, north!],
              [west!, north!],
              [west!, south!],
            ] as [number, number][],
          ]
    found.set(code, {
      code,
      level,
      name,
      parentCode: areaChain(code)[1] ?? null,
      inhabitants: null,
      geometry: box ? { type: 'MultiPolygon', coordinates: [box] } : null,
    })
  })
  return { areas: [...found.values()].sort((a, b) => a.code.localeCompare(b.code)), problems }
}
