import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import type { FieldError } from '@rumoer/contracts'
import { shownValue } from '../accept/check-message.ts'
import { readLines } from '../accept/read-lines.ts'
import type { Layout } from './layout.ts'
import { OWN_LAYOUT } from './layout-own.ts'
import { SIGNALEN_EXPORT_LAYOUT } from './layout-signalen-export.ts'
import { SIGNALEN_PUBLIC_LAYOUT } from './layout-signalen-public.ts'
import { delimiterOf, readTable, startOf } from './read-table.ts'

export const LAYOUTS: readonly Layout[] = [OWN_LAYOUT, SIGNALEN_EXPORT_LAYOUT, SIGNALEN_PUBLIC_LAYOUT]

/** One candidate message of a file, with the line it stands on (from 1), or what is wrong with that line. */
export type Candidate = { line: number } & ({ candidate: unknown } | { error: FieldError })

/**
 * Opens a file of messages: CSV (any separator, encoding of Dutch Excel included), NDJSON, or GeoJSON of Signalen's public map.
 * The layout is recognised by the header unless a mapping is given. Throws when the header is of no known layout.
 */
export async function openCandidates(
  path: string,
  mapping: Layout | null = null,
): Promise<{ layout: Layout; rows: AsyncGenerator<Candidate> }> {
  const start = (await startOf(path)).replace(/^\uFEFF/, '').trimStart()
  if (start.startsWith('{')) {
    const isGeoJson = extname(path) === '.geojson' || /^\{\s*"type"\s*:\s*"FeatureCollection"/.test(start)
    return isGeoJson
      ? { layout: GEOJSON_LAYOUT, rows: featureRows(path) }
      : { layout: mapping ?? OWN_LAYOUT, rows: lineRows(path, mapping) }
  }
  const [header = ''] = start.split(/\r?\n/, 1)
  const fields = header.split(delimiterOf(header)).map((field) => field.trim().replaceAll(/^"|"$/g, ''))
  const layout = mapping ?? LAYOUTS.find((one) => one.fits(fields))
  if (!layout) {
    throw new Error(
      `line 1: ${shownValue(header)}; expected the header of a known layout (${LAYOUTS.map((one) => one.name).join(', ')}), or a --mapping`,
    )
  }
  return { layout, rows: tableRows(path, layout) }
}

async function* tableRows(path: string, layout: Layout): AsyncGenerator<Candidate> {
  for await (const { line, row } of readTable(path)) yield { line, candidate: layout.toMessage(row) }
}

async function* lineRows(path: string, mapping: Layout | null): AsyncGenerator<Candidate> {
  for await (const line of readLines(createReadStream(path))) {
    const at = line.index + 1
    if ('error' in line) {
      yield { line: at, error: { path: '', value: '', expected: line.error } }
      continue
    }
    try {
      const candidate = JSON.parse(line.text) as unknown
      yield { line: at, candidate: mapping ? mapping.toMessage(candidate as Record<string, string>) : candidate }
    } catch {
      yield { line: at, error: { path: '', value: shownValue(line.text), expected: 'expected one JSON object on the line' } }
    }
  }
}

const GEOJSON_LAYOUT: Layout = { ...SIGNALEN_PUBLIC_LAYOUT, name: 'signalen-geography' }

type Feature = {
  geometry?: { coordinates?: unknown[] }
  properties?: { category?: { slug?: string; parent?: { slug?: string } }; created_at?: string }
}

/** Signalen's public geography has no ids: one is made of place, time and category. `line` counts features from 1. */
async function* featureRows(path: string): AsyncGenerator<Candidate> {
  const { features } = JSON.parse(await readFile(path, 'utf8')) as { features: Feature[] }
  for (const [index, { geometry, properties }] of features.entries()) {
    const [lon, lat] = geometry?.coordinates ?? []
    const main = properties?.category?.parent?.slug
    const sub = properties?.category?.slug
    const externalId = createHash('sha256')
      .update(JSON.stringify([lon, lat, properties?.created_at, sub]))
      .digest('hex')
      .slice(0, 16)
    yield {
      line: index + 1,
      candidate: {
        externalId,
        kind: 'melding',
        channel: 'form',
        createdAt: properties?.created_at,
        text: '',
        location: { lat, lon },
        category: { main, sub },
      },
    }
  }
}
