import { setTimeout as delay } from 'node:timers/promises'
import { z } from 'zod'
import type { Context, Page } from '../connector.ts'
import { readJsonAnswer } from '../read-json-answer.ts'
import type { mastodonCursor, mastodonSettings } from './mastodon.ts'
import { status, toMessage } from './status.ts'
import { openEvents, type StreamEvent } from './stream-events.ts'

type Settings = z.output<typeof mastodonSettings>
type Cursor = z.output<typeof mastodonCursor>
type Listening = Context<Settings, Cursor>

const PAGE = 40
const LOOK_EVERY_MS = 60_000
/** A server that closes at once is not asked again at once. */
const AGAIN_MS = 2_000

/**
 * Reads each hashtag from where it was, page by page, and then listens, where there is a token, until a connection ends; without one it looks again
 * every minute. The streams are open before anything is read, so that nothing falls in between; what comes twice is known.
 */
export async function* listenMastodon(context: Listening): AsyncGenerator<Page<Cursor>> {
  const { settings, signal, channel } = context
  const tags = settings.hashtags.map(plainTag)
  let after = { ...context.cursor?.after }
  for (;;) {
    const events = settings.token === undefined ? null : await openEvents(context, tags)
    try {
      for (const tag of tags) {
        for await (const page of readTag(context, tag, after[tag])) {
          after = { ...after, [tag]: page.last }
          yield { messages: page.messages, cursor: { after } }
        }
      }
      yield { messages: [], cursor: { after } }
      for await (const event of events ?? []) {
        const { last, ...page } = toPage(event, channel)
        if (last !== undefined) after = { ...after, [event.tag]: later(after[event.tag] ?? '', last) }
        yield { ...page, cursor: { after } }
      }
    } finally {
      await events?.return(undefined)
    }
    await delay(events ? AGAIN_MS : LOOK_EVERY_MS, undefined, { signal })
  }
}

const plainTag = (tag: string): string => tag.replace(/^#/, '').toLowerCase()

/** Pages of what came after `last`, oldest first; the newest page alone when nothing was read before. */
async function* readTag(
  { settings: { url, token }, outbound, signal, channel }: Listening,
  tag: string,
  last: string | undefined,
): AsyncGenerator<{ messages: unknown[]; last: string }> {
  for (let after = last; ; ) {
    const query = new URLSearchParams({ limit: String(PAGE), ...(after === undefined ? {} : { min_id: after }) })
    const answer = await outbound.ask(`${url.replace(/\/+$/, '')}/api/v1/timelines/tag/${encodeURIComponent(tag)}?${query}`, {
      signal,
      headers: { accept: 'application/json', ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) },
    })
    const rows = readJsonAnswer(z.array(z.unknown()), answer).reverse()
    const newest = rows.flatMap((row) => z.object({ id: z.string().min(1) }).safeParse(row).data?.id ?? []).reduce(later, after ?? '')
    if (rows.length === 0 || newest === after) return
    yield { messages: rows.flatMap((row) => messageOf(row, channel)), last: newest }
    if (after === undefined) return
    after = newest
  }
}

/** Ids rise with time: longer is later, and of one length the alphabet decides. */
const later = (one: string, other: string): string =>
  other.length > one.length || (other.length === one.length && other > one) ? other : one

/** What cannot be read is passed on as it came, so that it is refused by name. */
function messageOf(row: unknown, channel: string): unknown[] {
  const checked = status.safeParse(row)
  if (!checked.success) return [row]
  const message = toMessage(checked.data, channel)
  return message ? [message] : []
}

/** A status that was changed so that it is no longer for all goes, as if it were taken back. `last`: the newest id that this tells of. */
function toPage({ event, data }: StreamEvent, channel: string): Pick<Page<Cursor>, 'messages' | 'deletes'> & { last?: string } {
  if (event === 'delete') return { messages: [], deletes: [data] }
  if (event !== 'update' && event !== 'status.update') return { messages: [] }
  const row = jsonOf(data)
  const messages = messageOf(row, channel)
  const known = status.safeParse(row).data?.id
  if (known === undefined) return { messages }
  if (event === 'update') return { messages, last: known }
  return messages.length > 0 ? { messages } : { messages, deletes: [known] }
}

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
