import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Store, StoreConfig } from '@rumoer/store'
import { createTestDatabase } from '@rumoer/store/testing'
import { loudly, type Outcome } from './outcome.ts'

/** A fresh, empty database that a benchmark may fill, and how a store or a server opens it. */
export type Setting = {
  name: 'PGlite' | 'PostgreSQL'
  storeConfig: StoreConfig
  serverEnv: Record<string, string>
  describe(store: Store): Promise<string>
  remove(): Promise<void>
}

const postgresUrl = () => process.env.BENCH_DATABASE_URL || process.env.TEST_DATABASE_URL || null

export async function openEmbeddedSetting(): Promise<Setting> {
  const dataDir = await mkdtemp(join(tmpdir(), 'rumoer-bench-'))
  return {
    name: 'PGlite',
    storeConfig: { dataDir },
    serverEnv: {},
    describe: async (store) => `embedded PGlite, ${await store.health.version()}`,
    remove: () => rm(dataDir, { recursive: true, force: true }),
  }
}

async function openPostgresSetting(address: string): Promise<Setting> {
  const dataDir = await mkdtemp(join(tmpdir(), 'rumoer-bench-'))
  const scratch = await createTestDatabase(address)
  return {
    name: 'PostgreSQL',
    storeConfig: { dataDir, databaseUrl: scratch.databaseUrl },
    serverEnv: { DATABASE_URL: scratch.databaseUrl },
    describe: async (store) => `PostgreSQL, ${await store.health.version()}`,
    async remove() {
      await scratch.drop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

async function within<Result>(opening: Promise<Setting>, use: (setting: Setting) => Promise<Result>): Promise<Result> {
  const setting = await opening
  try {
    return await use(setting)
  } finally {
    await setting.remove()
  }
}

/** Runs a benchmark embedded, and on PostgreSQL when one is named; says loudly when none is. */
export async function forEachSetting<Result extends Outcome | Outcome[]>(use: (setting: Setting) => Promise<Result>): Promise<Outcome[]> {
  const outcomes = [await within(openEmbeddedSetting(), use)]
  const address = postgresUrl()
  if (address === null)
    loudly('NO POSTGRESQL: set BENCH_DATABASE_URL or TEST_DATABASE_URL. These figures are of the embedded database only.')
  else outcomes.push(await within(openPostgresSetting(address), use))
  return outcomes.flat()
}

/** Opens a fresh database on the best there is: PostgreSQL when one is named, else embedded (and says so). */
export function openBestSetting(): Promise<Setting> {
  const address = postgresUrl()
  if (address !== null) return openPostgresSetting(address)
  loudly('NO POSTGRESQL: set BENCH_DATABASE_URL or TEST_DATABASE_URL. This benchmark runs on the embedded database.')
  return openEmbeddedSetting()
}
