import { rm } from 'node:fs/promises'
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import { serveWire } from './wire-server.ts'

/** What `startEngine` gives this worker. */
export type EngineOrder = { folder: string; socketPath: string }
/** What this worker answers. */
export type EngineNews = { state: 'ready' } | { state: 'stopped' } | { state: 'failed'; error: string }

/** Told to every client, as a PostgreSQL does in its greeting. */
const PARAMETERS = [
  'server_version',
  'server_encoding',
  'client_encoding',
  'DateStyle',
  'IntervalStyle',
  'TimeZone',
  'integer_datetimes',
  'standard_conforming_strings',
] as const

const tell = (news: EngineNews) => parentPort?.postMessage(news)

/** The embedded database in a thread of its own: queries never stall the heartbeats of the process. */
async function serve({ folder, socketPath }: EngineOrder): Promise<void> {
  const engine = await PGlite.create(folder)
  const { rows } = await engine.query<{ name: string; setting: string }>('select name, setting from pg_settings where name = any($1)', [
    PARAMETERS,
  ])
  await rm(socketPath, { force: true })
  const server = await serveWire({
    socketPath,
    parameters: Object.fromEntries(rows.map(({ name, setting }) => [name, setting])),
    backend: (bytes) => engine.execProtocolRaw(bytes),
    nowMs: () => performance.now(),
  })
  parentPort?.once('message', async () => {
    await server.close()
    await engine.close()
    tell({ state: 'stopped' })
    parentPort?.close()
  })
  tell({ state: 'ready' })
}

serve(workerData as EngineOrder).catch((error: unknown) => {
  tell({ state: 'failed', error: error instanceof Error ? error.message : String(error) })
  parentPort?.close()
})
