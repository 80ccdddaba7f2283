import { setTimeout as delay } from 'node:timers/promises'
import { WebSocket } from 'ws'
import type { ServedTown } from './served-town.ts'

const CUT_AFTER_MS = { least: 50, most: 900 }
const AGAIN_MS = 30

/** What a reader heard whose socket is cut at random moments and that comes back with its last `seq` each time. */
export type CutReader = {
  /** Every `seq` heard, in the order of hearing. */
  seqs: readonly number[]
  /** Ids of messages placed, in the order of hearing. */
  placed: readonly string[]
  cuts(): number
  resets(): number
  stop(): Promise<void>
}

export function openCutReader(town: ServedTown, chance: () => number): CutReader {
  const seqs: number[] = []
  const placed: string[] = []
  let cuts = 0
  let resets = 0
  let stopping = false

  function hear(bytes: Buffer): void {
    const frame = JSON.parse(bytes.toString('utf8')) as { frame: string; seq: number; type?: string; data?: { id: string } }
    if (frame.frame === 'reset') resets += 1
    if (frame.frame !== 'event') return
    seqs.push(frame.seq)
    if (frame.type === 'message.placed') placed.push(frame.data!.id)
  }

  /** One connection from the last `seq` until it is cut, by us or by the server's death. */
  function connection(): Promise<void> {
    const address = `${town.server().url.replace('http', 'ws')}/v1/stream?cursor=${seqs.at(-1) ?? 0}`
    const socket = new WebSocket(address, { headers: { authorization: `Bearer ${town.readerKey}` } })
    return new Promise((done) => {
      const scissors = setTimeout(
        () => {
          cuts += 1
          socket.off('message', hear)
          socket.terminate()
        },
        CUT_AFTER_MS.least + chance() * (CUT_AFTER_MS.most - CUT_AFTER_MS.least),
      )
      socket.on('message', hear)
      socket.on('error', () => undefined)
      socket.once('close', () => {
        clearTimeout(scissors)
        done()
      })
    })
  }

  const reading = (async () => {
    while (!stopping) {
      await town.running()
      await connection()
      await delay(AGAIN_MS)
    }
  })()

  return {
    seqs,
    placed,
    cuts: () => cuts,
    resets: () => resets,
    async stop() {
      stopping = true
      await reading
    },
  }
}
