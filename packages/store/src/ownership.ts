import { eq, sql } from 'drizzle-orm'
import type pg from 'pg'
import type { Database } from './database.ts'
import { municipalityCounters } from './schema/index.ts'
import type { Ownership } from './store.ts'

/** Gives municipalities to one walker at a time. */
export type Owners = {
  own(municipalityId: number): Promise<Ownership | null>
  ownReplay(municipalityId: number): Promise<Ownership>
  close(): Promise<void>
}

/** Advisory locks have two numbers: ours, and the municipality's. */
const LOCK_SPACE = 786_637

/**
 * On PostgreSQL one connection holds the advisory locks of all municipalities owned here: when it breaks, all are lost at once. Embedded, where
 * every client shares one backend and such locks hold nothing, the folder lock leaves one process, and the set below does the rest.
 */
export function createOwners(database: Database, openClient: () => pg.Client): Owners {
  const owned = new Map<number, AbortController>()
  let locks: Promise<pg.Client> | null = null

  const loseAll = () => {
    locks = null
    for (const lost of owned.values()) lost.abort()
    owned.clear()
  }
  async function connect(): Promise<pg.Client> {
    const client = openClient()
    client.on('error', () => undefined)
    client.on('end', loseAll)
    await client.connect()
    return client
  }
  async function lockClient(): Promise<pg.Client> {
    locks ??= connect()
    return locks.catch((error: unknown) => {
      locks = null
      throw error
    })
  }
  async function tryLock(municipalityId: number): Promise<boolean> {
    if (database.mode !== 'server') return true
    const client = await lockClient()
    const { rows } = await client.query<{ locked: boolean }>('select pg_try_advisory_lock($1, $2) as locked', [LOCK_SPACE, municipalityId])
    return rows[0]?.locked === true
  }
  async function unlock(municipalityId: number): Promise<void> {
    if (database.mode !== 'server' || !locks) return
    const client = await locks
    await client.query('select pg_advisory_unlock($1, $2)', [LOCK_SPACE, municipalityId])
  }
  async function raiseEpoch(municipalityId: number): Promise<number> {
    const [row] = await database.orm
      .update(municipalityCounters)
      .set({ ownerEpoch: sql`${municipalityCounters.ownerEpoch} + 1` })
      .where(eq(municipalityCounters.municipalityId, municipalityId))
      .returning({ epoch: municipalityCounters.ownerEpoch })
    if (!row) throw new Error(`municipality: ${municipalityId}, expected one that exists`)
    return row.epoch
  }

  return {
    async own(municipalityId) {
      if (database.mode === 'guest' || owned.has(municipalityId)) return null
      const lost = new AbortController()
      owned.set(municipalityId, lost)
      try {
        if (!(await tryLock(municipalityId))) {
          owned.delete(municipalityId)
          return null
        }
        const epoch = await raiseEpoch(municipalityId)
        const release = async () => {
          if (owned.get(municipalityId) !== lost) return
          await unlock(municipalityId).finally(() => owned.delete(municipalityId))
        }
        return { municipalityId, epoch, release, lost: lost.signal }
      } catch (error) {
        owned.delete(municipalityId)
        throw error
      }
    },
    async ownReplay(municipalityId) {
      return { municipalityId, epoch: await raiseEpoch(municipalityId), release: async () => undefined, lost: new AbortController().signal }
    },
    async close() {
      await locks?.then((client) => client.end()).catch(() => undefined)
      owned.clear()
    },
  }
}
