import { createHash } from 'node:crypto'
import type { RawMessage } from '@rumoer/contracts'
import { z } from 'zod'
import { formatError } from '../../../outbound/outbound-error.ts'
import type { Context, Page } from '../connector.ts'
import { readJsonAnswer } from '../read-json-answer.ts'
import type { mapCursor, mapSettings, Seen } from './signalen-map.ts'

type Cursor = z.output<typeof mapCursor>

/** A map that says there is always one more page. */
const MAX_PAGES = 50
const MAX_OPEN = 50_000

const feature = z.object({
  geometry: z.object({ coordinates: z.tuple([z.number(), z.number()]) }),
  properties: z.object({
    created_at: z.iso.datetime({ offset: true }),
    category: z.object({ slug: z.string().min(1), parent: z.object({ slug: z.string().min(1) }).nullish() }),
  }),
})
const collection = z.object({ type: z.literal('FeatureCollection'), features: z.array(feature) })

/**
 * The whole map at once. It has no ids: time, place and subject together name a melding. What stood there and is gone is closed; a map that lost
 * more than half at once is a fault over there until it says so twice.
 */
export async function* pullMap(context: Context<z.output<typeof mapSettings>, Cursor>): AsyncGenerator<Page<Cursor>> {
  const { cursor, channel, now } = context
  const open = await readMap(context)
  const before = cursor?.open ?? {}
  const gone = Object.entries(before).filter(([id]) => !(id in open))
  const shrunk = Object.keys(before).length > 0 && gone.length > Object.keys(before).length / 2
  const isBelieved = !shrunk || cursor?.shrunk === true
  const closedAt = now().toISOString()
  yield {
    messages: [
      ...Object.entries(open).map(([id, one]) => toMelding(id, one, channel)),
      ...(isBelieved ? gone.map(([id, one]) => ({ ...toMelding(id, one, channel), closedAt })) : []),
    ],
    cursor: { open: isBelieved ? open : { ...before, ...open }, shrunk },
  }
}

async function readMap({
  settings: { url, bbox },
  outbound,
  signal,
}: Context<z.output<typeof mapSettings>, Cursor>): Promise<Record<string, Seen>> {
  const open: Record<string, Seen> = {}
  let next: string | null = `${url.replace(/\/+$/, '')}/signals/v1/public/signals/geography?${new URLSearchParams({ bbox, geopage: '1' })}`
  for (let page = 0; next !== null && page < MAX_PAGES; page++) {
    const answer = await outbound.ask(next, { signal, headers: { accept: 'application/geo+json, application/json' } })
    for (const one of readJsonAnswer(collection, answer).features) {
      const [x, y] = one.geometry.coordinates
      const { created_at: createdAt, category } = one.properties
      const seen: Seen = {
        createdAt,
        lat: Math.max(x, y),
        lon: Math.min(x, y),
        main: category.parent?.slug ?? category.slug,
        sub: category.parent ? category.slug : null,
      }
      open[idOf(seen)] = seen
    }
    if (Object.keys(open).length > MAX_OPEN) throw formatError('De kaart heeft te veel meldingen. Kies een kleiner gebied.')
    next = nextOf(answer.headers['link'], answer.url)
  }
  return open
}

const idOf = ({ createdAt, lat, lon, main, sub }: Seen): string =>
  createHash('sha256')
    .update([new Date(createdAt).toISOString(), lat.toFixed(6), lon.toFixed(6), main, sub ?? ''].join('|'))
    .digest('base64url')
    .slice(0, 22)

/** Address of the next page in a `Link` header (RFC 8288), if it is on the same host. */
function nextOf(header: string | undefined, base: string): string | null {
  const link = /<([^>]+)>\s*;[^,]*\brel="?next"?/.exec(header ?? '')?.[1]
  const url = link === undefined ? null : URL.parse(link, base)
  return url !== null && url.host === new URL(base).host ? url.href : null
}

const toMelding = (externalId: string, { createdAt, lat, lon, main, sub }: Seen, channel: string): RawMessage => ({
  externalId,
  kind: 'melding',
  channel,
  createdAt,
  text: '',
  location: { lat, lon },
  category: { main, ...(sub === null ? {} : { sub }) },
})
