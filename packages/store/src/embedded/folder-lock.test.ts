import { fork } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { FolderLockedError } from '../errors.ts'
import { openStore } from '../open-store.ts'
import { makeTestFolder } from '../testing/copy-template.ts'
import { takeFolder } from './folder-lock.ts'
import { ownIdentity } from './process-identity.ts'
import { openSocketFolder } from './socket-folder.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rumoer-lock-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const take = () => takeFolder(folder, '/nowhere', 'tool')
const lockFile = () => join(folder, 'rumoer.lock')
const leave = (holder: object) =>
  writeFile(lockFile(), JSON.stringify({ ...ownIdentity(), socketPath: '/nowhere', role: 'tool', token: 'old', ...holder }))

describe('the lock of a data folder', () => {
  test('of twenty that come at once exactly one gets it, and the others learn who', async () => {
    const attempts = await Promise.all(Array.from({ length: 20 }, take))
    expect(attempts.filter((attempt) => 'lock' in attempt)).toHaveLength(1)
    const [loser] = attempts.flatMap((attempt) => ('holder' in attempt ? [attempt.holder] : []))
    expect(loser).toMatchObject({ pid: process.pid, host: hostname() })
  })

  test('of twenty that find a dead lock exactly one takes it over, however often they try', async () => {
    for (let round = 0; round < 40; round++) {
      await leave({ pid: 2 ** 22 + 1, token: `old-${round}` })
      const attempts = await Promise.all(Array.from({ length: 20 }, take))
      expect(attempts.filter((attempt) => 'lock' in attempt)).toHaveLength(1)
    }
    expect(await readdir(folder)).toEqual(['rumoer.lock'])
  })

  test('who died while taking over is succeeded, by one', async () => {
    await leave({ pid: 2 ** 22 + 1 })
    const claim = { ...ownIdentity(), socketPath: '/nowhere', role: 'tool', token: 'heir', pid: 2 ** 22 + 2 }
    await writeFile(`${lockFile()}.after-old`, JSON.stringify(claim))
    const attempts = await Promise.all(Array.from({ length: 20 }, take))
    expect(attempts.filter((attempt) => 'lock' in attempt)).toHaveLength(1)
    expect(await readdir(folder)).toEqual(['rumoer.lock'])
  })

  test('a pid that came back for another process does not hold it', async () => {
    await leave({ startedAt: '1' })
    expect('lock' in (await take())).toBe(true)
  })

  test('an empty or torn lock file is no lock', async () => {
    await writeFile(lockFile(), '')
    expect('lock' in (await take())).toBe(true)
  })

  test('a holder on another host counts while it refreshes its lock', async () => {
    await leave({ host: 'elders' })
    expect(await take()).toMatchObject({ holder: { host: 'elders' } })
    const longAgo = new Date(Date.now() - 60_000)
    await utimes(lockFile(), longAgo, longAgo)
    expect('lock' in (await take())).toBe(true)
  })

  test('released it is free, and a lock that another took over stays', async () => {
    const first = await take()
    if (!('lock' in first)) throw new Error('expected the lock')
    await leave({ token: 'another' })
    await first.lock.release()
    expect(JSON.parse(await readFile(lockFile(), 'utf8'))).toMatchObject({ token: 'another' })
  })
})

describe('the folder of the socket', () => {
  test('is for its owner only, inside the data folder', async () => {
    const { folder: inside, socketPath } = await openSocketFolder(folder)
    expect((await stat(inside)).mode & 0o777).toBe(0o700)
    expect(socketPath.startsWith(folder)).toBe(true)
  })

  test('is a short one elsewhere when the path would be too long for a socket, the same one each time', async () => {
    const deep = join(folder, 'x'.repeat(120))
    const { folder: short, socketPath } = await openSocketFolder(deep)
    expect(Buffer.byteLength(socketPath)).toBeLessThan(100)
    expect((await openSocketFolder(deep)).socketPath).toBe(socketPath)
    expect((await stat(short)).mode & 0o777).toBe(0o700)
    await rm(short, { recursive: true })
  })
})

describe('a store in a folder', () => {
  const NOW = new Date('2026-11-24T09:00:00Z')
  const holder = fileURLToPath(new URL('../testing/hold-store.ts', import.meta.url))

  test('is shared by a second process as a guest, and taken over when its holder is killed', async () => {
    const dataDir = await makeTestFolder()
    const child = fork(holder, [dataDir], { stdio: 'ignore' })
    const told = await new Promise<{ mode: string }>((resolve, reject) => {
      child.once('message', (message) => resolve(message as { mode: string }))
      child.once('exit', (code) => reject(new Error(`the holder ended with ${code}`)))
    })
    expect(told.mode).toBe('owner')
    await expect(openStore({ dataDir, role: 'server' })).rejects.toThrow(FolderLockedError)
    const guest = await openStore({ dataDir })
    expect(guest.mode).toBe('guest')
    const added = await guest.municipalities.add({ code: 'GM9902', name: 'Gast', now: NOW })
    expect(await guest.walk.own(added.id)).toBeNull()
    child.kill('SIGKILL')
    await new Promise((resolve) => child.once('exit', resolve))
    const owner = await openStore({ dataDir, role: 'server' })
    expect(owner.mode).toBe('owner')
    expect((await owner.municipalities.list()).map(({ code }) => code)).toEqual(['GM9901', 'GM9902'])
    await guest.close().catch(() => undefined)
    await owner.close()
    await rm(dataDir, { recursive: true, force: true })
  })

  test('is left clean when it is closed: no lock, no socket', async () => {
    const dataDir = await makeTestFolder()
    const store = await openStore({ dataDir })
    await store.close()
    await expect(stat(join(dataDir, 'rumoer.lock'))).rejects.toThrow('ENOENT')
    await delay(10)
    const again = await openStore({ dataDir })
    expect(again.mode).toBe('owner')
    await again.close()
    await rm(dataDir, { recursive: true, force: true })
  })
})
