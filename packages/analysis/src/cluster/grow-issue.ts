import type { ClusterItem } from './cluster-item.ts'
import { BOUNDS, HOUR_MS, type OpenIssue, type Told } from './open-issue.ts'
import { distanceMetres } from './place-fit.ts'
import { sketchOf } from './sketch.ts'
import type { Entry, Vocabulary } from './vocabulary.ts'

/** Adds one message to an issue: counts, place, hours, category and terms, each within its bound. */
export function growIssue(
  issue: OpenIssue,
  item: ClusterItem,
  terms: readonly string[],
  print: string,
  words: { vocabulary: Vocabulary; termsPerIssue: number; surfaceOf: (term: string) => string },
): void {
  issue.messages += 1
  words.vocabulary.addMessages(1)
  issue.firstAt = Math.min(issue.firstAt, item.createdAt)
  issue.lastAt = Math.max(issue.lastAt, item.createdAt)
  if (item.areaCode !== null) tally(issue.areas, item.areaCode, 1, BOUNDS.areas)
  if (item.lat !== null && item.lon !== null) addPoint(issue.point, item.lat, item.lon, 1, 0)
  addHour(issue.hours, Math.floor(item.createdAt / HOUR_MS), 1)
  if (item.category.main !== 'unknown') {
    tally(issue.categories, `${item.category.main}/${item.category.sub}`, 1, BOUNDS.categories)
    issue.category = largestCategory(issue.categories)
  }
  if (print !== '') remember(issue.fingerprints, print, BOUNDS.fingerprints)
  if (print !== '' && item.lat !== null && item.lon !== null) keepLast(issue.told, [sketchOf(terms), item.createdAt, item.lat, item.lon])
  remember(issue.newest, item.id, BOUNDS.newest)
  for (const term of terms) addTerm(issue, term, 1, words.surfaceOf, words.vocabulary)
  forgetTerms(issue, words.termsPerIssue, words.vocabulary)
}

/** Takes one message out again, as far as its traces are still there; first and last moment stay as they were. */
export function shrinkIssue(issue: OpenIssue, item: ClusterItem, terms: readonly string[], vocabulary: Vocabulary): void {
  issue.messages -= 1
  vocabulary.addMessages(-1)
  if (item.areaCode !== null) tally(issue.areas, item.areaCode, -1, BOUNDS.areas)
  const { point } = issue
  if (item.lat !== null && item.lon !== null && point.n > 0) {
    const left = point.n - 1
    const lat = left === 0 ? 0 : (point.lat * point.n - item.lat) / left
    const lon = left === 0 ? 0 : (point.lon * point.n - item.lon) / left
    Object.assign(point, { n: left, lat, lon, squares: left < 2 ? 0 : (point.squares * left) / (left + 1) })
  }
  addHour(issue.hours, Math.floor(item.createdAt / HOUR_MS), -1)
  tally(issue.categories, `${item.category.main}/${item.category.sub}`, -1, BOUNDS.categories)
  issue.category = largestCategory(issue.categories)
  const seen = issue.newest.indexOf(item.id)
  if (seen >= 0) issue.newest.splice(seen, 1)
  for (const text of terms) {
    const term = vocabulary.find(text)
    const entry = term && issue.terms.get(term)
    if (!entry) continue
    issue.squares -= 2 * entry.n - 1
    if (entry.n > 1) vocabulary.count(entry, entry.n - 1)
    else dropTerm(issue, entry, vocabulary)
  }
}

