import type { ClusterItem } from './cluster-item.ts'
import type { OpenIssue } from './open-issue.ts'
import { type Reach, reachOf } from './reach.ts'
import { SpokenIssues } from './spoken-issues.ts'

const METRES_PER_LAT = 111_195
/** Metres per degree of longitude at 52° north; only the width of a cell depends on it. */
const METRES_PER_LON = 68_460

/** Issues of one kind anywhere that are looked at, latest message first. */
const SPOKEN_LIMIT = 16

/** The open issues by kind and place: per sub category, the areas and the cell of the map in which an issue lies. */
export class PlaceKeys {
  readonly #lists = new Map<string, OpenIssue[]>()
  readonly #spoken = new SpokenIssues()

  /** Lists the issue under its present keys. */
  update(issue: OpenIssue): void {
    this.#spoken.update(issue)
    const keys = keysOfIssue(issue)
    if (keys.length === issue.placeKeys.length && keys.every((key, at) => key === issue.placeKeys[at])) return
    for (const key of issue.placeKeys) if (!keys.includes(key)) this.#remove(key, issue)
    for (const key of keys) if (!issue.placeKeys.includes(key)) this.#add(key, issue)
    issue.placeKeys = keys
  }

  remove(issue: OpenIssue): void {
    this.#spoken.remove(issue)
    for (const key of issue.placeKeys) this.#remove(key, issue)
    issue.placeKeys = []
  }

  /** Calls back for issues of the message's kind near its place, at most `limit` newest per list, and for those that people speak of now; one may come twice. */
  forEachNear(item: Pick<ClusterItem, 'areaCode' | 'lat' | 'lon' | 'category'>, limit: number, visit: (issue: OpenIssue) => void): void {
    const { sub } = item.category
    if (sub === 'unknown') return
    const reach = reachOf(sub)
    this.#spoken.forEachLatest(sub, SPOKEN_LIMIT, visit)
    if (!Number.isFinite(reach.radiusM)) {
      this.#visit(`${sub}|`, limit, visit)
      return
    }
    if (item.areaCode !== null) this.#visit(`${sub}|${item.areaCode}`, limit, visit)
    if (item.lat === null || item.lon === null) return
    const [row, column] = cellOf(item.lat, item.lon, reach)
    for (let north = -1; north <= 1; north++) {
      for (let east = -1; east <= 1; east++) this.#visit(`${sub}@${row + north},${column + east}`, limit, visit)
    }
  }

  #visit(key: string, limit: number, visit: (issue: OpenIssue) => void): void {
    const list = this.#lists.get(key)
    if (!list) return
    for (let at = list.length - 1, last = Math.max(0, list.length - limit); at >= last; at--) visit(list[at]!)
  }

  #add(key: string, issue: OpenIssue): void {
    const list = this.#lists.get(key)
    if (!list) this.#lists.set(key, [issue])
    else {
      let at = list.length
      while (at > 0 && list[at - 1]!.serial > issue.serial) at -= 1
      list.splice(at, 0, issue)
    }
  }

  #remove(key: string, issue: OpenIssue): void {
    const list = this.#lists.get(key)
    if (!list) return
    if (list.length === 1) this.#lists.delete(key)
    else list.splice(list.indexOf(issue), 1)
  }
}

function keysOfIssue(issue: OpenIssue): string[] {
  const { sub } = issue.category
  if (sub === 'unknown') return []
  const reach = reachOf(sub)
  if (!Number.isFinite(reach.radiusM)) return [`${sub}|`]
  const keys: string[] = []
  for (const code of issue.areas.keys()) keys.push(`${sub}|${code}`)
  if (issue.point.n > 0) keys.push(`${sub}@${cellOf(issue.point.lat, issue.point.lon, reach).join(',')}`)
  return keys
}

/** Cells are as wide as twice the radius: the rim of an issue reaches no further than the next cell. */
function cellOf(lat: number, lon: number, reach: Reach): [number, number] {
  const metres = 2 * reach.radiusM
  return [Math.floor((lat * METRES_PER_LAT) / metres), Math.floor((lon * METRES_PER_LON) / metres)]
}
