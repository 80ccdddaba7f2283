import { z } from 'zod'

/** By what a search in messages is counted, each named as the filter of `messageQuery` that narrows it. */
export const COUNTED_BY = ['channel', 'kind', 'category', 'area', 'sentiment', 'facet', 'role'] as const
export type CountedBy = (typeof COUNTED_BY)[number]

const counted = z.array(z.object({ value: z.string(), messages: z.int().positive() }))

/**
 * How many messages a search finds, and how many it would find with each other choice of one filter: a list is counted without its own filter, so that
 * a chosen channel leaves the others to choose from. Most first. Areas of all levels, categories by their main one; a message may have several facets and roles.
 */
export const messageCounts = z.object({
  seq: z.int().nonnegative(),
  total: z.int().nonnegative(),
  channel: counted,
  kind: counted,
  category: counted,
  area: counted,
  sentiment: counted,
  facet: counted,
  role: counted,
})
export type MessageCounts = z.infer<typeof messageCounts>
