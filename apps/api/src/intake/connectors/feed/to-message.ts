import { NETHERLANDS, type RawMessage } from '@rumoer/contracts'
import { plainText } from '@rumoer/walk'
import { canonicalUrl } from './canonical-url.ts'
import type { Article, ReadFeed } from './read-articles.ts'

const MAX_TEXT = 4_000
const MAX_ID = 500
const DAY_MS = 86_400_000
const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9-]{2,20})?$/

/** An article as a message; null when it has neither words nor anything to know it by again. */
export function toMessage(
  article: Article,
  feed: ReadFeed,
  { url, channel, now }: { url: string; channel: string; now: Date },
): RawMessage | null {
  const link = article.link === null ? null : canonicalUrl(article.link, url)
  const externalId = link ?? (article.guid === null ? null : `${new URL(url).host} ${article.guid}`)
  const text = [plainText(article.title), plainText(article.body)]
    .filter((part) => part !== '')
    .join('\n')
    .replaceAll('\u0000', '')
    .toWellFormed()
  if (externalId === null || text === '') return null
  const language = feed.language?.replace('_', '-').replace(/^[A-Z]+/, (tag) => tag.toLowerCase())
  const updatedAt = instantOf(article.updatedAt, now)
  return {
    externalId: externalId.slice(0, MAX_ID),
    kind: 'article',
    channel,
    createdAt: (instantOf(article.publishedAt, now) ?? now).toISOString(),
    text: text.slice(0, MAX_TEXT).toWellFormed(),
    ...(link === null ? {} : { url: new URL(article.link!, url).href.slice(0, 2_000) }),
    ...(language !== undefined && LANGUAGE.test(language) ? { language } : {}),
    ...(article.point && isInside(article.point) ? { location: article.point } : {}),
    ...(updatedAt ? { updatedAt: updatedAt.toISOString() } : {}),
  }
}

/** The moment a feed tells; null when it is none, or lies more than a day ahead. */
function instantOf(text: string | null, now: Date): Date | null {
  const ms = text === null ? Number.NaN : Date.parse(text)
  return Number.isNaN(ms) || ms > now.getTime() + DAY_MS || ms < Date.UTC(1990, 0, 2) ? null : new Date(ms)
}

const isInside = ({ lat, lon }: { lat: number; lon: number }) =>
  lat >= NETHERLANDS.south && lat <= NETHERLANDS.north && lon >= NETHERLANDS.west && lon <= NETHERLANDS.east
