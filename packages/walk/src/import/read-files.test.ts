import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { checkMessage } from '../accept/check-message.ts'
import { type FileBytes, FileError } from './file-bytes.ts'
import { guessMapping } from './guess-mapping.ts'
import type { Row } from './layout.ts'
import { mappedLayout } from './layout-mapping.ts'
import { openCandidates } from './read-candidates.ts'

/** A file in memory, given in small pieces as a network would. */
function fileOf(name: string, bytes: Uint8Array): FileBytes {
  return {
    name,
    size: bytes.length,
    async *open() {
      for (let at = 0; at < bytes.length; at += 1_000) yield bytes.slice(at, at + 1_000)
    },
  }
}

const cell = (ref: string, value: string | number, style = 0) =>
  typeof value === 'number'
    ? `<c r="${ref}" s="${style}"><v>${value}</v></c>`
    : `<c r="${ref}" t="inlineStr"><is><t xml:space="preserve">${value}</t></is></c>`

/** The least that is an Excel workbook: one sheet, and a style (1) for dates. */
function workbook(rows: readonly string[]): Uint8Array {
  const xml = (text: string) => strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${text}`)
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const packed = 'http://schemas.openxmlformats.org/package/2006'
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  return zipSync({
    '[Content_Types].xml': xml(
      `<Types xmlns="${packed}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${type}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/></Types>`,
    ),
    '_rels/.rels': xml(
      `<Relationships xmlns="${packed}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    'xl/workbook.xml': xml(
      `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Blad1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': xml(
      `<Relationships xmlns="${packed}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    ),
    'xl/styles.xml': xml(
      `<styleSheet xmlns="${main}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="22" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    ),
    'xl/worksheets/sheet1.xml': xml(
      `<worksheet xmlns="${main}"><sheetData>${rows.map((row, at) => `<row r="${at + 1}">${row}</row>`).join('')}</sheetData></worksheet>`,
    ),
  })
}

const MAPPING = { externalId: 'Nr', kind: 'Soort', channel: 'Kanaal', createdAt: 'Datum', text: 'Vraag', lat: 'Breedte', lon: 'Lengte' }

test('an Excel workbook is read: its dates are Dutch wall-clock times, empty rows are passed over, and lines are those of the sheet', async () => {
  const bytes = workbook([
    ['Nr', 'Soort', 'Kanaal', 'Datum', 'Vraag', 'Breedte', 'Lengte'].map((name, at) => cell(`${'ABCDEFG'[at]}1`, name)).join(''),
    '',
    // 46350 is 24 November 2026; a quarter past nine in the morning.
    cell('A3', 17) +
      cell('B3', 'Contactmoment') +
      cell('C3', 'Live chat') +
      cell('D3', 46350 + 9.25 / 24, 1) +
      cell('E3', 'Wanneer komt de glasbak?') +
      cell('F3', 52.605) +
      cell('G3', 5.305),
  ])
  const { rows, columns } = await openCandidates(fileOf('vragen.xlsx', bytes), mappedLayout(MAPPING))
  const [row, ...more] = await Array.fromAsync(rows)
  expect(columns).toEqual(['Nr', 'Soort', 'Kanaal', 'Datum', 'Vraag', 'Breedte', 'Lengte'])
  expect(more).toEqual([])
  expect(row).toMatchObject({
    line: 3,
    candidate: {
      externalId: '17',
      kind: 'contact',
      channel: 'chat',
      createdAt: '2026-11-24T08:15:00.000Z',
      text: 'Wanneer komt de glasbak?',
      location: { lat: 52.605, lon: 5.305 },
    },
  })
})

test('a zip that is no workbook is refused as such, and so is one that is cut off', async () => {
  await expect(openCandidates(fileOf('a.xlsx', zipSync({ 'brief.txt': strToU8('Beste') })))).rejects.toThrow(FileError)
  const whole = workbook([cell('A1', 'Nr')])
  await expect(openCandidates(fileOf('b.xlsx', whole.slice(0, 700)))).rejects.toThrow(FileError)
})

