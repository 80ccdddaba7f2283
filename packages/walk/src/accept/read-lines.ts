import { TextDecoder } from 'node:util'

/** One line of a byte stream, or what is wrong with it. `index` counts all lines from 0. */
export type Line = { index: number } & ({ text: string } | { error: string })

/** Longest line that is read: a message of the longest allowed text fits several times over. */
export const MAX_LINE_BYTES = 1024 * 1024

const NEWLINE = 0x0a

/**
 * Reads lines from chunks of bytes with bounded memory. A line that is too long or not UTF-8 becomes an error of its own and the next line goes on.
 * A byte order mark at the start and `\r` before a newline are dropped; blank lines are passed over but counted.
 */
export async function* readLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Line> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  let parts: Uint8Array[] = []
  let length = 0
  let index = 0
  const finish = (): Line | null => {
    const line = finishLine(parts, length, index, decoder)
    parts = []
    length = 0
    index += 1
    return line
  }
  for await (const chunk of chunks) {
    let from = 0
    for (let to = chunk.indexOf(NEWLINE, from); to >= 0; to = chunk.indexOf(NEWLINE, from)) {
      if (length <= MAX_LINE_BYTES) parts.push(chunk.subarray(from, to))
      length += to - from
      const line = finish()
      if (line) yield line
      from = to + 1
    }
    if (length <= MAX_LINE_BYTES) parts.push(chunk.subarray(from))
    length += chunk.length - from
    if (length > MAX_LINE_BYTES) parts = []
  }
  if (length > 0) {
    const line = finish()
    if (line) yield line
  }
}

function finishLine(parts: readonly Uint8Array[], length: number, index: number, decoder: TextDecoder): Line | null {
  if (length > MAX_LINE_BYTES) return { index, error: `expected a line of at most ${MAX_LINE_BYTES} bytes, found ${length}` }
  try {
    const text = decoder
      .decode(parts.length === 1 ? parts[0] : Buffer.concat(parts))
      .replace(/^\uFEFF/, '')
      .trim()
    return text === '' ? null : { index, text }
  } catch {
    return { index, error: 'expected valid UTF-8' }
  }
}
