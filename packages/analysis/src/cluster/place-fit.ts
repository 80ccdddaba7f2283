import { areaChain } from '@rumoer/contracts'
import type { ClusterItem } from './cluster-item.ts'
import type { OpenIssue } from './open-issue.ts'
import type { Reach } from './reach.ts'

export type Where = Pick<ClusterItem, 'areaCode' | 'lat' | 'lon'>
export type PlaceFit = { points: number; why: string }

const EARTH_METRES_PER_DEGREE = 111_195
const STREET_METRES = 250
const SAME_AREA = 'plaats: hetzelfde gebied'
const UNKNOWN: PlaceFit = { points: 0, why: '' }

/**
 * How well a place fits an issue, in points of the score; null when it cannot be the same incident.
 *
 * Two points: 0.4 at the issue's centre falling to 0.25 at its rim (radius of the kind plus the issue's own spread), 0 up to twice the rim,
 * beyond that, inside a buurt that the issue has, 0.15 (an object: 0 up to 250 metres, a street's
 * length); impossible elsewhere. Areas: the same smallest area 0.25, one inside the other 0.1, two buurten of one wijk 0.1 for what air carries, else
 * impossible. A municipality-wide kind never excludes. A place unknown on either side: 0.
 *
 * @example placeFit({ areaCode: 'BU99010101', lat: null, lon: null }, issueInThatBuurt, REACHES.nuisance)?.points // 0.25
 */
export function placeFit(where: Where, issue: Pick<OpenIssue, 'areas' | 'point'>, reach: Reach): PlaceFit | null {
  if (where.lat !== null && where.lon !== null && issue.point.n > 0 && Number.isFinite(reach.radiusM)) {
    const metres = distanceMetres(where.lat, where.lon, issue.point.lat, issue.point.lon)
    const rim = reach.radiusM + Math.min(spreadMetres(issue.point), reach.radiusM)
    if (metres <= rim) return { points: 0.4 - (0.15 * metres) / rim, why: `plaats: ${Math.round(metres)} meter van het midden` }
    if (metres <= 2 * rim) return UNKNOWN
    if (!isBuurtOf(where.areaCode, issue.areas)) return null
    if (reach.name === 'object') return metres <= STREET_METRES ? UNKNOWN : null
    return { points: 0.15, why: SAME_AREA }
  }
  if (where.areaCode === null || isWholeTown(where.areaCode) || issue.areas.size === 0) return UNKNOWN
  return areaFit(where.areaCode, issue.areas, reach)
}

function areaFit(code: string, areas: ReadonlyMap<string, number>, reach: Reach): PlaceFit | null {
  if (areas.has(code)) return { points: !Number.isFinite(reach.radiusM) ? 0.1 : 0.25, why: SAME_AREA }
  if (!Number.isFinite(reach.radiusM)) return UNKNOWN
  const wijk = wijkOf(code)
  let sameWijk = false
  for (const other of areas.keys()) {
    if (other === wijk || code === wijkOf(other)) return { points: 0.1, why: 'plaats: dezelfde wijk' }
    sameWijk ||= wijkOf(other) === wijk
  }
  return sameWijk && reach.name === 'smell' ? { points: 0.1, why: 'plaats: dezelfde wijk' } : null
}

const isBuurtOf = (code: string | null, areas: ReadonlyMap<string, number>) => code?.startsWith('BU') === true && areas.has(code)
const isWholeTown = (code: string) => code.startsWith('GM')
const wijkOf = (code: string) => (code.startsWith('BU') ? areaChain(code)[1]! : code)

/** Root mean square distance of an issue's points to their centre, in metres; 0 for a single point. */
export function spreadMetres(point: { n: number; squares: number }): number {
  return point.n < 2 ? 0 : Math.sqrt(point.squares / point.n)
}

/**
 * Distance in metres between two WGS84 points, on a plane that touches the earth at the first: exact to 0.1% within a municipality.
 *
 * @example distanceMetres(52, 6, 52.001, 6) // 111.195
 */
export function distanceMetres(lat: number, lon: number, otherLat: number, otherLon: number): number {
  const north = (otherLat - lat) * EARTH_METRES_PER_DEGREE
  const east = (otherLon - lon) * EARTH_METRES_PER_DEGREE * Math.cos((lat * Math.PI) / 180)
  return Math.sqrt(north * north + east * east)
}
