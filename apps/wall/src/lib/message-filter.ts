import { FACETS, MESSAGE_KINDS, RESIDENT_ROLES, SENTIMENTS } from '@rumoer/contracts'
import { areaParam, dropEmpty, matching, oneOf, slugParam, textParam, uuidParam } from './issue-filter.ts'

/** The message search that lives in the address, named as the API names it. */
export type MessageFilter = {
  q?: string
  area?: string
  category?: string
  channel?: string
  kind?: string
  sentiment?: string
  facet?: string
  role?: string
  from?: string
  to?: string
  issue?: string
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/

export function parseMessageFilter(search: Record<string, unknown>): MessageFilter {
  return dropEmpty({
    q: textParam(search.q),
    area: areaParam(search.area),
    category: slugParam(search.category),
    channel: slugParam(search.channel),
    kind: oneOf(search.kind, MESSAGE_KINDS),
    sentiment: oneOf(search.sentiment, SENTIMENTS),
    facet: oneOf(search.facet, FACETS),
    role: oneOf(search.role, RESIDENT_ROLES),
    from: matching(search.from, INSTANT),
    to: matching(search.to, INSTANT),
    issue: uuidParam(search.issue),
  })
}
