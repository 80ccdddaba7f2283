import { mkdir } from 'node:fs/promises'
import { createConnection } from 'node:net'
import { dirname, join, resolve } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { FolderLockedError } from '../errors.ts'
import { type FolderHolder, takeFolder } from './folder-lock.ts'
import { openSocketFolder } from './socket-folder.ts'
import { startEngine } from './start-engine.ts'

/** The embedded database as this process may use it: its own (`owner`), or another process's through its socket (`guest`). */
export type Embedded = { mode: 'owner' | 'guest'; socketFolder: string; close(): Promise<void> }

const POLL_MS = 50
/** How long a guest waits for a holder that is starting (the first start creates the whole database). */
const GUEST_WAIT_MS = 30_000
/** How long a server waits for a tool to finish with the folder. */
const SERVER_WAIT_MS = 10_000

/**
 * Opens the database folder under `dataDir`. When a live process holds it: a tool becomes its guest; a server waits for a tool to finish and
 * refuses when another server runs.
 */
export async function openEmbedded(dataDir: string, role: FolderHolder['role']): Promise<Embedded> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  const { folder, socketPath } = await openSocketFolder(dataDir)
  const startedAt = performance.now()
  for (;;) {
    const attempt = await takeFolder(dataDir, socketPath, role)
    if ('lock' in attempt) {
      try {
        const engine = await startEngine({ folder: join(resolve(dataDir), 'database'), socketPath })
        const close = async () => {
          await engine.stop()
          await attempt.lock.release()
        }
        return { mode: 'owner', socketFolder: folder, close }
      } catch (error) {
        await attempt.lock.release()
        throw error
      }
    }
    const waitedMs = performance.now() - startedAt
    const { holder } = attempt
    if (role === 'server') {
      if (holder.role === 'server' || waitedMs > SERVER_WAIT_MS)
        throw new FolderLockedError(
          `${dataDir}: in use by process ${holder.pid} on ${holder.host}, expected no other server on this folder`,
        )
    } else if (await answers(holder.socketPath)) {
      return { mode: 'guest', socketFolder: dirname(holder.socketPath), close: async () => undefined }
    } else if (waitedMs > GUEST_WAIT_MS) {
      throw new FolderLockedError(`${dataDir}: process ${holder.pid} on ${holder.host} holds it but its socket does not answer`)
    }
    await delay(POLL_MS)
  }
}

function answers(socketPath: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection(socketPath)
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}
