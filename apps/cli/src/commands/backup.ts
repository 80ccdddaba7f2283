import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { Readable, type Writable } from 'node:stream'
import { finished, pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { BackupError, restoreStore } from '@rumoer/store'
import { answer, type Command, EXIT, type Io, tell, UsageError } from '../command.ts'
import { readConfig } from '../config.ts'
import { readOptions } from '../read-options.ts'
import { inputBytes } from '../read-rows.ts'
import { withStore } from '../with-store.ts'

/** For its owner only: a back-up holds all that residents wrote. An existing file is never overwritten. */
async function openTarget(file: string | undefined, io: Io): Promise<Writable> {
  if (file === undefined || file === '-') return io.stdout
  const target = createWriteStream(file, { mode: 0o600, flags: 'wx' })
  await once(target, 'open').catch(() => {
    throw new UsageError(`${file}: expected a file that can be made and is not there yet`)
  })
  return target
}

export const backup: Command = {
  name: 'backup',
  usage: '[FILE]',
  does: 'writes all data of one moment as gzip, also while the server runs; keep SECRET_KEY (or secret.key) beside it: sealed originals need it',
  async run(args, io) {
    const { positionals } = readOptions(args, {})
    const target = await openTarget(positionals[0], io)
    const gzip = createGzip()
    gzip.pipe(target, { end: target !== io.stdout })
    const rows = await withStore((store) =>
      store.backup(async (line) => {
        if (!gzip.write(`${line}\n`)) await once(gzip, 'drain')
      }, new Date()),
    )
    gzip.end()
    await finished(target === io.stdout ? gzip : target)
    tell(io, `${rows} rows`)
    return EXIT.ok
  },
}

async function* linesOf(chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const chunk of chunks) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
  if (rest !== '') yield rest
}

/** Codes of zlib begin so. */
const isNoGzip = (error: unknown) => error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')

export const restore: Command = {
  name: 'restore',
  usage: '[FILE]',
  does: 'fills an empty database from a back-up: all of it or nothing; prints {rows}',
  async run(args, io) {
    const { positionals } = readOptions(args, {})
    const { dataDir, databaseUrl } = readConfig()
    let rows = 0
    await pipeline(Readable.from(await inputBytes(positionals[0], io)), createGunzip(), async (chunks: AsyncIterable<Buffer>) => {
      rows = await restoreStore({ dataDir, role: 'tool', ...(databaseUrl === undefined ? {} : { databaseUrl }) }, linesOf(chunks))
    }).catch((error: unknown) => {
      throw isNoGzip(error) ? new BackupError('expected the gzip that `backup` writes, whole') : error
    })
    answer(io, { rows })
    return EXIT.ok
  },
}
