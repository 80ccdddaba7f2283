import { DEFAULT_TAXONOMY } from '@rumoer/contracts'
import type { PublicReport } from '@rumoer/store'
import { z } from 'zod'
import { type PublicCategory, publicCategoryOf } from '../public-category.ts'

export const service = z.object({
  service_code: z.string(),
  service_name: z.string(),
  description: z.string(),
  metadata: z.boolean(),
  type: z.literal('realtime'),
  keywords: z.string(),
  group: z.string(),
})

export const serviceDefinition = z.object({ service_code: z.string(), attributes: z.array(z.never()) })

export const serviceRequest = z.object({
  service_request_id: z.string(),
  status: z.enum(['open', 'closed']),
  status_notes: z.string().nullable(),
  service_name: z.string().nullable(),
  service_code: z.string().nullable(),
  description: z.string().nullable(),
  agency_responsible: z.string().nullable(),
  service_notice: z.string().nullable(),
  requested_datetime: z.iso.datetime(),
  updated_datetime: z.iso.datetime(),
  expected_datetime: z.iso.datetime().nullable(),
  address: z.string().nullable(),
  address_id: z.string().nullable(),
  zipcode: z.string().nullable(),
  lat: z.number().nullable(),
  long: z.number().nullable(),
  media_url: z.string().nullable(),
})

export const errors = z.array(z.object({ code: z.int(), description: z.string() }))

const DEPARTMENTS = new Map(DEFAULT_TAXONOMY.departments.map(({ code, name }) => [code, name]))

export const toService = ({ code, main, sub }: PublicCategory): z.output<typeof service> => ({
  service_code: code,
  service_name: sub.name,
  description: `${main.name}: ${sub.name}`,
  metadata: false,
  type: 'realtime',
  keywords: '',
  group: main.name,
})

/** A melding as its reporter may see it again. `isShared` false leaves out words and place: of those only the status is told. */
export function toServiceRequest({ id, message }: PublicReport, isShared: boolean): z.output<typeof serviceRequest> {
  const category = publicCategoryOf(message)
  return {
    service_request_id: id,
    status: message.closedAt === null ? 'open' : 'closed',
    status_notes: null,
    service_name: category?.sub.name ?? null,
    service_code: category?.code ?? null,
    description: isShared ? message.text : null,
    agency_responsible: DEPARTMENTS.get(message.reading?.department ?? '') ?? null,
    service_notice: null,
    requested_datetime: message.createdAt,
    updated_datetime: message.closedAt ?? message.createdAt,
    expected_datetime: null,
    address: isShared ? (message.location?.address ?? null) : null,
    address_id: null,
    zipcode: null,
    lat: isShared ? (message.location?.lat ?? null) : null,
    long: isShared ? (message.location?.lon ?? null) : null,
    media_url: null,
  }
}
