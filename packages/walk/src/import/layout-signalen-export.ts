import { type Layout, optionalText, present, presentLocation, tableNumber } from './layout.ts'
import { SIGNALEN_CATEGORY_MAP } from './layout-signalen-public.ts'
import { isClosedInSignalen, signalenChannel } from './signalen-words.ts'
import { tableInstant } from './table-instant.ts'

/** Signalen's own CSV export (`signals.csv`, or a join of it with locations and categories). Reporters are never read. */
export const SIGNALEN_EXPORT_LAYOUT: Layout = {
  name: 'signalen-export',
  fits: (fields) => ['signal_uuid', 'text', 'created_at'].every((field) => fields.includes(field)),
  categoryMap: SIGNALEN_CATEGORY_MAP,
  toMessage(row) {
    const main = optionalText(row['main_slug'] ?? row['main'])
    return present({
      externalId: optionalText(row['signal_uuid']),
      kind: 'melding',
      channel: signalenChannel(row['source']),
      createdAt: tableInstant(row['created_at']),
      text: [row['text'], row['text_extra']].map(optionalText).filter(Boolean).join('\n'),
      location: presentLocation(pointOf(tableNumber(row['lat']), tableNumber(row['lng']), optionalText(row['address_text']))),
      category: main === undefined ? undefined : present({ main: slug(main), sub: slugOf(row['sub_slug'] ?? row['sub']) }),
      updatedAt: tableInstant(row['updated_at']),
      closedAt: isClosedInSignalen(row['state']) ? tableInstant(row['updated_at']) : undefined,
    })
  },
}

const slug = (name: string) =>
  name
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
const slugOf = (name: string | undefined) => (optionalText(name) === undefined ? undefined : slug(name!))

/** The export writes x under `lat` and y under `lng`: axes that only fit the Netherlands the other way round are turned. */
function pointOf(lat: number | string | undefined, lon: number | string | undefined, address: string | undefined): Record<string, unknown> {
  const turned = typeof lat === 'number' && typeof lon === 'number' && lat < 10 && lon > 40
  return turned ? { lat: lon, lon: lat, address } : { lat, lon, address }
}
