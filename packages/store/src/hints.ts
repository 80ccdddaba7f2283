import { EventEmitter } from 'node:events'
import type pg from 'pg'
import type { Hints } from './database.ts'

export const CHANNEL = 'rumoer'
/** Hints of one municipality inside this time become one: NOTIFY takes a lock that all committers share. */
const COALESCE_MS = 15
const RECONNECT_MS = 1_000

/** Within one process: whoever commits tells whoever listens. */
export function processHints(): Hints {
  const emitter = new EventEmitter().setMaxListeners(0)
  return {
    send: (municipalityId) => void emitter.emit(CHANNEL, municipalityId),
    listen: (listener) => {
      emitter.on(CHANNEL, listener)
      return () => void emitter.off(CHANNEL, listener)
    },
    close: async () => void emitter.removeAllListeners(),
  }
}

/** A guest of another process's database has no line to it: its readers poll. */
export function noHints(): Hints {
  return { send: () => undefined, listen: () => () => undefined, close: async () => undefined }
}

/** NOTIFY and LISTEN on PostgreSQL; the one listening connection is opened when the first listener comes. */
export function postgresHints(pool: pg.Pool, openClient: () => pg.Client): Hints {
  const local = processHints()
  const waiting = new Map<number, NodeJS.Timeout>()
  let client: pg.Client | null = null
  let retry: NodeJS.Timeout | null = null
  let closed = false

  const notify = (municipalityId: number) => {
    waiting.delete(municipalityId)
    pool.query({ name: 'hint', text: 'select pg_notify($1, $2)', values: [CHANNEL, String(municipalityId)] }).catch(() => undefined)
  }
  const reconnect = () => {
    client = null
    if (closed) return
    retry = setTimeout(() => void open(), RECONNECT_MS).unref()
  }
  async function open(): Promise<void> {
    if (client || closed) return
    const fresh = openClient()
    client = fresh
    fresh.on('error', () => undefined)
    fresh.on('end', reconnect)
    fresh.on('notification', ({ payload }) => local.send(Number(payload)))
    try {
      await fresh.connect()
      await fresh.query(`listen ${CHANNEL}`)
    } catch {
      fresh.end().catch(() => undefined)
    }
  }

  return {
    send(municipalityId) {
      if (closed || waiting.has(municipalityId)) return
      waiting.set(
        municipalityId,
        setTimeout(() => notify(municipalityId), COALESCE_MS),
      )
    },
    listen(listener) {
      void open()
      return local.listen(listener)
    },
    async close() {
      closed = true
      if (retry) clearTimeout(retry)
      for (const timer of waiting.values()) clearTimeout(timer)
      await client?.end().catch(() => undefined)
      await local.close()
    },
  }
}
