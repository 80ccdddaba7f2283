import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { REPOSITORY } from './repository.ts'

/** Lines that name a host or a file to fetch: an install would ask that host, whatever registry the machine uses. */
const hostLines = (lockfile: string) =>
  lockfile.split('\n').filter((line) => /https?:\/\/|\btarball:|git@|git\+/.test(line) && !/^\s+deprecated:/.test(line))

test('the lock file names no host, so it installs from any registry', async () => {
  const lockfile = await readFile(join(REPOSITORY, 'pnpm-lock.yaml'), 'utf8')
  expect(lockfile).toMatch(/^lockfileVersion:/)
  expect(hostLines(lockfile)).toEqual([])
})

test('a tarball address is seen', () => {
  expect(hostLines('  x:\n    resolution: {integrity: sha512-a, tarball: https://registry.example/x.tgz}')).toHaveLength(1)
})
