import { z } from 'zod'
import { areaCode, day, id, instant } from './primitives.ts'
import { reading } from './reading.ts'

export const MESSAGE_KINDS = ['post', 'comment', 'melding', 'contact', 'article', 'mail'] as const
export const messageKind = z.enum(MESSAGE_KINDS)
export type MessageKind = z.infer<typeof messageKind>

/** Kinds whose external id is the municipality's own reference, not a trace to a person. */
export const KINDS_WITH_PUBLIC_ID: readonly MessageKind[] = ['melding', 'contact']

export const CHANNELS = [
  'telephone',
  'desk',
  'website',
  'form',
  'email',
  'letter',
  'chat',
  'whatsapp',
  'sms',
  'app',
  'facebook',
  'instagram',
  'threads',
  'x',
  'linkedin',
  'tiktok',
  'youtube',
  'nextdoor',
  'mastodon',
  'bluesky',
  'reddit',
  'news-site',
  'newspaper',
  'broadcast',
  'review',
  'neighbourhood-meeting',
  'council',
  'participation-platform',
  'other',
] as const
/** One of `CHANNELS`, or a channel that the municipality added itself (same shape: lower case, hyphens). */
export const channel = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'expected a channel name such as facebook or telephone')

export const MAX_TEXT_LENGTH = 20_000
export const MAX_BATCH = 1_000

/** Bounding box of the European Netherlands in WGS84, generous by some kilometres. */
export const NETHERLANDS = { south: 50.7, north: 53.75, west: 3.2, east: 7.35 } as const

const insideNetherlands = (lat: number, lon: number) =>
  lat >= NETHERLANDS.south && lat <= NETHERLANDS.north && lon >= NETHERLANDS.west && lon <= NETHERLANDS.east

/** Text that a database and a JSON reader can both hold: no NUL, no lone surrogate. */
const safeString = z
  .string()
  .refine((text) => !text.includes('\u0000'), 'expected text without NUL characters')
  .refine((text) => text.isWellFormed(), 'expected well-formed Unicode, found a lone surrogate')

const shortString = (max: number) => safeString.max(max, `expected at most ${max} characters`)

export const locationIn = z
  .strictObject({
    lat: z.number().optional(),
    lon: z.number().optional(),
    address: shortString(500).optional(),
    areaCode: areaCode.optional(),
  })
  .superRefine((place, context) => {
    if ((place.lat === undefined) !== (place.lon === undefined)) {
      context.addIssue({ code: 'custom', path: [place.lat === undefined ? 'lat' : 'lon'], message: 'expected lat and lon together' })
      return
    }
    if (place.lat === undefined || place.lon === undefined || insideNetherlands(place.lat, place.lon)) return
    const swapped = insideNetherlands(place.lon, place.lat)
    context.addIssue({
      code: 'custom',
      path: ['lat'],
      input: place.lat,
      message: swapped
        ? 'expected a latitude of about 50.7 to 53.7 and a longitude of 3.2 to 7.3: the axes look swapped'
        : 'expected a point inside the Netherlands (latitude 50.7 to 53.7, longitude 3.2 to 7.3, WGS84)',
    })
  })
export type LocationIn = z.infer<typeof locationIn>

const YEAR_MIN = 1990
const YEAR_MAX = 2100
const plausibleInstant = instant.refine((text) => {
  const year = new Date(text).getUTCFullYear()
  return Number.isNaN(year) || (year >= YEAR_MIN && year < YEAR_MAX)
}, `expected a year between ${YEAR_MIN} and ${YEAR_MAX}`)

/** What comes in: one message as a source tells it. `text` may be empty when location and category are given. */
export const rawMessage = z
  .strictObject({
    externalId: shortString(500).min(1, 'expected an id that is unique within the source'),
    kind: messageKind,
    channel,
    createdAt: plausibleInstant,
    text: shortString(MAX_TEXT_LENGTH),
    author: shortString(500).optional(),
    url: shortString(2_000).optional(),
    inReplyTo: shortString(500).optional(),
    language: z
      .string()
      .regex(/^[a-z]{2,3}(-[A-Za-z0-9-]{2,20})?$/, 'expected a language tag such as nl')
      .optional(),
    location: locationIn.optional(),
    category: z.strictObject({ main: shortString(100).min(1), sub: shortString(100).min(1).optional() }).optional(),
    reach: z.int().nonnegative().optional(),
    closedAt: z.union([plausibleInstant, day], { error: 'expected an RFC 3339 instant with offset, or a day' }).optional(),
    updatedAt: plausibleInstant.optional(),
  })
  .superRefine((message, context) => {
    if (message.text.trim() === '' && !(message.location && message.category)) {
      context.addIssue({ code: 'custom', path: ['text'], message: 'expected a text, or else both location and category' })
    }
  })
export type RawMessage = z.infer<typeof rawMessage>

/** Where a message is about. Coordinates are WGS84 degrees. */
export const messageLocation = z.object({
  lat: z.number().nullable(),
  lon: z.number().nullable(),
  address: z.string().nullable(),
})
export type MessageLocation = z.infer<typeof messageLocation>

/**
 * A message on the walk, cleaned and masked. `voice` is the keyed pseudonym of its author inside one municipality and calendar quarter,
 * `externalId` is kept only for meldingen and contacts, `closedAt` is an instant (a day became its end in Amsterdam).
 */
export const message = z.object({
  id,
  revision: z.int().positive(),
  sourceId: id,
  externalId: z.string().nullable(),
  kind: messageKind,
  channel,
  text: z.string(),
  language: z.string().nullable(),
  createdAt: instant,
  receivedAt: instant,
  closedAt: instant.nullable(),
  location: messageLocation.nullable(),
  /** Area code that the source itself gave. */
  givenAreaCode: areaCode.nullable(),
  /** Category as the source gave it, in the source's own words. */
  givenCategory: z.object({ main: z.string(), sub: z.string().nullable() }).nullable(),
  voice: z.string().nullable(),
  reach: z.int().nonnegative().nullable(),
})
export type Message = z.infer<typeof message>

/** What goes out over HTTP. `reading`, `issue` and the area are null until the message has been read and placed (well under a second). */
export const messageOut = z.object({
  id,
  externalId: z.string().nullable(),
  source: z.object({ id, name: z.string() }),
  kind: messageKind,
  channel,
  text: z.string(),
  language: z.string().nullable(),
  createdAt: instant,
  receivedAt: instant,
  closedAt: instant.nullable(),
  location: messageLocation.nullable(),
  areaCode: areaCode.nullable(),
  areaCodes: z.array(areaCode),
  issue: id.nullable(),
  reading: reading.nullable(),
})
export type MessageOut = z.infer<typeof messageOut>

/** Answer to a batch or an NDJSON stream. `index` counts input lines from 0. */
export const intakeResult = z.object({
  accepted: z.int().nonnegative(),
  updated: z.int().nonnegative(),
  duplicates: z.int().nonnegative(),
  rejected: z.array(
    z.object({
      index: z.int().nonnegative(),
      errors: z.array(z.object({ path: z.string(), value: z.string(), expected: z.string() })),
    }),
  ),
})
export type IntakeResult = z.infer<typeof intakeResult>
export type FieldError = IntakeResult['rejected'][number]['errors'][number]
