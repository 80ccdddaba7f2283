import { type Layout, optionalText, present, presentLocation, tableNumber } from './layout.ts'
import { SIGNALEN_CATEGORY_MAP } from './layout-signalen-public.ts'
import { isClosedInSignalen, signalenChannel } from './signalen-words.ts'
import { tableInstant } from './table-instant.ts'

/** The smallest area of the CBS; other codes are a municipality's own. */
const BUURT = /^BU\d{4}[0-9A-Z]{4}$/

/** Signalen's own CSV export (`signals.csv`, or a join of it with locations, categories and statuses). Reporters are never read. */
export const SIGNALEN_EXPORT_LAYOUT: Layout = {
  name: 'signalen-export',
  fits: (fields) => ['signal_uuid', 'text', 'created_at'].every((field) => fields.includes(field)),
  categoryMap: SIGNALEN_CATEGORY_MAP,
  columns: {
    externalId: 'signal_uuid',
    channel: 'source',
    createdAt: 'created_at',
    address: 'address_text',
    areaCode: 'area_code',
    lon: 'lng',
    updatedAt: 'updated_at',
    closedAt: 'state_at',
  },
  toMessage(row) {
    const main = optionalText(row['main_slug'] ?? row['main'])
    return present({
      externalId: optionalText(row['signal_uuid']),
      kind: 'melding',
      channel: signalenChannel(row['source']),
      createdAt: tableInstant(row['created_at']),
      text: [row['text'], row['text_extra']].map(optionalText).filter(Boolean).join('\n'),
      location: presentLocation({
        ...pointOf(tableNumber(row['lat']), tableNumber(row['lng'])),
        address: optionalText(row['address_text']),
        areaCode: BUURT.test(row['area_code'] ?? '') ? row['area_code'] : undefined,
      }),
      category: main === undefined ? undefined : present({ main: slug(main), sub: slugOf(row['sub_slug'] ?? row['sub']) }),
      updatedAt: tableInstant(row['updated_at']),
      closedAt: isClosedInSignalen(row['state']) ? tableInstant(optionalText(row['state_at']) ?? row['updated_at']) : undefined,
    })
  },
}

const slug = (name: string) =>
  name
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/\p{M}+/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
const slugOf = (name: string | undefined) => (optionalText(name) === undefined ? undefined : slug(name!))

/** The export writes x under `lat` and y under `lng`: axes that only fit the Netherlands the other way round are turned. */
function pointOf(lat: number | string | undefined, lon: number | string | undefined): Record<string, unknown> {
  const turned = typeof lat === 'number' && typeof lon === 'number' && lat < 10 && lon > 40
  return turned ? { lat: lon, lon: lat } : { lat, lon }
}
