import { Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { parse as parseText } from 'csv-parse/sync'
import { type FileBytes, FileError, firstBytes } from './file-bytes.ts'
import type { Row } from './layout.ts'

/** Characters of one row: the longest text fits many times over, and a quotation mark that is never closed stops here. */
const MOST_ROW = 1024 * 1024

type Encoding = 'utf-8' | 'utf-16le' | 'windows-1252'

/** Text encoding of a file: told by its byte order mark, else UTF-8 when all of it is, else windows-1252 as Dutch Excel writes it. */
async function encodingOf(file: FileBytes): Promise<Encoding> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let first = true
  try {
    for await (const chunk of file.open()) {
      if (first && chunk[0] === 0xff && chunk[1] === 0xfe) return 'utf-16le'
      first = false
      decoder.decode(chunk, { stream: true })
    }
    decoder.decode()
    return 'utf-8'
  } catch {
    return 'windows-1252'
  }
}

/** Text of a file, without byte order mark. */
async function* decoded(file: FileBytes, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  for await (const chunk of file.open()) yield decoder.decode(chunk, { stream: true })
  yield decoder.decode()
}

/** The separator that a header line uses most: comma, semicolon or tab. */
function delimiterOf(header: string): ',' | ';' | '\t' {
  const count = (mark: string) => header.split(mark).length
  return ([',', ';', '\t'] as const).reduce((best, mark) => (count(mark) > count(best) ? mark : best))
}

/** Names of columns as they can be told apart: one without a name gets its number, one that comes again too. */
export function columnNames(names: readonly string[]): string[] {
  const seen = new Set<string>()
  return names.map((given, at) => {
    const trimmed = given.trim() || `kolom ${at + 1}`
    const name = seen.has(trimmed) ? `${trimmed} (${at + 1})` : trimmed
    seen.add(name)
    return name
  })
}

/** `lastLine` where it is known before all is read. */
export type Table = { columns: string[]; rows: AsyncGenerator<{ line: number; row: Row }>; lastLine?: number }

/** A CSV file: its columns, and its rows with the number of the line each starts on (the header is line 1). Rows of another length keep what they have. */
export async function openTable(file: FileBytes): Promise<Table> {
  const encoding = await encodingOf(file)
  const start = new TextDecoder(encoding).decode(await firstBytes(file))
  const [headerLine = ''] = start.split(/\r?\n/, 1)
  const delimiter = delimiterOf(headerLine)
  const [header = []] = parseText(start, { bom: true, delimiter, relax_quotes: true, relax_column_count: true, to: 1 }) as string[][]
  const columns = columnNames(header)
  return { columns, rows: rowsOf(file, encoding, delimiter, columns) }
}

async function* rowsOf(
  file: FileBytes,
  encoding: Encoding,
  delimiter: string,
  columns: string[],
): AsyncGenerator<{ line: number; row: Row }> {
  const parser = Readable.from(decoded(file, encoding)).pipe(
    parse({
      bom: true,
      columns: () => columns,
      delimiter,
      info: true,
      max_record_size: MOST_ROW,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
    }),
  )
  let line = 2
  try {
    for await (const { info, record } of parser as AsyncIterable<{ info: { lines: number }; record: Row }>) {
      yield { line, row: record }
      line = info.lines + 1
    }
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause
    throw new FileError('table', `behind line ${line - 1}: expected rows of a table (${cause.code}); is a quotation mark not closed?`)
  }
}
