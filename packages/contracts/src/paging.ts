import { z } from 'zod'
import { issueStatus, level } from './issue.ts'
import { messageKind } from './message.ts'
import { areaCode, id, instant } from './primitives.ts'
import { facet, residentRole, sentimentLabel } from './reading.ts'

export const MAX_PAGE = 500
export const DEFAULT_PAGE = 50

/** A page of a collection; `seq` is the stream position the snapshot was read at, `total` is present when asked for. */
export const collection = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), next: z.string().nullable(), seq: z.int().nonnegative(), total: z.int().nonnegative().optional() })
export type Collection<Item> = { items: Item[]; next: string | null; seq: number; total?: number }

export const pageQuery = {
  limit: z.coerce.number().int().min(1).max(MAX_PAGE).default(DEFAULT_PAGE),
  cursor: z.string().max(500).optional(),
  total: z.stringbool().default(false),
  /** Id of a running or finished replay to look at instead of the municipality itself. */
  replay: z.coerce.number().int().positive().optional(),
}

export const messageQuery = z.strictObject({
  ...pageQuery,
  q: z.string().max(200).optional(),
  area: areaCode.optional(),
  category: z.string().max(100).optional(),
  channel: z.string().max(40).optional(),
  kind: messageKind.optional(),
  sentiment: sentimentLabel.optional(),
  facet: facet.optional(),
  role: residentRole.optional(),
  from: instant.optional(),
  to: instant.optional(),
  issue: id.optional(),
  /** Absent: `receivedAt`, oldest first; `-receivedAt` is newest first. */
  sort: z.enum(['receivedAt', '-receivedAt']).optional(),
})
export type MessageQuery = z.infer<typeof messageQuery>

export const issueQuery = z.strictObject({
  ...pageQuery,
  q: z.string().max(200).optional(),
  area: areaCode.optional(),
  category: z.string().max(100).optional(),
  channel: z.string().max(40).optional(),
  kind: messageKind.optional(),
  sentiment: sentimentLabel.optional(),
  from: instant.optional(),
  to: instant.optional(),
  status: issueStatus.optional(),
  level: level.optional(),
  assignee: z.union([id, z.literal('none')]).optional(),
  sort: z.enum(['heat', 'receivedAt']).default('receivedAt'),
})
export type IssueQuery = z.infer<typeof issueQuery>
