import { createHash } from 'node:crypto'
import type { SessionStore } from '@fastify/session'
import type { Store } from '@rumoer/store'
import type { Session } from 'fastify'

const REWRITE_MS = 5 * 60_000
const MAX_REMEMBERED = 10_000

/** What the database knows a session by; the cookie alone holds the id itself. */
export const sessionHash = (sessionId: string): Buffer => createHash('sha256').update(sessionId).digest()

/**
 * Sessions in the database, by hashed id. A session that says the same as it did is written again at most every five minutes,
 * so that reading pages does not write; one that was ended stays ended, also for answers still on their way.
 */
export function createSessionStore(store: Store, now: () => Date, lifetimeMs: number): SessionStore {
  const written = new Map<string, { text: string; atMs: number }>()
  const ended = new Set<string>()
  const forget = (memory: { size: number; clear(): void }) => {
    if (memory.size > MAX_REMEMBERED) memory.clear()
  }

  async function write(sessionId: string, session: Session): Promise<void> {
    const { cookie: _cookie, ...data } = JSON.parse(JSON.stringify(session)) as Record<string, unknown>
    if (typeof data.userId !== 'string' || ended.has(sessionId)) return
    const text = JSON.stringify(data)
    const atMs = now().getTime()
    const last = written.get(sessionId)
    if (last?.text === text && atMs - last.atMs < REWRITE_MS) return
    forget(written)
    written.set(sessionId, { text, atMs })
    await store.access.writeSession(sessionHash(sessionId), { userId: data.userId, data, expiresAt: new Date(atMs + lifetimeMs) })
  }

  async function end(sessionId: string): Promise<void> {
    written.delete(sessionId)
    forget(ended)
    ended.add(sessionId)
    await store.access.destroySession(sessionHash(sessionId))
  }

  return {
    get: (sessionId, callback) => {
      store.access.readSession(sessionHash(sessionId), now()).then((data) => callback(null, data as Session | null), callback)
    },
    set: (sessionId, session, callback) => {
      write(sessionId, session).then(() => callback(), callback)
    },
    destroy: (sessionId, callback) => {
      end(sessionId).then(() => callback(), callback)
    },
  }
}
