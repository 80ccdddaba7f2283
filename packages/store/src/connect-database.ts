import pg from 'pg'
import type { Database } from './database.ts'
import { openEmbedded } from './embedded/open-embedded.ts'
import { SOCKET_PORT } from './embedded/socket-folder.ts'
import { noHints, postgresHints, processHints } from './hints.ts'
import { openDatabase } from './open-database.ts'

export type StoreConfig = {
  /** A PostgreSQL 15 to 18; absent: the embedded database under `dataDir`. */
  databaseUrl?: string
  dataDir: string
  /** Connections at most. */
  poolSize?: number
  /** A `server` wants the embedded folder for itself; a `tool` (default) may be the guest of whoever has it. */
  role?: 'server' | 'tool'
}

const POOL_SIZE = 10
const GUEST_POOL_SIZE = 4
const APPLICATION_NAME = 'rumoer'

export type Connected = { database: Database; openClient: () => pg.Client; close(): Promise<void> }

/** Connects to the configured database, whichever it is; nothing is migrated yet. */
export async function connectDatabase({ databaseUrl, dataDir, poolSize, role = 'tool' }: StoreConfig): Promise<Connected> {
  if (databaseUrl !== undefined) {
    const config = { connectionString: databaseUrl, application_name: APPLICATION_NAME, keepAlive: true }
    const openClient = () => new pg.Client(config)
    const database = openDatabase('server', { ...config, max: poolSize ?? POOL_SIZE }, (pool) => postgresHints(pool, openClient))
    return { database, openClient, close: () => closeDatabase(database) }
  }
  const embedded = await openEmbedded(dataDir, role)
  const config = { host: embedded.socketFolder, port: SOCKET_PORT, user: 'postgres', database: 'postgres', ssl: false, password: '' }
  const size = poolSize ?? (embedded.mode === 'owner' ? POOL_SIZE : GUEST_POOL_SIZE)
  const database = openDatabase(embedded.mode, { ...config, max: size }, embedded.mode === 'owner' ? processHints : noHints)
  const close = async () => {
    await closeDatabase(database)
    await embedded.close()
  }
  return { database, openClient: () => new pg.Client(config), close }
}

async function closeDatabase({ hints, pool }: Database): Promise<void> {
  await hints.close()
  await pool.end()
}
