import { NETHERLANDS, type RawMessage } from '@rumoer/contracts'
import { z } from 'zod'

const code = z.union([z.string(), z.number()]).transform(String)
const text = code.nullish()
const degrees = z
  .union([z.number(), z.string()])
  .nullish()
  .transform((given) => (given === null || given === undefined || given === '' ? null : Number(given)))

/** What we read of a service request. Codes come as text or as numbers; what is not known is empty, null or left out. */
export const serviceRequest = z.object({
  service_request_id: code,
  status: z.string().nullish(),
  service_name: text,
  service_code: text,
  description: text,
  requested_datetime: z.iso.datetime({ offset: true }),
  updated_datetime: z.string().nullish(),
  address: text,
  lat: degrees,
  long: degrees,
})
export type ServiceRequest = z.output<typeof serviceRequest>

/** A service request as a message. A point that is no degrees in the Netherlands (some servers give projected metres) is left out. */
export function toMelding(request: ServiceRequest, channel: string): RawMessage {
  const { lat, long: lon } = request
  const point = lat !== null && lon !== null && isInside(lat, lon) ? { lat, lon } : {}
  const place = { ...point, ...(request.address ? { address: request.address.slice(0, 500) } : {}) }
  const updatedAt = instantOf(request.updated_datetime)
  const main = request.service_name || request.service_code
  return {
    externalId: request.service_request_id,
    kind: 'melding',
    channel,
    createdAt: request.requested_datetime,
    text: (request.description ?? '').slice(0, 20_000),
    ...(Object.keys(place).length > 0 ? { location: place } : {}),
    ...(main
      ? { category: { main: main.slice(0, 100), ...(request.service_code ? { sub: request.service_code.slice(0, 100) } : {}) } }
      : {}),
    ...(updatedAt ? { updatedAt } : {}),
    ...(request.status?.toLowerCase() === 'closed' ? { closedAt: updatedAt ?? request.requested_datetime } : {}),
  }
}

const isInside = (lat: number, lon: number) =>
  lat >= NETHERLANDS.south && lat <= NETHERLANDS.north && lon >= NETHERLANDS.west && lon <= NETHERLANDS.east

const instantOf = (given: string | null | undefined): string | null => {
  const checked = z.iso.datetime({ offset: true }).safeParse(given)
  return checked.success ? checked.data : null
}