test('a zip that grows beyond measure is not opened', async () => {
  const bomb = zipSync({ 'xl/a.xml': new Uint8Array(24 * 1024 * 1024) })
  await expect(openCandidates(fileOf('bom.xlsx', bomb))).rejects.toMatchObject({ reason: 'too-large' })
})

const lines = (...rows: string[]) => strToU8(`${rows.join('\r\n')}\r\n`)
const SIGNALEN = {
  'signals.csv': lines(
    'id,signal_uuid,source,text,text_extra,created_at,updated_at,category_assignment_id,location_id,reporter_id,status_id',
    '1,u-1,Telefoon – CCA,Gat in de weg,,2026-11-20T08:00:00+01:00,2026-11-24T08:00:00+01:00,12,21,9,32',
    '2,u-2,online,Lamp stuk,Al weken,2026-11-21T08:00:00+01:00,2026-11-21T08:00:00+01:00,13,22,9,33',
  ),
  // x stands under lat, as Signalen writes it.
  'locations.csv': lines(
    'id,lat,lng,address_text,area_code,_signal_id',
    '21,5.305,52.605,Havenkade 1,BU99010101,1',
    '22,5.306,52.606,Havenkade 9,eigen-7,2',
  ),
  'categories.csv': lines(
    'id,main,sub,departments,_signal_id',
    '11,Afval,Container is vol,A,1',
    '12,"Wegen, verkeer, straatmeubilair","Onderhoud stoep, straat en fietspad",W,1',
    '13,"Wegen, verkeer, straatmeubilair",Lantaarnpaal,W,2',
  ),
  'statuses.csv': lines(
    'id,text,state,created_at,_signal_id',
    '31,Gemeld,m,2026-11-20T08:00:00+01:00,1',
    '32,Klaar,o,2026-11-23T08:00:00+01:00,1',
    '33,Gemeld,m,2026-11-21T08:00:00+01:00,2',
  ),
  'reporters.csv': lines('id,email,phone,_signal_id', '9,iemand@example.org,0612345678,1'),
}

test('the zip of Signalen’s export is joined: present place, category and status, axes turned, and nothing of who reported', async () => {
  const { layout, rows } = await openCandidates(fileOf('export.zip', zipSync(SIGNALEN)))
  const read = (await Array.fromAsync(rows)) as { candidate: unknown; row: Row }[]
  expect(layout?.name).toBe('signalen-export')
  expect(read.map(({ candidate }) => candidate)).toEqual([
    {
      externalId: 'u-1',
      kind: 'melding',
      channel: 'telephone',
      createdAt: '2026-11-20T07:00:00.000Z',
      updatedAt: '2026-11-24T07:00:00.000Z',
      closedAt: '2026-11-23T07:00:00.000Z',
      text: 'Gat in de weg',
      location: { lat: 52.605, lon: 5.305, address: 'Havenkade 1', areaCode: 'BU99010101' },
      category: { main: 'wegen-verkeer-straatmeubilair', sub: 'onderhoud-stoep-straat-en-fietspad' },
    },
    {
      externalId: 'u-2',
      kind: 'melding',
      channel: 'form',
      createdAt: '2026-11-21T07:00:00.000Z',
      updatedAt: '2026-11-21T07:00:00.000Z',
      text: 'Lamp stuk\nAl weken',
      location: { lat: 52.606, lon: 5.306, address: 'Havenkade 9' },
      category: { main: 'wegen-verkeer-straatmeubilair', sub: 'lantaarnpaal' },
    },
  ])
  for (const { candidate } of read) expect(checkMessage(candidate)).toMatchObject({ ok: true })
  expect(JSON.stringify(read)).not.toMatch(/example\.org|0612345678/)
})

