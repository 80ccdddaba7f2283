import type { Store } from '@rumoer/store'
import type { WebSocket } from 'ws'
import { type EventLog, errorFields } from '../log.ts'
import type { View } from './frame.ts'
import { closeSocket, serveReader } from './reader.ts'
import { openTailer, type Tailer } from './tailer.ts'

const RECHECK_MS = 5_000
const STOP_PATIENCE_MS = 1_500

export type StreamRequest = {
  municipalityId: number
  /** Null: live only. */
  cursor: number | null
  view: View
  /** Sockets of the same key or session are looked up together. */
  credential: string
  stillAllowed: () => Promise<boolean>
}

/** All open sockets of this process, by municipality. */
export type Streams = {
  serve(socket: WebSocket, request: StreamRequest): Promise<void>
  /** Sockets open now. */
  readonly open: number
  /** Closes every socket with `restarting` and stops reading. */
  close(): void
}

type Line = { tailer: Promise<Tailer>; sockets: number }
type StreamsOptions = { store: Store; now: () => Date; log: EventLog; pollMs?: number; recheckMs?: number; heartbeatMs?: number }

export function createStreams({ store, now, log, pollMs, heartbeatMs, recheckMs = RECHECK_MS }: StreamsOptions): Streams {
  const lines = new Map<number, Line>()
  const readers = new Map<WebSocket, StreamRequest>()
  const stopHints = store.events.onHint((municipalityId) => {
    void lines.get(municipalityId)?.tailer.then(
      (tailer) => tailer.hint(),
      () => undefined,
    )
  })

  function join(municipalityId: number): Line {
    let line = lines.get(municipalityId)
    if (!line) {
      line = { tailer: openTailer({ store, municipalityId, now, log, pollMs, heartbeatMs }), sockets: 0 }
      lines.set(municipalityId, line)
    }
    line.sockets += 1
    return line
  }

  /** The last one out stops the reading. */
  function leave(municipalityId: number, line: Line): void {
    line.sockets -= 1
    if (line.sockets > 0) return
    if (lines.get(municipalityId) === line) lines.delete(municipalityId)
    void line.tailer.then(
      (tailer) => tailer.stop(),
      () => undefined,
    )
  }

  async function recheck(): Promise<void> {
    const byCredential = new Map<string, WebSocket[]>()
    for (const [socket, { credential }] of readers) byCredential.set(credential, [...(byCredential.get(credential) ?? []), socket])
    for (const sockets of byCredential.values()) {
      const allowed = await readers
        .get(sockets[0]!)
        ?.stillAllowed()
        .catch(() => true)
      if (allowed === false) for (const socket of sockets) closeSocket(socket, 'signedOut')
    }
  }
  const rechecking = setInterval(() => void recheck(), recheckMs)
  rechecking.unref()

  return {
    async serve(socket, request) {
      if (socket.readyState !== socket.OPEN) return
      const { municipalityId, cursor, view } = request
      readers.set(socket, request)
      const line = join(municipalityId)
      socket.once('close', () => {
        readers.delete(socket)
        leave(municipalityId, line)
      })
      try {
        await serveReader({ socket, store, municipalityId, tailer: await line.tailer, cursor, view })
      } catch (error) {
        log.error('stream-failed', { municipality: municipalityId, ...errorFields(error) })
        if (lines.get(municipalityId) === line) lines.delete(municipalityId)
        closeSocket(socket, 'serverError')
      }
    },
    get open() {
      return readers.size
    },
    close() {
      clearInterval(rechecking)
      stopHints()
      for (const socket of readers.keys()) closeSocket(socket, 'restarting', STOP_PATIENCE_MS)
      for (const line of lines.values())
        void line.tailer.then(
          (tailer) => tailer.stop(),
          () => undefined,
        )
    },
  }
}
