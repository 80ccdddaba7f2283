import { Unzip, UnzipInflate } from 'fflate'
import { type FileBytes, FileError } from './file-bytes.ts'

const ZIP_START = [0x50, 0x4b, 0x03, 0x04]
/** A file in a zip may not come out a thousand times as large: no table shrinks that well. */
const MOST_GROWTH = 1_000
const FREE_BYTES = 16 * 1024 * 1024

export const isZip = (start: Uint8Array): boolean => ZIP_START.every((byte, at) => start[at] === byte)

/** Names in a zip, with how large each is once it is unpacked. */
export async function entriesOf(file: FileBytes): Promise<{ name: string; size: number }[]> {
  const sizes = new Map<string, number>()
  for await (const { name, chunk } of unzipped(file, () => true)) sizes.set(name, (sizes.get(name) ?? 0) + chunk.length)
  return [...sizes].map(([name, size]) => ({ name, size }))
}

type Piece = { name: string; chunk: Uint8Array; isLast: boolean }

/** Each wanted file of a zip as a whole, in the order of the zip. Throws when one is larger than `most`. */
export async function* wholeEntries(file: FileBytes, wanted: (name: string) => boolean, most: number): AsyncGenerator<Buffer> {
  let parts: Uint8Array[] = []
  let length = 0
  for await (const { chunk, isLast } of unzipped(file, wanted)) {
    parts.push(chunk)
    length += chunk.length
    if (length > most) throw new FileError('too-large', `file: expected files of at most ${most} bytes in it`)
    if (!isLast) continue
    yield Buffer.concat(parts)
    parts = []
    length = 0
  }
}

/** One file of a zip, unpacked while it is read. */
export function zipEntry(file: FileBytes, entry: string): FileBytes {
  return {
    name: entry,
    size: file.size,
    async *open() {
      for await (const { chunk } of unzipped(file, (name) => name === entry)) yield chunk
    },
  }
}

/** What comes out of a zip, piece by piece. Throws when it is damaged, or grows beyond what a table can. */
async function* unzipped(file: FileBytes, wanted: (name: string) => boolean): AsyncGenerator<Piece> {
  const ready: Piece[] = []
  const unzip = new Unzip((entry) => {
    if (!wanted(entry.name)) return
    entry.ondata = (error, chunk, isLast) => {
      if (error) throw error
      ready.push({ name: entry.name, chunk, isLast })
    }
    entry.start()
  })
  unzip.register(UnzipInflate)
  let grown = 0
  try {
    for await (const chunk of file.open()) {
      unzip.push(new Uint8Array(chunk))
      for (const one of ready.splice(0)) {
        grown += one.chunk.length
        if (grown > FREE_BYTES && grown > MOST_GROWTH * file.size)
          throw new FileError('too-large', 'file: unpacks to more than a file of tables can, expected a zip that is safe to open')
        yield one
      }
    }
    unzip.push(new Uint8Array(0), true)
  } catch (cause) {
    if (cause instanceof FileError) throw cause
    throw new FileError('zip', 'file: expected a zip that can be unpacked')
  }
  yield* ready.splice(0)
}