/** Everything that the younger issue knows goes into the older one. */
export function absorbIssue(into: OpenIssue, from: OpenIssue, vocabulary: Vocabulary, termsPerIssue: number): void {
  into.messages += from.messages
  into.firstAt = Math.min(into.firstAt, from.firstAt)
  into.lastAt = Math.max(into.lastAt, from.lastAt)
  for (const [code, count] of from.areas) tally(into.areas, code, count, BOUNDS.areas)
  if (from.point.n > 0) addPoint(into.point, from.point.lat, from.point.lon, from.point.n, from.point.squares)
  for (const [hour, count] of from.hours) addHour(into.hours, hour, count)
  for (const [category, count] of from.categories) tally(into.categories, category, count, BOUNDS.categories)
  into.category = largestCategory(into.categories)
  for (const print of from.fingerprints) remember(into.fingerprints, print, BOUNDS.fingerprints)
  for (const one of from.told) keepLast(into.told, one)
  for (const id of from.newest) remember(into.newest, id, BOUNDS.newest)
  for (const id of from.forbidden) remember(into.forbidden, id, BOUNDS.forbidden)
  for (const id of from.apart) if (id !== into.id) remember(into.apart, id, BOUNDS.apart)
  if (into.phrase === '') into.phrase = from.phrase
  for (const entry of [...from.terms.values()]) {
    const { text } = entry.term
    const { n, surface } = entry
    dropTerm(from, entry, vocabulary)
    addTerm(into, text, n, () => surface, vocabulary)
  }
  forgetTerms(into, termsPerIssue, vocabulary)
}

export function dropTerm(issue: OpenIssue, entry: Entry, vocabulary: Vocabulary): void {
  issue.terms.delete(entry.term)
  vocabulary.unpost(entry)
}

function addTerm(issue: OpenIssue, text: string, n: number, surfaceOf: (term: string) => string, vocabulary: Vocabulary): void {
  const term = vocabulary.intern(text)
  const entry = issue.terms.get(term)
  if (entry) {
    issue.squares += n * n + 2 * n * entry.n
    vocabulary.count(entry, entry.n + n)
    if (entry.surface === '') entry.surface = surfaceOf(text)
    return
  }
  const fresh: Entry = { issue, term, n, surface: surfaceOf(text) }
  issue.terms.set(term, fresh)
  issue.squares += n * n
  vocabulary.post(fresh)
}

/** Keeps the terms that most messages hold; among equals the oldest leave first, so that an issue may drift. */
function forgetTerms(issue: OpenIssue, keep: number, vocabulary: Vocabulary): void {
  let surplus = issue.terms.size - keep
  for (let least = 1; surplus > 0; least++) {
    for (const entry of issue.terms.values()) {
      if (entry.n !== least) continue
      issue.squares -= entry.n * entry.n
      dropTerm(issue, entry, vocabulary)
      surplus -= 1
      if (surplus === 0) break
    }
  }
}

/** Welford's running mean, for one point or for a group with its own spread. */
function addPoint(point: OpenIssue['point'], lat: number, lon: number, n: number, squares: number): void {
  const total = point.n + n
  const metres = point.n === 0 ? 0 : distanceMetres(lat, lon, point.lat, point.lon)
  point.squares += squares + (metres * metres * point.n * n) / total
  point.lat += ((lat - point.lat) * n) / total
  point.lon += ((lon - point.lon) * n) / total
  point.n = total
}

function addHour(hours: Map<number, number>, hour: number, count: number): void {
  const next = (hours.get(hour) ?? 0) + count
  if (next > 0) hours.set(hour, next)
  else hours.delete(hour)
  if (hours.size <= 1) return
  let newest = hour
  for (const one of hours.keys()) if (one > newest) newest = one
  for (const one of hours.keys()) if (one <= newest - BOUNDS.hours) hours.delete(one)
}

function tally(counts: Map<string, number>, key: string, by: number, bound: number): void {
  const next = (counts.get(key) ?? 0) + by
  if (next > 0) counts.set(key, next)
  else counts.delete(key)
  if (counts.size <= bound) return
  let least: string | null = null
  for (const [one, count] of counts) if (one !== key && (least === null || count < counts.get(least)!)) least = one
  if (least !== null) counts.delete(least)
}

export function largestCategory(categories: ReadonlyMap<string, number>): { main: string; sub: string } {
  let best = 'unknown/unknown'
  let most = 0
  for (const [category, count] of categories) {
    if (count > most) {
      best = category
      most = count
    }
  }
  const slash = best.indexOf('/')
  return { main: best.slice(0, slash), sub: best.slice(slash + 1) }
}

function keepLast(told: Told[], one: Told): void {
  told.push(one)
  if (told.length > BOUNDS.told) told.shift()
}

function remember(list: string[], value: string, bound: number): void {
  const known = list.indexOf(value)
  if (known >= 0) list.splice(known, 1)
  list.push(value)
  if (list.length > bound) list.shift()
}
