import type { ClusterItem } from './cluster-item.ts'
import { HOUR_MS, type OpenIssue } from './open-issue.ts'
import { distanceMetres } from './place-fit.ts'

const NEAR_METRES = 50
const NEAR_HOURS = 24

/** Whether the issue holds a message in the same words within 50 metres and 24 hours; never for a message without point or of few words. */
export function isEcho(issue: Pick<OpenIssue, 'told'>, { createdAt, lat, lon }: ClusterItem, print: string): boolean {
  if (print === '' || lat === null || lon === null) return false
  return issue.told.some(
    ([other, at, otherLat, otherLon]) =>
      other === print && Math.abs(createdAt - at) <= NEAR_HOURS * HOUR_MS && distanceMetres(lat, lon, otherLat, otherLon) <= NEAR_METRES,
  )
}
