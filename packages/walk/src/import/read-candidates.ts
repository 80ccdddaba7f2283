import { createHash } from 'node:crypto'
import { extname } from 'node:path'
import type { FieldError } from '@rumoer/contracts'
import { shownValue } from '../accept/check-message.ts'
import { readLines } from '../accept/read-lines.ts'
import { allBytes, type FileBytes, FileError, firstBytes } from './file-bytes.ts'
import type { Layout, Row } from './layout.ts'
import { OWN_LAYOUT } from './layout-own.ts'
import { SIGNALEN_EXPORT_LAYOUT } from './layout-signalen-export.ts'
import { SIGNALEN_PUBLIC_LAYOUT } from './layout-signalen-public.ts'
import { isMailName, openMails } from './read-mails.ts'
import { isSignalenZip, openSignalenZip } from './read-signalen-zip.ts'
import { openTable } from './read-table.ts'
import { openWorkbook } from './read-workbook.ts'
import { entriesOf, isZip } from './zip-entry.ts'

const LAYOUTS: readonly Layout[] = [OWN_LAYOUT, SIGNALEN_EXPORT_LAYOUT, SIGNALEN_PUBLIC_LAYOUT]
const MOST_GEOJSON = 400 * 1024 * 1024

/** One row as the file has it; `whole` is the JSON of a line of NDJSON, as it stands. */
export type OpenRow = { line: number; row: Row } & ({ whole?: unknown } | { error: FieldError })
export type OpenFile = { columns: string[]; rows: AsyncGenerator<OpenRow>; lastLine?: number; usual?: Layout }

/** One candidate message of a file, with the line it stands on (from 1) and the row as it stood there, or what is wrong with that line. */
export type Candidate = { line: number; row: Row } & ({ candidate: unknown } | { error: FieldError })

/**
 * Opens a file of messages: CSV (any separator, encoding of Dutch Excel included), XLSX, NDJSON, GeoJSON of Signalen's public map, or the zip of
 * Signalen's CSV export. The layout is recognised by the columns unless a mapping is given; null when they are of no known one.
 */
export async function openCandidates(
  file: FileBytes,
  mapping: Layout | null = null,
): Promise<{ columns: string[]; layout: Layout | null; rows: AsyncGenerator<Candidate>; lastLine: number | null }> {
  const { columns, rows, lastLine = null, usual = null } = await openRows(file)
  const layout = mapping ?? LAYOUTS.find((one) => one.fits(columns)) ?? usual
  return { columns, layout, lastLine, rows: candidatesOf(rows, layout, mapping !== null) }
}

/** The layout that was found. Throws with what was expected when there is none. */
export function expectLayout({ columns, layout }: { columns: readonly string[]; layout: Layout | null }): Layout {
  if (layout) return layout
  const known = LAYOUTS.map((one) => one.name).join(', ')
  throw new FileError(
    'layout',
    `line 1: ${shownValue(columns.join(','))}; expected the header of a known layout (${known}), or a mapping of its columns`,
  )
}

async function* candidatesOf(rows: AsyncGenerator<OpenRow>, layout: Layout | null, isMapped: boolean): AsyncGenerator<Candidate> {
  for await (const one of rows) {
    const { line, row } = one
    if ('error' in one) yield { line, row, error: one.error }
    else if ('whole' in one && !isMapped) yield { line, row, candidate: one.whole }
    else yield { line, row, candidate: layout ? layout.toMessage(row) : row }
  }
}

async function openRows(file: FileBytes): Promise<OpenFile> {
  const bytes = await firstBytes(file)
  if (isZip(bytes)) {
    const names = (await entriesOf(file)).map(({ name }) => name)
    if (isSignalenZip(names)) return openSignalenZip(file, names)
    return names.some(isMailName) ? openMails(file, names) : openWorkbook(file)
  }
  const start = new TextDecoder()
    .decode(bytes)
    .replace(/^\uFEFF/, '')
    .trimStart()
  if (isMailName(file.name)) return openMails(file)
  if (!start.startsWith('{')) return openTable(file)
  const isGeoJson = extname(file.name) === '.geojson' || /^\{\s*"type"\s*:\s*"FeatureCollection"/.test(start)
  return isGeoJson ? { columns: FEATURE_COLUMNS, rows: featureRows(file) } : openLines(file)
}

const LOOKED_AT_LINES = 50

/** NDJSON: its columns are the fields of its first lines, those inside another named with a dot. */
async function openLines(file: FileBytes): Promise<OpenFile> {
  const columns = new Set<string>()
  let looked = 0
  for await (const { row } of lineRows(file)) {
    for (const name of Object.keys(row)) columns.add(name)
    looked += 1
    if (looked >= LOOKED_AT_LINES) break
  }
  return { columns: [...columns], rows: lineRows(file), usual: OWN_LAYOUT }
}

async function* lineRows(file: FileBytes): AsyncGenerator<OpenRow> {
  for await (const line of readLines(file.open())) {
    const at = line.index + 1
    if ('error' in line) {
      yield { line: at, row: {}, error: { path: '', value: '', expected: line.error } }
      continue
    }
    try {
      const whole = JSON.parse(line.text) as unknown
      yield { line: at, row: flat(whole), whole }
    } catch {
      yield { line: at, row: {}, error: { path: '', value: shownValue(line.text), expected: 'expected one JSON object on the line' } }
    }
  }
}

/** `{"location": {"lat": 52.6}}` → `location.lat`, as a table would hold it. */
function flat(value: unknown, path = ''): Record<string, string> {
  if (value === null || value === undefined) return {}
  if (typeof value !== 'object' || Array.isArray(value))
    return { [path || 'waarde']: typeof value === 'string' ? value : JSON.stringify(value) }
  return Object.assign({}, ...Object.entries(value).map(([name, inner]) => flat(inner, path === '' ? name : `${path}.${name}`)))
}

type Feature = {
  geometry?: { coordinates?: unknown[] }
  properties?: { category?: { slug?: string; parent?: { slug?: string } }; created_at?: string }
}
const FEATURE_COLUMNS = ['id', 'created_at', 'category_slug', 'subcategory_slug', 'lat', 'lng']

/** Signalen's public geography has no ids: one is made of place, time and category. `line` counts features from 1. */
async function* featureRows(file: FileBytes): AsyncGenerator<OpenRow> {
  const { features } = JSON.parse((await allBytes(file, MOST_GEOJSON)).toString('utf8')) as { features: Feature[] }
  for (const [index, { geometry, properties }] of features.entries()) {
    const [lon, lat] = geometry?.coordinates ?? []
    const sub = properties?.category?.slug
    const id = createHash('sha256')
      .update(JSON.stringify([lon, lat, properties?.created_at, sub]))
      .digest('hex')
      .slice(0, 16)
    yield {
      line: index + 1,
      row: {
        id,
        created_at: properties?.created_at ?? '',
        category_slug: properties?.category?.parent?.slug ?? '',
        subcategory_slug: sub ?? '',
        lat: String(lat ?? ''),
        lng: String(lon ?? ''),
      },
    }
  }
}
