import type { Readable } from 'node:stream'
import type { z } from 'zod'
import { formatError, toOutboundError } from '../../../outbound/outbound-error.ts'
import type { Context } from '../connector.ts'
import type { mastodonSettings } from './mastodon.ts'

/** What came over the stream of one hashtag; a heartbeat has no name. */
export type StreamEvent = { tag: string; event: string; data: string }
type Streaming = Pick<Context<z.output<typeof mastodonSettings>>, 'settings' | 'outbound' | 'signal'>

/** The server sends a comment every fifteen seconds; three that stay away mean that nobody is there. */
const IDLE_MS = 45_000
/** A status is a few thousand characters; more without an end of line is no status. */
const MAX_LINE = 1_000_000
const MAX_WAITING = 1_000
const FULL_WAIT_MS = 20

/**
 * Opens a stream of server-sent events per hashtag, each over a connection of its own, and answers once all are open: what is said from then on waits
 * to be read. Iterating ends when a connection ends and throws when one fails; all are closed then. Connections are read no further while a thousand
 * events wait.
 */
export async function openEvents(
  { settings: { url, token }, outbound, signal }: Streaming,
  tags: readonly string[],
): Promise<AsyncGenerator<StreamEvent>> {
  const stop = new AbortController()
  const opened = await Promise.all(
    tags.map(async (tag) => {
      const { body } = await outbound.open(`${url.replace(/\/+$/, '')}/api/v1/streaming/hashtag?tag=${encodeURIComponent(tag)}`, {
        signal: AbortSignal.any([signal, stop.signal]),
        headers: { accept: 'text/event-stream', authorization: `Bearer ${token}` },
        deadlineMs: null,
        idleMs: IDLE_MS,
        maxBytes: Number.POSITIVE_INFINITY,
      })
      return { tag, body }
    }),
  ).catch((error: unknown) => {
    stop.abort()
    throw error
  })
  return together(opened, stop)
}

function together(opened: readonly { tag: string; body: Readable }[], stop: AbortController): AsyncGenerator<StreamEvent> {
  const waiting: StreamEvent[] = []
  const state: { ended: boolean; failure: unknown; wake: () => void } = { ended: false, failure: null, wake: () => undefined }
  async function read(tag: string, body: Readable): Promise<void> {
    try {
      for await (const event of eventsOf(body)) {
        waiting.push({ tag, ...event })
        state.wake()
        while (waiting.length > MAX_WAITING && !stop.signal.aborted) await new Promise((done) => setTimeout(done, FULL_WAIT_MS))
      }
    } catch (error) {
      state.failure ??= error
    }
    state.ended = true
    state.wake()
  }
  for (const { tag, body } of opened) void read(tag, body)
  return (async function* () {
    try {
      for (;;) {
        const event = waiting.shift()
        if (event) yield event
        else if (state.failure !== null) throw toOutboundError(state.failure)
        else if (state.ended) return
        else
          await new Promise<void>((done) => {
            state.wake = done
          })
      }
    } finally {
      stop.abort()
      for (const { body } of opened) body.destroy()
    }
  })()
}

async function* eventsOf(body: Readable): AsyncGenerator<{ event: string; data: string }> {
  let event = ''
  let data: string[] = []
  for await (const line of linesOf(body)) {
    if (line.startsWith(':')) yield { event: '', data: '' }
    else if (line.startsWith('event:')) event = line.slice(6).trim()
    else if (line.startsWith('data:')) data.push(line.slice(5).trimStart())
    else if (line === '') {
      if (event !== '' || data.length > 0) yield { event, data: data.join('\n') }
      event = ''
      data = []
    }
  }
}

async function* linesOf(body: Readable): AsyncGenerator<string> {
  let rest = ''
  body.setEncoding('utf8')
  for await (const chunk of body) {
    const lines = (rest + String(chunk)).split(/\r?\n/)
    rest = lines.pop() ?? ''
    if (rest.length > MAX_LINE) throw formatError('De server stuurt een regel zonder einde.')
    yield* lines
  }
}
