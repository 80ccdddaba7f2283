import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { EXIT } from '../command.ts'
import { run } from '../run.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rumoer-cli-'))
  vi.stubEnv('DATABASE_URL', undefined)
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await rm(folder, { recursive: true, force: true })
})

/** Runs a command with its data in a folder of its own, and gives its exit code and what it said. */
async function rumoer(data: string, args: readonly string[], stdin = '') {
  vi.stubEnv('DATA_DIR', join(folder, data))
  const [stdout, stderr] = [new PassThrough(), new PassThrough()]
  const code = await run(args, {
    stdin: Readable.from([Buffer.from(stdin)]),
    stdout,
    stderr,
    signal: new AbortController().signal,
    isTerminal: false,
  })
  return { code, out: String(stdout.read() ?? ''), said: String(stderr.read() ?? '') }
}

test('all data go to a file of the owner alone, and into a new folder', { timeout: 90_000 }, async () => {
  const file = join(folder, 'rumoer.gz')
  expect((await rumoer('first', ['municipality', 'add', '--code', 'GM0106', '--name', 'Assen'])).code).toBe(EXIT.ok)
  expect((await rumoer('first', ['backup', file])).code).toBe(EXIT.ok)
  expect(JSON.parse((await rumoer('second', ['restore', file])).out).rows).toBeGreaterThan(0)
  expect((await rumoer('second', ['municipality', 'list'])).out).toContain('"Assen"')
})

test('an existing file is not overwritten', async () => {
  const file = join(folder, 'kostbaar.gz')
  await writeFile(file, 'kostbaar')
  const { code, said } = await rumoer('third', ['backup', file])
  expect([code, said]).toEqual([EXIT.usage, expect.stringContaining('not there yet')])
  expect(await readFile(file, 'utf8')).toBe('kostbaar')
})

test('what is no back-up is refused before a database is made', async () => {
  const { code, said } = await rumoer('fourth', ['restore'], 'geen back-up')
  expect([code, said]).toEqual([EXIT.refused, expect.stringContaining('expected the gzip')])
  expect(existsSync(join(folder, 'fourth'))).toBe(false)
})
