import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { type Connected, connectDatabase } from '../connect-database.ts'
import { makeTestFolder } from './copy-template.ts'
import { createTestDatabase, TEST_DATABASE_URL } from './open-test-store.ts'

export type TestDatabase = Connected & { dataDir: string; databaseUrl?: string }

/** An embedded database without any table, for tests of what stands under the store; closing it removes it. */
export async function openTestDatabase(): Promise<TestDatabase> {
  const dataDir = await makeTestFolder()
  const connected = await connectDatabase({ dataDir })
  return {
    ...connected,
    dataDir,
    async close() {
      await connected.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** The same on the PostgreSQL of the environment. */
async function openPostgresTestDatabase(serverUrl: string): Promise<TestDatabase> {
  const { databaseUrl, drop } = await createTestDatabase(serverUrl)
  const dataDir = tmpdir()
  const connected = await connectDatabase({ databaseUrl, dataDir })
  return {
    ...connected,
    dataDir,
    databaseUrl,
    async close() {
      await connected.close()
      await drop()
    },
  }
}

const serverUrl = process.env[TEST_DATABASE_URL]

export const TEST_DATABASES: readonly { name: string; open(): Promise<TestDatabase> }[] = [
  { name: 'PGlite', open: openTestDatabase },
  ...(serverUrl ? [{ name: 'PostgreSQL', open: () => openPostgresTestDatabase(serverUrl) }] : []),
]
