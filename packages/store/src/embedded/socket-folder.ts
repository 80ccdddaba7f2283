import { createHash } from 'node:crypto'
import { chmod, lstat, mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { StoreError } from '../errors.ts'

/** PostgreSQL clients look for this name in the folder that they are given as host. */
export const SOCKET_PORT = 5432
const SOCKET_NAME = `.s.PGSQL.${SOCKET_PORT}`
/** A unix socket's path ends at 107 bytes (103 on some systems). */
const MAX_PATH_BYTES = 100

/** Where the socket of a data folder lives: inside it, or, where that path is too long, in a short folder of its own. Only its owner may enter. */
export async function openSocketFolder(dataDir: string): Promise<{ folder: string; socketPath: string }> {
  const inside = join(resolve(dataDir), 'socket')
  const fits = Buffer.byteLength(join(inside, SOCKET_NAME)) <= MAX_PATH_BYTES
  const folder = fits ? inside : join(tmpdir(), `rumoer-${createHash('sha256').update(resolve(dataDir)).digest('hex').slice(0, 16)}`)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const found = await lstat(folder)
  if (!found.isDirectory() || (process.getuid !== undefined && found.uid !== process.getuid())) {
    throw new StoreError(`${folder}: expected a folder of our own for the database socket`, { status: 500, retry: false })
  }
  await chmod(folder, 0o700)
  return { folder, socketPath: join(folder, SOCKET_NAME) }
}
