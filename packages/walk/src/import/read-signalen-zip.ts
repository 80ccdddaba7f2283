import type { FileBytes } from './file-bytes.ts'
import { type Row, tableNumber } from './layout.ts'
import { openTable, type Table } from './read-table.ts'
import { zipEntry } from './zip-entry.ts'

/** What is joined to a melding, by the id that it refers to: the row that counts now. Earlier rows of its history are passed over. */
const JOINED = {
  'locations.csv': { by: 'location_id', take: ['lat', 'lng', 'address_text', 'area_code'] },
  'categories.csv': { by: 'category_assignment_id', take: ['main', 'sub'] },
  'statuses.csv': { by: 'status_id', take: ['state', 'created_at'] },
} as const
type JoinedName = keyof typeof JOINED
const NAMES = Object.keys(JOINED) as JoinedName[]

const MAIN = 'signals.csv'
/** How many coordinates tell which way the axes stand. */
const SAMPLE = 500

export const isSignalenZip = (names: readonly string[]): boolean => names.some((name) => baseOf(name) === MAIN)

const baseOf = (name: string) => name.split('/').at(-1)!

/**
 * Signalen's CSV export in one zip: meldingen with their present place, category and status. Reporters, notes and opinions in it are never opened.
 * Signalen writes x under `lat` and y under `lng`; other exports do not: the first coordinates tell for all rows.
 */
export async function openSignalenZip(file: FileBytes, names: readonly string[]): Promise<Table> {
  const entry = (base: string) => names.find((name) => baseOf(name) === base)
  const signals = await openTable(zipEntry(file, entry(MAIN)!))
  const joined = new Map<JoinedName, Map<string, Row>>()
  for (const name of NAMES) {
    const inside = entry(name)
    joined.set(name, inside === undefined ? new Map() : await rowsById(zipEntry(file, inside), JOINED[name].take))
  }
  const turned = areAxesTurned([...joined.get('locations.csv')!.values()])
  const columns = [...signals.columns, 'lat', 'lng', 'address_text', 'area_code', 'main', 'sub', 'state', 'state_at']
  return { columns: [...new Set(columns)], rows: joinedRows(signals.rows, joined, turned) }
}

async function* joinedRows(
  signals: Table['rows'],
  joined: ReadonlyMap<JoinedName, ReadonlyMap<string, Row>>,
  turned: boolean,
): Table['rows'] {
  for await (const { line, row } of signals) {
    const found = (name: JoinedName): Row => joined.get(name)!.get(row[JOINED[name].by] ?? '') ?? {}
    const { lat = '', lng = '', address_text = '', area_code = '' } = found('locations.csv')
    const { main = '', sub = '' } = found('categories.csv')
    const { state = '', created_at: state_at = '' } = found('statuses.csv')
    const point = turned ? { lat: lng, lng: lat } : { lat, lng }
    yield { line, row: { ...row, ...point, address_text, area_code, main, sub, state, state_at } }
  }
}

async function rowsById(file: FileBytes, take: readonly string[]): Promise<Map<string, Row>> {
  const found = new Map<string, Row>()
  for await (const { row } of (await openTable(file)).rows)
    found.set(row['id'] ?? '', Object.fromEntries(take.map((name) => [name, row[name] ?? ''])))
  return found
}

/** In the Netherlands the latitude is the larger of the two, by far. */
function areAxesTurned(locations: readonly Row[]): boolean {
  let turned = 0
  let right = 0
  for (const { lat, lng } of locations) {
    const [north, east] = [tableNumber(lat), tableNumber(lng)]
    if (typeof north !== 'number' || typeof east !== 'number') continue
    if (north < east) turned += 1
    else right += 1
    if (turned + right >= SAMPLE) break
  }
  return turned > right
}
