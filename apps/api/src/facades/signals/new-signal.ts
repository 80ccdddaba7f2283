import type { RawMessage } from '@rumoer/contracts'
import { z } from 'zod'
import { badField } from '../../errors.ts'
import { categoryAt } from './terms.ts'

/** Bounds that Signalen itself takes by default: the European Netherlands. */
const BOUNDS = { west: 3.3, south: 50.7, east: 7.3, north: 53.6 } as const
const text = (max: number) => z.string().max(max, `expected at most ${max} characters`)
const instant = z.iso.datetime({ offset: true, error: 'expected a time with offset, such as 2026-01-05T09:00:00+01:00' })
const loose = text(500).nullish()

const address = z.looseObject({
  openbare_ruimte: loose,
  huisnummer: z.union([z.string(), z.number()]).nullish(),
  huisletter: loose,
  huisnummer_toevoeging: z.union([z.string(), z.number()]).nullish(),
  postcode: loose,
  woonplaats: loose,
})

const point = z.object({
  type: z.literal('Point'),
  coordinates: z
    .tuple([z.number(), z.number()])
    .refine(
      ([lon, lat]) => lon >= BOUNDS.west && lon <= BOUNDS.east && lat >= BOUNDS.south && lat <= BOUNDS.north,
      'expected [longitude, latitude] in the Netherlands, WGS84',
    ),
})

const answer = z.looseObject({ label: text(1_000).optional(), answer: z.unknown() })

/** What Signalen's public form posts. Any other name at the top is refused, as Signalen does. */
export const newSignal = z.strictObject({
  text: text(3_000).min(1, 'expected a text'),
  text_extra: text(10_000).nullish(),
  source: z.literal('online', 'expected online').optional(),
  location: z.looseObject({ geometrie: point, address: address.nullish() }),
  category: z
    .looseObject({ sub_category: text(500).optional(), category_url: text(500).optional() })
    .refine(
      ({ sub_category, category_url }) => (sub_category === undefined) !== (category_url === undefined),
      'expected one of sub_category and category_url',
    ),
  reporter: z.looseObject({ email: loose, phone: text(17).nullish(), sharing_allowed: z.boolean().nullish() }),
  incident_date_start: instant,
  incident_date_end: instant.nullish(),
  extra_properties: z.array(answer).nullish(),
  session: z.uuid().nullish(),
})
export type NewSignal = z.output<typeof newSignal>

/** A signal as a melding: the text with what was answered under it, place and subject. The reporter is only used as one voice. */
export function toReport(signal: NewSignal): Omit<RawMessage, 'externalId' | 'kind' | 'channel' | 'createdAt'> {
  const { location, category, reporter } = signal
  const [lon, lat] = location.geometrie.coordinates
  const found = categoryAt((category.sub_category ?? category.category_url)!)
  if (!found)
    throw badField('category.sub_category', category.sub_category ?? category.category_url, 'expected the address of a sub category here')
  const place = location.address ? addressLine(location.address) : ''
  const author = reporter.email || reporter.phone
  return {
    text: [signal.text, signal.text_extra, ...(signal.extra_properties ?? []).map(answerLine)].filter(Boolean).join('\n'),
    location: { lat, lon, ...(place === '' ? {} : { address: place }) },
    category: { main: found.main.slug, sub: found.sub.slug },
    ...(author ? { author: author.toLowerCase() } : {}),
  }
}

function addressLine(given: z.output<typeof address>): string {
  const number = [given.huisnummer, given.huisletter, given.huisnummer_toevoeging].filter(Boolean).join('')
  const street = [given.openbare_ruimte, number].filter(Boolean).join(' ')
  return [street, [given.postcode, given.woonplaats].filter(Boolean).join(' ')].filter(Boolean).join(', ')
}

function answerLine({ label, answer: given }: z.output<typeof answer>): string {
  const told = [given].flat().map(wordOf).filter(Boolean).join(', ')
  return told === '' ? '' : [label, told].filter(Boolean).join(': ')
}

/** Forms answer with a word, a number, or a choice that has a label. */
const wordOf = (given: unknown): string => {
  if (typeof given === 'string' || typeof given === 'number') return String(given)
  if (given !== null && typeof given === 'object' && 'label' in given && typeof given.label === 'string') return given.label
  return ''
}
