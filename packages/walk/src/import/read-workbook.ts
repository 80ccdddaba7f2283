import { readSheet } from 'read-excel-file/universal'
import { allBytes, type FileBytes, FileError } from './file-bytes.ts'
import { columnNames, type Table } from './read-table.ts'
import { entriesOf } from './zip-entry.ts'

const MOST_BYTES = 40 * 1024 * 1024
/** A workbook is XML in a zip, and is unpacked in memory. */
const MOST_UNPACKED = 400 * 1024 * 1024

/** The first sheet of an XLSX file. Its first row that is not empty holds the names of the columns; a date without a zone is a Dutch one. */
export async function openWorkbook(file: FileBytes): Promise<Table> {
  const unpacked = (await entriesOf(file)).reduce((sum, { size }) => sum + size, 0)
  if (unpacked > MOST_UNPACKED)
    throw new FileError('too-large', `file: expected a workbook of at most ${MOST_UNPACKED} bytes when unpacked`)
  const bytes = await allBytes(file, MOST_BYTES)
  const sheet = await readSheet(new Uint8Array(bytes).buffer).catch((cause: Error) => {
    throw new FileError('workbook', `file: expected an Excel workbook that can be read (${cause.name})`)
  })
  const headerAt = sheet.findIndex((cells) => cells.some((cell) => cell !== null && cell !== ''))
  const columns = columnNames((sheet[headerAt] ?? []).map(cellText))
  return { columns, rows: rowsOf(sheet.slice(headerAt + 1), headerAt + 2, columns), lastLine: sheet.length }
}

async function* rowsOf(rows: readonly (readonly unknown[])[], firstLine: number, columns: readonly string[]): Table['rows'] {
  for (const [at, cells] of rows.entries()) {
    if (cells.every((cell) => cell === null || cell === '')) continue
    yield { line: firstLine + at, row: Object.fromEntries(columns.map((name, column) => [name, cellText(cells[column])])) }
  }
}

/** A cell as a CSV of the same table would hold it. Excel's dates have no zone: they come as if they were UTC, and stay wall-clock times. */
function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  if (!(cell instanceof Date)) return String(cell)
  if (Number.isNaN(cell.getTime())) return ''
  // Excel counts days as fractions: a whole second can come out some milliseconds early.
  const text = new Date(Math.round(cell.getTime() / 1000) * 1000).toISOString().slice(0, 19)
  return text.endsWith('T00:00:00') ? text.slice(0, 10) : text
}
