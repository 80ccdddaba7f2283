import { z } from 'zod'
import { channel } from './message.ts'
import { day, id, instant } from './primitives.ts'

export const CONTENT_STATUSES = ['idea', 'assigned', 'draft', 'review', 'approved', 'published', 'cancelled'] as const
export const contentStatus = z.enum(CONTENT_STATUSES)
export type ContentStatus = z.infer<typeof contentStatus>

/** Something the newsroom plans, makes and publishes. `plannedOn` null is the shelf of undated ideas. */
export const contentItem = z.object({
  id,
  title: z.string(),
  status: contentStatus,
  owner: z.object({ id, name: z.string() }).nullable(),
  plannedOn: day.nullable(),
  channels: z.array(channel),
  issueId: id.nullable(),
  issueTitle: z.string().nullable(),
  notes: z.string(),
  /** Order within its status column, ascending. */
  position: z.number(),
  version: z.int().positive(),
  createdAt: instant,
  updatedAt: instant,
})
export type ContentItem = z.infer<typeof contentItem>

const fields = {
  title: z.string().trim().min(3).max(160),
  status: contentStatus,
  owner: id.nullable(),
  plannedOn: day.nullable(),
  channels: z.array(channel).min(1, 'expected at least one channel').max(20),
  issueId: id.nullable(),
  notes: z.string().max(5_000),
  position: z.number(),
}
export const newContentItem = z.strictObject({
  title: fields.title,
  status: fields.status.default('idea'),
  owner: fields.owner.default(null),
  plannedOn: fields.plannedOn.default(null),
  channels: fields.channels,
  issueId: fields.issueId.default(null),
  notes: fields.notes.default(''),
})
export type NewContentItem = z.infer<typeof newContentItem>

/** `version` is the version the person saw: a stale one is refused with 409 and the present item. */
export const contentItemPatch = z.strictObject({
  version: z.int().positive(),
  title: fields.title.optional(),
  status: fields.status.optional(),
  owner: fields.owner.optional(),
  plannedOn: fields.plannedOn.optional(),
  channels: fields.channels.optional(),
  issueId: fields.issueId.optional(),
  notes: fields.notes.optional(),
  position: fields.position.optional(),
})
export type ContentItemPatch = z.infer<typeof contentItemPatch>
