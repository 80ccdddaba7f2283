import type { RawMessage } from '@rumoer/contracts'
import { isClosedInSignalen, signalenChannel } from '@rumoer/walk'
import { z } from 'zod'

/** What we read of an item of Signalen's private list. `reporter`, `notes` and `assigned_user_email` are left where they are. */
export const privateSignal = z.object({
  signal_id: z.string().min(1),
  source: z.string().nullish(),
  text: z.string().nullish(),
  text_extra: z.string().nullish(),
  created_at: z.iso.datetime({ offset: true }),
  updated_at: z.iso.datetime({ offset: true }),
  has_parent: z.boolean().nullish(),
  status: z.object({ state: z.string(), created_at: z.iso.datetime({ offset: true }).nullish() }).nullish(),
  location: z
    .object({
      geometrie: z.object({ coordinates: z.tuple([z.number(), z.number()]) }).nullish(),
      address_text: z.string().nullish(),
      area_code: z.string().nullish(),
    })
    .nullish(),
  category: z.object({ main_slug: z.string().nullish(), sub_slug: z.string().nullish() }).nullish(),
})
export type PrivateSignal = z.output<typeof privateSignal>

const BUURT = /^BU\d{4}[0-9A-Z]{4}$/

/** A melding as a message. Coordinates are longitude first (GeoJSON); some installations have them the other way round. */
export function toMelding(signal: PrivateSignal): RawMessage {
  const { location, category, status } = signal
  const [x, y] = location?.geometrie?.coordinates ?? []
  const point = x === undefined || y === undefined ? {} : x > y ? { lat: x, lon: y } : { lat: y, lon: x }
  const place = {
    ...point,
    ...(location?.address_text ? { address: location.address_text.slice(0, 500) } : {}),
    ...(location?.area_code && BUURT.test(location.area_code) ? { areaCode: location.area_code } : {}),
  }
  return {
    externalId: signal.signal_id,
    kind: 'melding',
    channel: signalenChannel(signal.source ?? undefined),
    createdAt: signal.created_at,
    updatedAt: signal.updated_at,
    text: [signal.text, signal.text_extra].filter(Boolean).join('\n'),
    ...(Object.keys(place).length > 0 ? { location: place } : {}),
    ...(category?.main_slug ? { category: { main: category.main_slug, ...(category.sub_slug ? { sub: category.sub_slug } : {}) } } : {}),
    ...(isClosedInSignalen(status?.state) ? { closedAt: status?.created_at ?? signal.updated_at } : {}),
  }
}
