import { createReadStream } from 'node:fs'
import { access } from 'node:fs/promises'
import { readLines, shownValue } from '@rumoer/walk'
import type { z } from 'zod'
import { type Io, tell, UsageError } from './command.ts'

/** Bytes of the file named, or of stdin. A file that is not there is a `UsageError`. */
export async function inputBytes(file: string | undefined, io: Io): Promise<AsyncIterable<Uint8Array>> {
  if (file === undefined || file === '-') return io.stdin
  await access(file).catch(() => {
    throw new UsageError(`${file}: expected a file that can be read`)
  })
  return createReadStream(file)
}

/** Rows of an NDJSON input that fit the schema; each other line is told on stderr with its number, field, value and expectation. */
export async function* readRows<Schema extends z.ZodType>(
  file: string | undefined,
  schema: Schema,
  io: Io,
  onRefused: () => void,
): AsyncGenerator<z.infer<Schema>> {
  const refuse = (line: number, text: string) => {
    tell(io, `line ${line}: ${text}`)
    onRefused()
  }
  for await (const line of readLines(await inputBytes(file, io))) {
    const at = line.index + 1
    if ('error' in line) {
      refuse(at, line.error)
      continue
    }
    let value: unknown
    try {
      value = JSON.parse(line.text)
    } catch {
      refuse(at, `${shownValue(line.text)}; expected one JSON object on the line`)
      continue
    }
    const checked = schema.safeParse(value)
    if (checked.success) yield checked.data
    else
      for (const issue of checked.error.issues)
        refuse(at, `${issue.path.join('.') || '(line)'}: ${shownValue(fieldOf(value, issue.path))}; ${issue.message}`)
  }
}

const fieldOf = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((inner, key) => (inner as Record<PropertyKey, unknown> | undefined)?.[key], value)
