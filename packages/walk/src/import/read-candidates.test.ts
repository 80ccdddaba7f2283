import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkMessage } from '../accept/check-message.ts'
import { fileOnDisk } from './file-bytes.ts'
import { mappedLayout } from './layout-mapping.ts'
import { type Candidate, expectLayout, openCandidates } from './read-candidates.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rumoer-import-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function candidates(name: string, bytes: string | Uint8Array, mapping?: unknown): Promise<Candidate[]> {
  const path = join(folder, name)
  await writeFile(path, bytes)
  const opened = await openCandidates(await fileOnDisk(path), mapping === undefined ? null : mappedLayout(mapping))
  expectLayout(opened)
  return Array.fromAsync(opened.rows)
}

/** What Excel writes as "CSV (MS-DOS)" and friends in Dutch: one byte per letter. */
const windows1252 = (text: string) => Uint8Array.from(text, (letter) => (letter === '€' ? 0x80 : letter.charCodeAt(0)))

const HEADER = 'externalId;kind;channel;createdAt;text;lat;lon;closedAt'

test('a table from Dutch Excel is read: semicolons, windows-1252, decimal commas and local times', async () => {
  const [row] = await candidates(
    'excel.csv',
    windows1252(`${HEADER}\r\nA1;melding;form;24-11-2026 14:10;"Café aan de coöperatie; € 5";52,605;5,305;25-11-2026\r\n`),
  )
  expect(row).toMatchObject({
    line: 2,
    candidate: {
      externalId: 'A1',
      kind: 'melding',
      channel: 'form',
      createdAt: '2026-11-24T13:10:00.000Z',
      text: 'Café aan de coöperatie; € 5',
      location: { lat: 52.605, lon: 5.305 },
      closedAt: '2026-11-25',
    },
  })
})

test('a byte order mark is no part of the first name, and quoted lines keep the line numbers right', async () => {
  const rows = await candidates(
    'bom.csv',
    `\uFEFF${HEADER}\n1;melding;form;2026-11-24T14:10:00Z;"eerste\nregel";;;\n2;melding;form;nooit;kort;;;\n`,
  )
  expect(rows.map(({ line }) => line)).toEqual([2, 4])
  const second = rows[1] as { candidate: unknown }
  const checked = checkMessage(second.candidate)
  expect(checked).toMatchObject({
    ok: false,
    errors: [{ path: 'createdAt', value: 'nooit', expected: expect.stringContaining('RFC 3339') }],
  })
})

test('a mapping names columns and fixed values', async () => {
  const mapping = { externalId: 'Nr', kind: { value: 'contact' }, channel: { value: 'telephone' }, createdAt: 'Datum', text: 'Vraag' }
  const [row] = await candidates('kcc.csv', 'Nr,Datum,Vraag\n7,2026-11-24 09:00,Waar blijft mijn paspoort?\n', mapping)
  expect(row).toMatchObject({
    candidate: { externalId: '7', kind: 'contact', createdAt: '2026-11-24T08:00:00.000Z', text: 'Waar blijft mijn paspoort?' },
  })
})

test('a mapping with a field that does not exist is refused, naming it', () => {
  expect(() => mappedLayout({ externalId: 'Nr', kind: { value: 'contact' }, channel: 'k', createdAt: 'd', colour: 'x' })).toThrow('colour')
})

test('a header of no known layout is refused with the layouts that are known', async () => {
  await expect(candidates('other.csv', 'a,b,c\n1,2,3\n')).rejects.toThrow('expected the header of a known layout')
})

test('a line of NDJSON that is no JSON is told with its number, and the others go on', async () => {
  const rows = await candidates('rows.ndjson', '{"externalId":"1"}\n{stuk}\n{"externalId":"2"}\n')
  expect(rows).toMatchObject([
    { line: 1, candidate: { externalId: '1' } },
    { line: 2, error: { path: '', value: '{stuk}', expected: 'expected one JSON object on the line' } },
    { line: 3, candidate: { externalId: '2' } },
  ])
})

test('axes that are swapped in Signalen’s own export are turned', async () => {
  const [row] = await candidates(
    'signals.csv',
    'id,signal_uuid,source,text,created_at,updated_at,lat,lng\n1,u-1,online,Gat in de weg,2026-11-24T08:00:00Z,2026-11-24T08:00:00Z,5.305,52.605\n',
  )
  expect(row).toMatchObject({ candidate: { location: { lat: 52.605, lon: 5.305 } } })
})

const ASSEN = fileURLToPath(new URL('../../../../../shared/data/meldingen-assen/meldingen.csv', import.meta.url))
test.skipIf(!existsSync(ASSEN))('each of the 3,024 meldingen of Assen is a valid message, 282 of them open', async () => {
  const { layout, rows } = await openCandidates(await fileOnDisk(ASSEN))
  expect(layout?.name).toBe('signalen-public')
  let open = 0
  let count = 0
  for await (const row of rows) {
    const checked = checkMessage((row as { candidate: unknown }).candidate)
    expect(checked).toMatchObject({ ok: true })
    count += 1
    if (checked.ok && checked.message.closedAt === undefined) open += 1
  }
  expect([count, open]).toEqual([3_024, 282])
})
