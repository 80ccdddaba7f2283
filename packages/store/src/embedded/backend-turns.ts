import { transactionStatus, wireMessage } from './wire-messages.ts'

/** Runs bytes of the wire protocol on the one backend and gives its answer. */
export type Backend = (bytes: Uint8Array) => Promise<Uint8Array>

type Unit = { connection: number; bytes: Uint8Array; resolve: (answer: Uint8Array) => void; reject: (error: unknown) => void }

export type BackendTurns = {
  /** Runs one unit (everything up to a Sync, or one simple query) when it is the connection's turn. */
  run(connection: number, bytes: Uint8Array): Promise<Uint8Array>
  /** The connection is gone: what it queued is dropped and what it began is rolled back, then `farewell` runs. */
  leave(connection: number, farewell: Uint8Array): Promise<void>
  /** The connection that is inside a transaction, and since when. */
  holder(): { connection: number; sinceMs: number } | null
}

const SYNC = wireMessage('S', Buffer.alloc(0))
const ROLLBACK = wireMessage('Q', Buffer.from('rollback\0'))

/**
 * One backend, many connections: units run one after another, and a connection that is inside a transaction keeps the backend until the
 * transaction ends, so that transactions never mix. First come, first served.
 */
export function createBackendTurns(backend: Backend, nowMs: () => number): BackendTurns {
  const queue: Unit[] = []
  let holder: { connection: number; sinceMs: number } | null = null
  let running = false

  const next = (): Unit | undefined => {
    if (!holder) return queue.shift()
    const own = queue.findIndex((unit) => unit.connection === holder?.connection)
    return own === -1 ? undefined : queue.splice(own, 1)[0]
  }

  async function runUnit(unit: Unit): Promise<void> {
    try {
      const answer = await backend(unit.bytes)
      const status = transactionStatus(answer)
      holder = status === 'I' ? null : { connection: unit.connection, sinceMs: nowMs() }
      unit.resolve(answer)
    } catch (error) {
      holder = null
      unit.reject(error)
    }
  }

  async function drain(): Promise<void> {
    if (running) return
    running = true
    for (let unit = next(); unit; unit = next()) await runUnit(unit)
    running = false
  }

  const run = (connection: number, bytes: Uint8Array) =>
    new Promise<Uint8Array>((resolve, reject) => {
      queue.push({ connection, bytes, resolve, reject })
      void drain()
    })

  return {
    run,
    async leave(connection, farewell) {
      for (let at = queue.length - 1; at >= 0; at--) {
        if (queue[at]!.connection === connection) queue.splice(at, 1)[0]!.reject(new Error('the connection was closed'))
      }
      // The unit that is running may still open a transaction: its end is awaited by queueing behind it.
      await run(connection, SYNC)
      if (holder?.connection === connection) await run(connection, ROLLBACK)
      if (farewell.length > 0) await run(connection, Buffer.concat([farewell, SYNC]))
    },
    holder: () => holder,
  }
}
