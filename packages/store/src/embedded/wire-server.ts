import { createServer, type Server, type Socket } from 'node:net'
import { type Backend, type BackendTurns, createBackendTurns } from './backend-turns.ts'
import { createStatementNames } from './statement-names.ts'
import { cutMessages, cutStartup, fatal, greeting, type WireMessage } from './wire-messages.ts'

export type WireServer = { close(): Promise<void> }

export type WireServerOptions = {
  socketPath: string
  backend: Backend
  /** What the greeting tells of the server: version, encoding, time zone. */
  parameters: Readonly<Record<string, string>>
  nowMs: () => number
  /** A transaction in which nothing happens for longer is rolled back and its connection closed: all others wait for it. */
  idleInTransactionMs?: number
}

const IDLE_IN_TRANSACTION_MS = 60_000
/** A unit ends here: Sync, simple query, function call, or Flush (which asks for an answer before the Sync). */
const UNIT_ENDS = new Set(['S', 'Q', 'F', 'H', 'c', 'f'])

/** Serves one PostgreSQL backend to many connections on a unix socket; see `createBackendTurns` for who may when. */
export async function serveWire(options: WireServerOptions): Promise<WireServer> {
  const { socketPath, nowMs, idleInTransactionMs = IDLE_IN_TRANSACTION_MS } = options
  const turns = createBackendTurns(options.backend, nowMs)
  const open = new Map<number, { socket: Socket; left: Promise<void> }>()
  let connections = 0

  const server = createServer((socket) => {
    connections += 1
    const id = connections
    open.set(id, { socket, left: serveConnection(id, socket, turns, options.parameters).finally(() => open.delete(id)) })
  })
  await listen(server, socketPath)

  const watch = setInterval(() => {
    const holder = turns.holder()
    if (holder && nowMs() - holder.sinceMs > idleInTransactionMs) open.get(holder.connection)?.socket.destroy()
  }, 1_000)

  return {
    async close() {
      clearInterval(watch)
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      const leaving = [...open.values()].map(({ socket, left }) => {
        socket.destroy()
        return left
      })
      await Promise.all([closed, ...leaving])
    },
  }
}

function listen(server: Server, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(path, () => resolve())
  })
}

/** Serves one connection until it ends. */
async function serveConnection(
  id: number,
  socket: Socket,
  turns: BackendTurns,
  parameters: Readonly<Record<string, string>>,
): Promise<void> {
  const names = createStatementNames(id)
  let unread: Buffer = Buffer.alloc(0)
  let started = false
  let unit: Buffer[] = []
  let work: Promise<void> = Promise.resolve()

  const start = (): boolean => {
    const startup = cutStartup(unread)
    if (!startup) return false
    unread = startup.rest
    if (startup.kind === 'encryption') socket.write('N')
    else if (startup.kind === 'cancel') socket.end()
    else if (startup.kind === 'unknown') socket.end(fatal('0A000', 'expected protocol version 3.0'))
    else {
      started = true
      socket.write(greeting(parameters, id))
    }
    return true
  }
  const answer = async (bytes: Buffer) => {
    try {
      const reply = await turns.run(id, bytes)
      if (socket.writable) socket.write(reply)
    } catch (error) {
      socket.end(fatal('XX000', error instanceof Error ? error.message : String(error)))
    }
  }
  const take = (message: WireMessage) => {
    if (message.type === 'X') {
      socket.end()
      return
    }
    unit.push(names.rename(message))
    if (!UNIT_ENDS.has(message.type)) return
    const bytes = unit.length === 1 ? unit[0]! : Buffer.concat(unit)
    unit = []
    work = work.then(() => answer(bytes))
  }

  socket.on('data', (chunk) => {
    unread = unread.length === 0 ? chunk : Buffer.concat([unread, chunk])
    try {
      while (!started && start());
      if (!started) return
      const { messages, rest } = cutMessages(unread)
      unread = rest
      for (const message of messages) take(message)
    } catch (error) {
      socket.end(fatal('08P01', error instanceof Error ? error.message : String(error)))
    }
  })
  await new Promise<void>((resolve) => {
    socket.on('error', () => socket.destroy())
    socket.on('close', () => resolve())
  })
  await turns.leave(id, names.closeAll()).catch(() => undefined)
}
