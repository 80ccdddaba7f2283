import type { MessageKind } from '@rumoer/contracts'

/** What the clusterer looks at of one message. Coordinates are WGS84 degrees, `category` is `unknown` / `unknown` when not known. */
export type ClusterItem = {
  id: string
  text: string
  /** As it was read; without one it counts as Dutch. */
  language?: string | null
  /** Milliseconds since 1970. */
  createdAt: number
  /** Smallest known CBS area code. */
  areaCode: string | null
  lat: number | null
  lon: number | null
  category: { main: string; sub: string }
  kind: MessageKind
  channel: string
  closed: boolean
}

/** Where a message went. `score` is 1 when it just sufficed; a new issue carries the best score that did not (0: no candidate). */
export type Placement = {
  issueId: string
  isNew: boolean
  score: number
  reasons: readonly string[]
  /** The same words, or these with a few changed, were said within 50 metres and 24 hours before: without an author it is not a voice of its own. */
  isEcho: boolean
}
