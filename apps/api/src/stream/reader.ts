import { setTimeout as delay } from 'node:timers/promises'
import { STREAM_CLOSE } from '@rumoer/contracts'
import type { Store } from '@rumoer/store'
import type { WebSocket } from 'ws'
import { eventFrame, type FrameBytes, frameOf, type View } from './frame.ts'
import { BATCH_EVENTS, type Listener, type Tailer } from './tailer.ts'

export const MAX_UNSENT_BYTES = 4 * 1024 * 1024
const CATCH_UP_UNSENT_BYTES = 1024 * 1024
const CATCH_UP_PATIENCE_MS = 30_000
const CLOSE_PATIENCE_MS = 10_000

export type CloseReason = keyof typeof STREAM_CLOSE

/** Closes with a code of the protocol; a socket that does not answer is cut after a while. */
export function closeSocket(socket: WebSocket, reason: CloseReason, patienceMs: number = CLOSE_PATIENCE_MS): void {
  const { code, meaning } = STREAM_CLOSE[reason]
  socket.close(code, meaning)
  setTimeout(() => socket.terminate(), patienceMs).unref()
}

type ReaderOptions = {
  socket: WebSocket
  store: Pick<Store, 'events'>
  municipalityId: number
  tailer: Tailer
  cursor: number | null
  view: View
}

/** One socket from opening to live: catches up from its cursor, then is given the same bytes as all others, each event once. */
export async function serveReader({ socket, store, municipalityId, tailer, cursor, view }: ReaderOptions): Promise<void> {
  let sentSeq = cursor ?? tailer.position
  const isOpen = () => socket.readyState === socket.OPEN

  function send(frames: readonly FrameBytes[]): void {
    if (!isOpen()) return
    for (const frame of frames) socket.send(frame.bytes(view), { binary: false })
    if (socket.bufferedAmount > MAX_UNSENT_BYTES) closeSocket(socket, 'tooSlow')
  }
  function sendEvents(frames: readonly FrameBytes[]): void {
    send(frames)
    sentSeq = frames[frames.length - 1]?.seq ?? sentSeq
  }
  function reset(reason: 'cursor-too-old' | 'cursor-in-future', seq: number): void {
    send([frameOf({ frame: 'reset', reason, seq })])
    sentSeq = seq
  }

  /** Sends the next batch after the cursor. */
  async function catchUp(): Promise<void> {
    const recent = tailer.recentAfter(sentSeq)
    if (recent) return sendEvents(recent.slice(0, BATCH_EVENTS))
    const { events, pruned, seq } = await store.events.after(municipalityId, sentSeq, BATCH_EVENTS)
    if (pruned) reset('cursor-too-old', seq)
    else if (sentSeq > seq) reset('cursor-in-future', seq)
    else sendEvents(events.map(eventFrame))
  }

  do {
    await catchUp()
    await drained(socket)
  } while (isOpen() && tailer.position > sentSeq)
  if (!isOpen()) return
  socket.once('close', tailer.listen(liveListener()))
  send([frameOf({ frame: 'live', seq: sentSeq })])

  /** What this socket was sent while it caught up is not sent again. */
  function liveListener(): Listener {
    return {
      events(frames) {
        const first = frames[0]
        if (first) sendEvents(first.seq > sentSeq ? frames : frames.filter(({ seq }) => seq > sentSeq))
      },
      notice(frame) {
        if (frame.seq < sentSeq) return
        send([frame])
        sentSeq = frame.seq
      },
    }
  }
}

/** Waits until most of what was sent has left; a reader that takes nothing for half a minute is too slow. */
async function drained(socket: WebSocket): Promise<void> {
  const givesUpMs = Date.now() + CATCH_UP_PATIENCE_MS
  while (socket.readyState === socket.OPEN && socket.bufferedAmount > CATCH_UP_UNSENT_BYTES) {
    if (Date.now() > givesUpMs) return closeSocket(socket, 'tooSlow')
    await delay(10)
  }
}
