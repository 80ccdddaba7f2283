import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { parse } from 'csv-parse'
import type { Row } from './layout.ts'

const SNIFF_BYTES = 64 * 1024

/** Text encoding of a file: told by its byte order mark, else UTF-8 when all of it is, else windows-1252 as Dutch Excel writes it. */
export async function encodingOf(path: string): Promise<'utf-8' | 'utf-16le' | 'windows-1252'> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let first = true
  try {
    for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
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

/** Text of a file in its own encoding, without byte order mark. */
export async function* decoded(path: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(await encodingOf(path))
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) yield decoder.decode(chunk, { stream: true })
  yield decoder.decode()
}

/** The start of a file as text, for recognising it. */
export async function startOf(path: string): Promise<string> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(SNIFF_BYTES), 0, SNIFF_BYTES, 0)
    const bytes = buffer.subarray(0, bytesRead)
    return new TextDecoder(bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8').decode(bytes)
  } finally {
    await file.close()
  }
}

/** The separator that a header line uses most: comma, semicolon or tab. */
export function delimiterOf(header: string): ',' | ';' | '\t' {
  const count = (mark: string) => header.split(mark).length
  return ([',', ';', '\t'] as const).reduce((best, mark) => (count(mark) > count(best) ? mark : best))
}

/** Rows of a CSV file with the number of the line each starts on (the header is line 1). Rows of another length than the header keep what they have. */
export async function* readTable(path: string): AsyncGenerator<{ line: number; row: Row }> {
  const [header = ''] = (await startOf(path)).split('\n', 1)
  const parser = Readable.from(decoded(path)).pipe(
    parse({
      bom: true,
      columns: (names: string[]) => names.map((name) => name.trim()),
      delimiter: delimiterOf(header),
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
    }),
  )
  let line = 2
  for await (const { info, record } of parser as AsyncIterable<{ info: { lines: number }; record: Row }>) {
    yield { line, row: record }
    line = info.lines + 1
  }
}
