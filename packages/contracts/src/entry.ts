import { z } from 'zod'
import { issue } from './issue.ts'
import { channel, MAX_TEXT_LENGTH, messageOut } from './message.ts'
import { areaCode, id, instant } from './primitives.ts'

/** What a colleague writes down at the telephone or the desk. The id is made where it is written, so that sending it again is the same entry. */
export const newEntry = z.strictObject({
  id,
  kind: z.enum(['contact', 'melding']).default('contact'),
  channel,
  text: z.string().trim().min(1).max(MAX_TEXT_LENGTH),
  address: z.string().trim().max(500).optional(),
  createdAt: instant,
})
export type NewEntry = z.input<typeof newEntry>

export const nearbyQuestion = z.strictObject({ text: z.string().max(MAX_TEXT_LENGTH), address: z.string().max(500).optional() })

/** What plays already where and about what somebody is writing; the likeliest first. */
export const nearby = z.object({
  /** The smallest place that the words name; null when they name none. */
  place: z.object({ code: areaCode, name: z.string() }).nullable(),
  issues: z.array(issue.pick({ id: true, title: true, level: true, status: true, messages: true, areaCodes: true, lastAt: true })),
  /** Meldingen that are not closed. */
  meldingen: z.array(messageOut.pick({ id: true, text: true, channel: true, createdAt: true, areaCode: true, issue: true })),
})
export type Nearby = z.infer<typeof nearby>
