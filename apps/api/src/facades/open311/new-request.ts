import type { RawMessage } from '@rumoer/contracts'
import { z } from 'zod'
import { badInput } from '../../errors.ts'
import { PUBLIC_CATEGORIES } from '../public-category.ts'

const MAX_DESCRIPTION = 4_000
const text = (max: number) => z.string().max(max, `expected at most ${max} characters`)

/** The form of a new request. `attribute[…]` may stand beside it. */
export const newRequest = z.looseObject({
  api_key: z.string().optional(),
  jurisdiction_id: text(200).optional(),
  service_code: z.string({ error: 'expected the code of a service' }),
  lat: z.coerce.number('expected degrees north, WGS84').optional(),
  long: z.coerce.number('expected degrees east, WGS84').optional(),
  address_string: text(500).optional(),
  address_id: text(100).optional(),
  email: text(500).optional(),
  device_id: text(500).optional(),
  account_id: text(500).optional(),
  first_name: text(500).optional(),
  last_name: text(500).optional(),
  phone: text(500).optional(),
  description: text(MAX_DESCRIPTION).optional(),
  media_url: text(2_000).optional(),
})
export type NewRequest = z.output<typeof newRequest>

/** Reads the form; an empty field is an absent one, and a name that comes twice is a list. */
export function readForm(body: Buffer): Record<string, string> {
  const form = new Map<string, string>()
  for (const [name, value] of new URLSearchParams(body.toString('utf8'))) {
    if (value === '') continue
    const before = form.get(name)
    form.set(name, before === undefined ? value : `${before}, ${value}`)
  }
  return Object.fromEntries(form)
}

/**
 * A new request as a melding. Who sent it is only used as one voice: by account, mail address, telephone or device, in that order. Names and
 * photos are not kept. What was answered to questions of another's form goes under the text.
 */
export function toReport(request: NewRequest): Omit<RawMessage, 'externalId' | 'kind' | 'channel' | 'createdAt'> {
  const { service_code, lat, long, address_string, address_id, description } = request
  const address = address_string ?? address_id
  const hasPoint = lat !== undefined && long !== undefined
  if (!hasPoint && address === undefined)
    throw badInput([{ path: 'lat', value: '', expected: 'expected lat and long, or address_string, or address_id' }])
  const category = PUBLIC_CATEGORIES.find(({ code }) => code === service_code)!
  const author = request.account_id ?? request.email ?? request.phone ?? request.device_id
  return {
    text: [description, ...answersOf(request)].filter((line) => line !== undefined).join('\n'),
    location: { ...(hasPoint ? { lat, lon: long } : {}), ...(address === undefined ? {} : { address }) },
    category: { main: category.main.slug, sub: category.sub.slug },
    ...(author === undefined ? {} : { author: author.toLowerCase() }),
  }
}

const answersOf = (request: NewRequest): string[] =>
  Object.entries(request).flatMap(([name, value]) => {
    const code = /^attribute\[([^\]]{1,100})\](\[\])?$/.exec(name)?.[1]
    return code === undefined ? [] : [`${code}: ${String(value)}`]
  })
