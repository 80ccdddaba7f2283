import { randomBytes } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { afterAll, describe, expect, test } from 'vitest'
import { BackupError } from './errors.ts'
import { openStore } from './open-store.ts'
import { restoreStore } from './restore.ts'
import type { Store } from './store.ts'
import { makeTestFolder } from './testing/copy-template.ts'
import { createTestDatabase, TEST_DATABASE_URL, TEST_STORES } from './testing/open-test-store.ts'
import { NOW, openTestTown } from './testing/test-town.ts'

const everything = { limit: 500, total: true } as const
const after: (() => Promise<void>)[] = []

async function emptyConfig(name: string) {
  const serverUrl = process.env[TEST_DATABASE_URL]
  if (name === 'PostgreSQL' && serverUrl) {
    const { databaseUrl, drop } = await createTestDatabase(serverUrl)
    after.push(drop)
    return { databaseUrl, dataDir: tmpdir() }
  }
  const dataDir = await makeTestFolder()
  after.push(() => rm(dataDir, { recursive: true, force: true }))
  return { dataDir }
}

async function linesOf(store: Store): Promise<string[]> {
  const lines: string[] = []
  await store.backup(async (line) => void lines.push(line), NOW)
  return lines
}

async function* given(lines: readonly string[]) {
  yield* lines
}

afterAll(async () => {
  for (const undo of after) await undo()
})

describe.each(TEST_STORES)('a back-up of $name', { timeout: 90_000 }, ({ name, open }) => {
  test('comes back whole in an empty database, and goes on numbering where it stopped', async () => {
    const store = await open()
    const town = await openTestTown(store)
    await town.accept([{ key: 'a', text: 'Café “De Zon” \\ 🙂\nis dicht' }, { key: 'b' }, { key: 'c' }])
    await town.walk(() => ({ issue: 'een' }))
    const lines = await linesOf(store)
    const config = await emptyConfig(name)
    const rows = await restoreStore(config, given(lines))
    const copy = await openStore(config)
    expect(rows).toBe(lines.filter((line) => !line.startsWith('{"table":') && !line.startsWith('{"end":')).length - 1)
    expect(await copy.messages.search(town.id, everything)).toEqual(await store.messages.search(town.id, everything))
    expect(await copy.issues.search(town.id, { ...everything, sort: 'heat' })).toEqual(
      await store.issues.search(town.id, { ...everything, sort: 'heat' }),
    )
    expect(await copy.walk.states(town.id)).toEqual(await store.walk.states(town.id))
    expect(await copy.issues.recount(town.id)).toEqual([])
    expect((await linesOf(copy)).slice(1).sort()).toEqual(lines.slice(1).sort())
    expect((await copy.municipalities.add({ code: 'GM9977', name: 'Elders', now: NOW })).id).toBeGreaterThan(town.id)
    await copy.close()

    await expect(restoreStore(config, given(lines))).rejects.toThrow('expected an empty one')
    await store.close()
  })

  test('that is cut off, changed or none at all leaves the database empty', async () => {
    const store = await open()
    const town = await openTestTown(store)
    await town.accept([{ key: 'a' }])
    const lines = await linesOf(store)
    const row = lines.findIndex((line, at) => at > 0 && !line.startsWith('{"table":') && !line.startsWith('{"end":'))
    const config = await emptyConfig(name)
    for (const broken of [['geen json'], lines.slice(0, -1), lines.toSpliced(row, 1)])
      await expect(restoreStore(config, given(broken))).rejects.toThrow(BackupError)
    const copy = await openStore(config)
    expect(await copy.municipalities.list()).toEqual([])
    await copy.close()
    await store.close()
  })

  test('of a newer program is refused by its migrations', async () => {
    const newer = JSON.stringify({
      format: 'rumoer-backup-1',
      madeAt: NOW.toISOString(),
      migrations: [`9999_${randomBytes(2).toString('hex')}.sql`],
    })
    await expect(restoreStore(await emptyConfig(name), given([newer]))).rejects.toThrow('expected a program as new as the back-up')
  })
})
