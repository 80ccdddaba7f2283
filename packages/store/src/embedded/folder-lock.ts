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
    if (found === 'gone') continue
    if (found && (await isHeld(path, found))) return { holder: found }
    const attempt = await succeed(path, found, own)
    if (attempt) return attempt
  }
}

/** Writes the whole file aside and links it into place: whoever reads it reads all of it. False when there is one already. */
async function create(path: string, holder: FolderHolder): Promise<boolean> {
  const draft = await writeDraft(path, holder)
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

async function writeDraft(path: string, holder: FolderHolder): Promise<string> {
  const draft = `${path}.${holder.token}`
  await writeFile(draft, JSON.stringify(holder), { mode: 0o600 })
  return draft
}

/** Null for a file that is no lock, whatever wrote it. */
async function readHolder(path: string): Promise<FolderHolder | null | 'gone'> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as FolderHolder
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOENT' ? 'gone' : null
  }
}

const tokenOf = (found: FolderHolder | null): string => found?.token ?? 'unreadable'

async function isHeld(path: string, holder: FolderHolder): Promise<boolean> {
  const alive = isAlive(holder)
  if (alive !== null) return alive
  const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: 0 }))
  return Date.now() - mtimeMs < STALE_MS
}

/**
 * Takes over a dead lock. Only who holds the claim that is named after the dead token may replace it, and only while it still stands there, so of
 * many that found it dead one succeeds. Who died while claiming is succeeded in turn. Null: look again.
 */
async function succeed(path: string, dead: FolderHolder | null, own: FolderHolder): Promise<LockAttempt | null> {
  const claims: string[] = []
  for (let predecessor = dead; ; ) {
    const claim = `${path}.after-${tokenOf(predecessor)}`
    claims.push(claim)
    if (await create(claim, own)) break
    const claimant = await readHolder(claim)
    if (claimant === 'gone') return null
    if (claimant && (await isHeld(claim, claimant))) return { holder: claimant }
    predecessor = claimant
  }
  const present = await readHolder(path)
  if (present === 'gone' || tokenOf(present) !== tokenOf(dead)) {
    await rm(claims.at(-1)!, { force: true })
    return null
  }
  const draft = await writeDraft(path, own)
  await rename(draft, path)
  for (const claim of claims) await rm(claim, { force: true })
  return { lock: hold(path, own) }
}

function hold(path: string, own: FolderHolder): FolderLock {
  const refresh = setInterval(() => {
    const now = new Date()
    void utimes(path, now, now).catch(() => undefined)
  }, REFRESH_MS).unref()
  return {
    async release() {
      clearInterval(refresh)
      const present = await readHolder(path)
      if (present !== 'gone' && present?.token === own.token) await rm(path, { force: true })
    },
  }
}
