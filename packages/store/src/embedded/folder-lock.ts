import { randomUUID } from 'node:crypto'
import { link, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isAlive, ownIdentity, type ProcessIdentity } from './process-identity.ts'

/** The embedded engine does not guard its folder: two openers lose half the writes. This file does, and says where the holder can be reached. */
export type FolderHolder = ProcessIdentity & { socketPath: string; role: 'server' | 'tool'; token: string }
export type FolderLock = { release(): Promise<void> }
export type LockAttempt = { lock: FolderLock } | { holder: FolderHolder }

const LOCK_FILE = 'rumoer.lock'
/** Where the holder's process cannot be looked up (another host), a lock that was not refreshed for so long is dead. */
const REFRESH_MS = 5_000
const STALE_MS = 30_000

/** Takes the folder, or tells who holds it. A lock whose process is dead is taken over. */
export async function takeFolder(folder: string, socketPath: string, role: FolderHolder['role']): Promise<LockAttempt> {
  const path = join(folder, LOCK_FILE)
  const own: FolderHolder = { ...ownIdentity(), socketPath, role, token: randomUUID() }
  for (;;) {
    if (await create(path, own)) return { lock: hold(path, own) }
    const found = await readHolder(path)
    if (found && (await isHeld(path, found))) return { holder: found }
    await discard(path, found?.token ?? null)
  }
}

/** Writes the whole file aside and links it into place: whoever reads it reads all of it. False when there is one already. */
async function create(path: string, holder: FolderHolder): Promise<boolean> {
  const draft = `${path}.${holder.token}`
  await writeFile(draft, JSON.stringify(holder), { mode: 0o600 })
  try {
    await link(draft, path)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  } finally {
    await rm(draft, { force: true })
  }
}

async function readHolder(path: string): Promise<FolderHolder | null> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as FolderHolder
  } catch {
    return null
  }
}

async function isHeld(path: string, holder: FolderHolder): Promise<boolean> {
  const alive = isAlive(holder)
  if (alive !== null) return alive
  const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: 0 }))
  return Date.now() - mtimeMs < STALE_MS
}

/** Moves a dead lock away. When another process took over in between, its lock is put back. */
async function discard(path: string, token: string | null): Promise<void> {
  const grave = `${path}.${randomUUID()}`
  try {
    await rename(path, grave)
  } catch {
    return
  }
  const buried = await readHolder(grave)
  if (buried && buried.token !== token) await link(grave, path).catch(() => undefined)
  await rm(grave, { force: true })
}

function hold(path: string, own: FolderHolder): FolderLock {
  const refresh = setInterval(() => {
    const now = new Date()
    void utimes(path, now, now).catch(() => undefined)
  }, REFRESH_MS).unref()
  return {
    async release() {
      clearInterval(refresh)
      if ((await readHolder(path))?.token === own.token) await rm(path, { force: true })
    },
  }
}
