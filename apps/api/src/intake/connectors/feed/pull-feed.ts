import type { RawMessage } from '@rumoer/contracts'
import type { z } from 'zod'
import type { Context, Page } from '../connector.ts'
import { decodeDocument } from './decode-document.ts'
import type { feedCursor, feedSettings } from './feed.ts'
import { readArticles } from './read-articles.ts'
import { toMessage } from './to-message.ts'

type Cursor = z.output<typeof feedCursor>

/** The whole feed when it changed, else nothing. Known articles come again and are duplicates, so a feed that repeats or goes back costs nothing. */
export async function* pullFeed({
  settings: { url, words },
  cursor,
  channel,
  outbound,
  now,
  signal,
}: Context<z.output<typeof feedSettings>, Cursor>): AsyncGenerator<Page<Cursor>> {
  const answer = await outbound.ask(url, {
    signal,
    perSecond: 1,
    headers: {
      accept: 'application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml, application/xml;q=0.9, */*;q=0.5',
      ...(cursor?.etag ? { 'if-none-match': cursor.etag } : {}),
      ...(cursor?.lastModified ? { 'if-modified-since': cursor.lastModified } : {}),
    },
  })
  if (answer.status === 304) return
  const feed = readArticles(decodeDocument(answer.body, answer.headers['content-type']))
  const wanted = wantedOf(words)
  const messages = new Map<string, RawMessage>()
  for (const article of feed.articles) {
    const message = toMessage(article, feed, { url: answer.url, channel, now: now() })
    if (message && wanted(message.text) && !messages.has(message.text)) messages.set(message.text, message)
  }
  yield {
    // Feeds stand newest first; what was written first is taken in first.
    messages: [...messages.values()].sort((a, b) => a.createdAt.localeCompare(b.createdAt)),
    cursor: { etag: answer.headers['etag'] ?? null, lastModified: answer.headers['last-modified'] ?? null },
  }
}

/** Whether a text holds one of the words as a word of its own; without words every text does. */
function wantedOf(words: readonly string[]): (text: string) => boolean {
  if (words.length === 0) return () => true
  const any = words.map((word) => word.trim().replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join('|')
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${any})(?![\\p{L}\\p{N}])`, 'iu')
  return (text) => pattern.test(text)
}