test('an export whose axes stand right is left as it is', async () => {
  const right = { ...SIGNALEN, 'locations.csv': lines('id,lat,lng', '21,52.605,5.305', '22,52.606,5.306') }
  const { rows } = await openCandidates(fileOf('export.zip', zipSync(right)))
  expect((await Array.fromAsync(rows)).map((row) => 'candidate' in row && row.candidate)).toMatchObject([
    { location: { lat: 52.605, lon: 5.305 } },
    { location: { lat: 52.606, lon: 5.306 } },
  ])
})

const EML = (id: number, more = '') =>
  strToU8(
    `From: bea@example.org\r\nSubject: Lamp ${id}\r\nDate: Tue, 24 Nov 2026 15:10:00 +0100\r\nMessage-ID: <${id}@x>\r\n${more}\r\nStuk.\r\n`,
  )

test('an .eml file is a mail, a zip of them as many, and automatic answers are passed over', async () => {
  const one = await openCandidates(fileOf('klacht.eml', EML(1)))
  expect(await Array.fromAsync(one.rows)).toMatchObject([
    {
      line: 1,
      candidate: { externalId: '<1@x>', kind: 'mail', channel: 'email', createdAt: '2026-11-24T14:10:00.000Z', text: 'Lamp 1\nStuk.' },
    },
  ])
  const zip = zipSync({
    'map/a.eml': EML(2),
    'map/b.eml': EML(3, 'Auto-Submitted: auto-replied\r\n'),
    'map/c.EML': EML(4),
    'lees.txt': strToU8('x'),
  })
  const { rows, lastLine } = await openCandidates(fileOf('mails.zip', zip))
  expect(lastLine).toBe(3)
  expect((await Array.fromAsync(rows)).map((row) => 'candidate' in row && row.candidate)).toMatchObject([
    { externalId: '<2@x>' },
    { externalId: '<4@x>' },
  ])
})

test('a row without a number of its own is known again by what stands in it', async () => {
  const mapping = mappedLayout({ kind: { value: 'melding' }, channel: 'Kanaal', createdAt: 'Datum', text: 'Tekst' })
  const csv = (text: string) => fileOf('m.csv', strToU8(`Kanaal;Datum;Tekst\nTelefoon;24-11-2026;${text}\n`))
  const idOf = async (text: string) => {
    const [row] = await Array.fromAsync((await openCandidates(csv(text), mapping)).rows)
    return (row as { candidate: { externalId: string } }).candidate.externalId
  }
  expect(await idOf('Gat')).toMatch(/^[0-9a-f]{16}$/)
  expect(await idOf('Gat')).toBe(await idOf('Gat'))
  expect(await idOf('Gat')).not.toBe(await idOf('Lamp'))
})

test('columns are guessed from what Dutch tables call them, each used once', () => {
  expect(guessMapping(['Meldingsnummer', 'Datum melding', 'Omschrijving', 'Locatie', 'Kanaal', 'Behandelaar'])).toEqual({
    externalId: 'Meldingsnummer',
    createdAt: 'Datum melding',
    text: 'Omschrijving',
    address: 'Locatie',
    channel: 'Kanaal',
  })
  expect(guessMapping(['Bericht'])).toEqual({ text: 'Bericht' })
  expect(guessMapping([])).toEqual({})
})

test('columns without a name, or with the same name, can be told apart', async () => {
  const { columns } = await openCandidates(fileOf('k.csv', strToU8('Nr;;Nr\n1;2;3\n')))
  expect(columns).toEqual(['Nr', 'kolom 2', 'Nr (3)'])
})

test('a quotation mark that is never closed ends the file with its line, instead of filling the memory', async () => {
  const { rows } = await openCandidates(
    fileOf(
      'q.csv',
      strToU8(
        `externalId,kind,channel,createdAt,text\n1,melding,form,2026-11-24,kort\n2,melding,form,2026-11-24,"${'x\n'.repeat(700_000)}`,
      ),
    ),
  )
  await expect(Array.fromAsync(rows)).rejects.toThrow(/^behind line \d: expected rows of a table/)
})
