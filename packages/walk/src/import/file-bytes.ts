import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'

/** A file wherever it lies. It is read more than once: to learn its encoding, to recognise it, and to take it in. */
export type FileBytes = {
  name: string
  size: number
  /** All bytes from the start, anew at each call. */
  open(): AsyncIterable<Uint8Array>
}

/** A file on this machine's disk. Throws the error of the file system when it cannot be read. */
export async function fileOnDisk(path: string): Promise<FileBytes> {
  const { size } = await stat(path)
  return { name: basename(path), size, open: () => createReadStream(path) }
}

const SNIFF_BYTES = 64 * 1024

/** The first bytes of a file, for recognising it. */
export async function firstBytes(file: FileBytes): Promise<Buffer> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const chunk of file.open()) {
    parts.push(chunk)
    length += chunk.length
    if (length >= SNIFF_BYTES) break
  }
  return Buffer.concat(parts).subarray(0, SNIFF_BYTES)
}

/** All bytes at once. Throws when there are more than `most`. */
export async function allBytes(file: FileBytes, most: number): Promise<Buffer> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const chunk of file.open()) {
    parts.push(chunk)
    length += chunk.length
    if (length > most) throw new FileError('too-large', `file: more than ${most} bytes, expected fewer for a file that is read as a whole`)
  }
  return Buffer.concat(parts)
}

/** The file itself cannot be read as what it says to be. `reason` is what a screen words in its own language. */
export class FileError extends Error {
  override readonly name = 'FileError'
  readonly status = 400
  readonly retry = false
  readonly reason: 'layout' | 'table' | 'workbook' | 'zip' | 'too-large'
  constructor(reason: FileError['reason'], message: string) {
    super(message)
    this.reason = reason
  }
}
