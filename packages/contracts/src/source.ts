import { z } from 'zod'
import { channel } from './message.ts'
import { day, id, instant } from './primitives.ts'

export const SOURCE_KINDS = ['http', 'file', 'manual', 'demo'] as const
export const sourceKind = z.enum(SOURCE_KINDS)

/** How a source is doing. `quiet` (no messages, nothing wrong) and `failing` never look alike. */
export const SOURCE_STATES = ['good', 'slow', 'quiet', 'failing', 'new'] as const
export const sourceState = z.enum(SOURCE_STATES)
export type SourceState = z.infer<typeof sourceState>

export const source = z.object({
  id,
  name: z.string(),
  kind: sourceKind,
  channel,
  state: sourceState,
  lastSuccessAt: instant.nullable(),
  lastError: z.string().nullable(),
  messages: z.int().nonnegative(),
  createdAt: instant,
  retentionDays: z.int().positive(),
})
export type Source = z.infer<typeof source>

/** Channels on which residents speak as private persons: a source of these needs the purpose fields before it may be switched on. */
export const PERSONAL_CHANNELS = [
  'email',
  'whatsapp',
  'sms',
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
] as const

export const sourcePurpose = z.strictObject({
  purpose: z.string().min(10).max(500),
  legalGround: z.string().min(3).max(200),
  owner: z.string().min(2).max(200),
  endsOn: day,
  retentionDays: z.int().min(1).max(400),
})

export const newSource = z.strictObject({
  name: z.string().min(1).max(100),
  kind: sourceKind.default('http'),
  channel,
  purpose: sourcePurpose.optional(),
})
export type NewSource = z.infer<typeof newSource>
