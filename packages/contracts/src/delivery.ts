import { z } from 'zod'
import { id, instant } from './primitives.ts'

/** Where signed notices of alerts go. */
export const newWebhook = z.strictObject({
  name: z.string().trim().min(3).max(80),
  url: z.url({ protocol: /^https?$/, error: 'expected an http or https address' }).max(500),
  /** Who sends, for CloudEvents after the NL GOV profile; null: a Standard Webhooks body. */
  cloudEventSource: z
    .string()
    .regex(
      /^urn:nld:(oin:\d{20}|kvknr:\d{8}):systeem:[a-z0-9-]{1,40}$/,
      'expected a name such as urn:nld:oin:00000001234567890000:systeem:rumoer',
    )
    .nullable()
    .default(null),
})
export type NewWebhook = z.infer<typeof newWebhook>
export const webhook = newWebhook.extend({ id, createdAt: instant })
export type Webhook = z.infer<typeof webhook>

/** `raised` begins; what follows goes to whoever got that. `digest` waits for the daily mail. */
export const DELIVERY_KINDS = ['raised', 'repeat', 'updated', 'closed', 'digest'] as const
export const DELIVERY_STATUSES = ['waiting', 'sent', 'dead', 'dropped'] as const

/** One notice of one alert to one receiver: sent at least once, told apart by its id. */
export const delivery = z.object({
  id,
  alert: id,
  rule: id.nullable(),
  channel: z.enum(['mail', 'webhook']),
  /** Name of the person or of the webhook. */
  to: z.string(),
  kind: z.enum(DELIVERY_KINDS),
  status: z.enum(DELIVERY_STATUSES),
  attempts: z.int().nonnegative(),
  createdAt: instant,
  /** Not before this. */
  dueAt: instant,
  sentAt: instant.nullable(),
  error: z.string().nullable(),
})
export type Delivery = z.infer<typeof delivery>
