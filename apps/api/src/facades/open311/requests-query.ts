import { z } from 'zod'
import { badField } from '../../errors.ts'

const DAY_MS = 86_400_000
/** The widest window that the standard asks a server to give. */
export const MAX_WINDOW_DAYS = 90

/** An empty parameter is an absent one. */
const given = <Schema extends z.ZodType>(schema: Schema) => z.preprocess((value) => (value === '' ? undefined : value), schema.optional())
const commaList = z.string().transform((text) => text.split(',').map((part) => part.trim()))
const instant = z.iso.datetime({ offset: true, error: 'expected a time with offset, such as 2026-11-24T09:00:00Z' })

/** Names are those of the standard; names that it does not know are let be. */
export const requestsQuery = z.object({
  jurisdiction_id: given(z.string().max(200)),
  service_request_id: given(commaList),
  service_code: given(commaList),
  start_date: given(instant),
  end_date: given(instant),
  status: given(commaList.pipe(z.array(z.enum(['open', 'closed'])))),
})
export type RequestsQuery = z.output<typeof requestsQuery>

/** The window that is asked for: the last 90 days, or 90 days from the end that is given. Both ends count. */
export function windowOf({ start_date, end_date }: RequestsQuery, now: Date): { from: Date; to: Date } {
  const [startMs, endMs] = [start_date, end_date].map((text) => (text === undefined ? undefined : Date.parse(text)))
  const toMs = endMs ?? (startMs === undefined ? now.getTime() : startMs + MAX_WINDOW_DAYS * DAY_MS)
  const fromMs = startMs ?? toMs - MAX_WINDOW_DAYS * DAY_MS
  if (fromMs > toMs) throw badField('end_date', end_date, 'expected a time after start_date')
  if (toMs - fromMs > MAX_WINDOW_DAYS * DAY_MS)
    throw badField('end_date', end_date, `expected at most ${MAX_WINDOW_DAYS} days after start_date`)
  return { from: new Date(fromMs), to: new Date(toMs) }
}
