import { parseFeed } from 'feedsmith'
import { formatError } from '../../../outbound/outbound-error.ts'

/** One article of a feed, whatever the format; texts may hold HTML. */
export type Article = {
  guid: string | null
  link: string | null
  title: string
  body: string
  publishedAt: string | null
  updatedAt: string | null
  point: { lat: number; lon: number } | null
}
export type ReadFeed = { language: string | null; articles: Article[] }

type Parsed = ReturnType<typeof parseFeed<string>>
type FeedOf<Format extends Parsed['format']> = Extract<Parsed, { format: Format }>['feed']

const STARTS = /^[\s\S]{0,2000}?(<(rss|feed|rdf:RDF)\b|^\s*\{)/i
const ENDS = /(<\/rss\s*>|<\/feed\s*>|<\/rdf:RDF\s*>|\})\s*(<!--[\s\S]*?-->\s*)*$/i

/** Reads RSS, Atom, RDF or JSON Feed. Throws an `OutboundError` for anything else, and for a document that stops half-way. */
export function readArticles(text: string): ReadFeed {
  if (STARTS.test(text) && !ENDS.test(text)) throw formatError('De feed houdt halverwege op. We proberen het vanzelf opnieuw.')
  const parsed = parse(text)
  switch (parsed.format) {
    case 'atom':
      return ofAtom(parsed.feed)
    case 'json':
      return ofJson(parsed.feed)
    case 'rdf':
    case 'rss':
      return ofRss(parsed.feed)
  }
}

function parse(text: string): Parsed {
  try {
    return parseFeed(text)
  } catch (error) {
    throw formatError('Op dit adres staat geen feed (RSS, Atom of JSON Feed). Controleer het adres.', error)
  }
}

const ofRss = (feed: FeedOf<'rss'> | FeedOf<'rdf'>): ReadFeed => ({
  language: ('language' in feed ? feed.language : undefined) ?? feed.dc?.languages?.[0] ?? null,
  articles: (feed.items ?? []).map((item): Article => {
    const guid = 'guid' in item ? item.guid : undefined
    return {
      guid: guid?.value ?? null,
      link: item.link ?? (guid?.isPermaLink === false ? null : (guid?.value ?? null)),
      title: item.title ?? '',
      body: item.description ?? item.content?.encoded ?? '',
      publishedAt: ('pubDate' in item ? item.pubDate : undefined) ?? item.dc?.dates?.[0] ?? null,
      updatedAt: null,
      point: pointOf(item),
    }
  }),
})

const ofAtom = (feed: FeedOf<'atom'>): ReadFeed => ({
  language: feed.xml?.lang ?? null,
  articles: (feed.entries ?? []).map(
    (entry): Article => ({
      guid: entry.id ?? null,
      link: (entry.links?.find(({ rel }) => rel === undefined || rel === 'alternate') ?? entry.links?.[0])?.href ?? null,
      title: entry.title?.value ?? '',
      body: entry.summary?.value ?? entry.content?.value ?? '',
      publishedAt: entry.published ?? entry.updated ?? null,
      updatedAt: entry.updated ?? null,
      point: pointOf(entry),
    }),
  ),
})

const ofJson = (feed: FeedOf<'json'>): ReadFeed => ({
  language: feed.language ?? null,
  articles: (feed.items ?? []).map(
    (item): Article => ({
      guid: item.id ?? null,
      link: item.url ?? item.external_url ?? null,
      title: item.title ?? '',
      body: item.summary ?? item.content_html ?? item.content_text ?? '',
      publishedAt: item.date_published ?? item.date_modified ?? null,
      updatedAt: item.date_modified ?? null,
      point: null,
    }),
  ),
})

type Placed = { georss?: { point?: { lat?: number; lng?: number } }; geo?: { lat?: number; long?: number } }

/** GeoRSS-Simple first, then the older W3C vocabulary. */
function pointOf({ georss, geo }: Placed): Article['point'] {
  const lat = georss?.point?.lat ?? geo?.lat
  const lon = georss?.point?.lng ?? geo?.long
  return lat === undefined || lon === undefined ? null : { lat, lon }
}
