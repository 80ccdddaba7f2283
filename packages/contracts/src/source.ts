import { z } from 'zod'
import { channel, messageOut } from './message.ts'
import { day, id, instant } from './primitives.ts'

/** Kinds that are sent to, brought by hand, or played; then those that fetch for themselves. */
export const SOURCE_KINDS = [
  'http',
  'public-form',
  'file',
  'manual',
  'demo',
  'feed',
  'signalen',
  'signalen-map',
  'open311',
  'imap',
  'mastodon',
] as const
export const sourceKind = z.enum(SOURCE_KINDS)

/** Kinds that also take reports of ours: a melding can be handed over to a source of these. */
export const KINDS_THAT_TAKE_REPORTS: readonly z.infer<typeof sourceKind>[] = ['signalen', 'signalen-map', 'open311']

/** How a source is doing. `quiet` (no messages, nothing wrong) and `failing` never look alike; `ended` is past the end date of its purpose. */
export const SOURCE_STATES = ['good', 'slow', 'quiet', 'failing', 'new', 'paused', 'ended'] as const
export const sourceState = z.enum(SOURCE_STATES)
export type SourceState = z.infer<typeof sourceState>

/** Taking in what a source holds of earlier, beside what is new. `share` is what is done, from 0 to 1. */
export const backfill = z.object({
  from: instant,
  to: instant,
  status: z.enum(['running', 'done', 'failed']),
  share: z.number().min(0).max(1),
  messages: z.int().nonnegative(),
  error: z.string().nullable(),
})
export type Backfill = z.infer<typeof backfill>

export const source = z.object({
  id,
  name: z.string(),
  kind: sourceKind,
  channel,
  state: sourceState,
  lastSuccessAt: instant.nullable(),
  lastMessageAt: instant.nullable(),
  lastError: z.string().nullable(),
  messages: z.int().nonnegative(),
  createdAt: instant,
  retentionDays: z.int().positive(),
  pausedAt: instant.nullable(),
  endsOn: day.nullable(),
  /** New messages of the last 24 hours beside the mean day of the four weeks before, its busiest day left out; null in the first week. */
  rate: z.object({ lastDay: z.int().nonnegative(), normalDay: z.number().nonnegative().nullable() }),
  /** Of a source that fetches for itself: how long ago all that it had was in, what was refused lately, and a back-fill. */
  fetching: z
    .object({ lagSeconds: z.int().nonnegative().nullable(), rejected: z.int().nonnegative(), backfill: backfill.nullable() })
    .nullable(),
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

export type SourcePurpose = z.infer<typeof sourcePurpose>

/** What is filled in for a connector; which names and values it takes the kind of source says. */
export const sourceFields = z.record(
  z.string().max(60),
  z.union([z.string().max(4_000), z.number(), z.boolean(), z.array(z.string().max(500)).max(500)]),
)
export type SourceFields = z.infer<typeof sourceFields>

export const newSource = z.strictObject({
  name: z.string().min(1).max(100),
  kind: sourceKind.default('http'),
  channel,
  purpose: sourcePurpose.optional(),
  /** Of a source that fetches for itself, secrets included; they are never told again. */
  settings: sourceFields.optional(),
  /** Added without being switched on. */
  paused: z.boolean().default(false),
})
export type NewSource = z.infer<typeof newSource>

/** Text in both languages of the screen. */
export const words = z.object({ nl: z.string(), en: z.string() })
export type Words = z.infer<typeof words>

/** One thing to fill in for a connector. A secret is never told again once it is stored. */
export const sourceField = z.object({
  name: z.string(),
  label: words,
  help: words.nullable(),
  input: z.enum(['text', 'url', 'number', 'choice', 'lines', 'switch', 'secret']),
  choices: z.array(z.string()).nullable(),
  required: z.boolean(),
  default: z.unknown(),
})
export type SourceField = z.infer<typeof sourceField>

/** A kind of source that can be added on the screen, and what it keeps of a message. */
export const sourceKindInfo = z.object({
  kind: sourceKind,
  name: words,
  about: words,
  keeps: words,
  channel,
  fields: z.array(sourceField),
  canBackfill: z.boolean(),
})
export type SourceKindInfo = z.infer<typeof sourceKindInfo>

/** A message as it would be stored: masked, and without its author. */
export const sampleMessage = messageOut
  .pick({ kind: true, channel: true, text: true, language: true, createdAt: true, closedAt: true, location: true })
  .extend({ category: z.string().nullable(), hasAuthor: z.boolean() })
export const sourceSample = z.object({ messages: z.array(sampleMessage), refused: z.array(z.string()), deletes: z.int().nonnegative() })
export type SourceSample = z.infer<typeof sourceSample>
