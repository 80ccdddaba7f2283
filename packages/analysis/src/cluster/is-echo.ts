import type { ClusterItem } from './cluster-item.ts'
import type { MessageTerms } from './message-terms.ts'
import { HOUR_MS, type OpenIssue } from './open-issue.ts'
import { distanceMetres } from './place-fit.ts'
import { isCopy, sketchOf } from './sketch.ts'

const NEAR_METRES = 50
const NEAR_HOURS = 24

/**
 * Whether the issue holds a message in the same words, or in these with a few changed, within 50 metres and 24 hours; never for a message
 * without point or of few words.
 */
export function isEcho(
  issue: Pick<OpenIssue, 'told'>,
  { createdAt, lat, lon }: ClusterItem,
  { terms, print }: Pick<MessageTerms, 'terms' | 'print'>,
): boolean {
  if (print === '' || lat === null || lon === null) return false
  const near = issue.told.filter(
    ([, at, otherLat, otherLon]) =>
      Math.abs(createdAt - at) <= NEAR_HOURS * HOUR_MS && distanceMetres(lat, lon, otherLat, otherLon) <= NEAR_METRES,
  )
  if (near.length === 0) return false
  const sketch = sketchOf(terms)
  return near.some(([other]) => isCopy(sketch, other))
}
