import { bestOf } from './best-of.ts'
import type { IssueFinder } from './find-issue.ts'
import { HOUR_MS, type OpenIssue } from './open-issue.ts'
import { placeFit } from './place-fit.ts'
import { isSameSub, jointReach } from './score-join.ts'
import type { ClusterSettings } from './settings.ts'
import type { Entry, Vocabulary } from './vocabulary.ts'

/** Two issues that turn out to be one: the older keeps its id. `cosine` stands against `needed`. */
export type MergeProposal = { into: string; from: string; cosine: number; needed: number }

const POSTINGS_PER_TERM = 400
const PARTNERS = 8
const THIRTY = Math.log(30)

/**
 * Looks for the best partner of an issue among the other open issues, by the cosine of their weighted counts over its strongest terms.
 *
 * The cosine must pass a bar that rises with the smaller issue's size (ln), with an extra guard above 30 messages: without it large issues
 * chain together. Kinds, places, silence and people's splits are obeyed; where kind or place are known, words must agree the more. Null when none passes.
 */
export function findPartner(
  issue: OpenIssue,
  finder: IssueFinder,
  vocabulary: Vocabulary,
  settings: ClusterSettings,
): (MergeProposal & { partner: OpenIssue }) | null {
  const stamp = finder.newStamp()
  const seen: OpenIssue[] = []
  for (const entry of strongestTerms(issue, vocabulary, settings.mergeTerms)) {
    const { entries } = entry.term
    const weight = vocabulary.weight(entry.term) * finder.power(entry.n)
    for (let at = entries.length - 1, last = Math.max(0, at + 1 - POSTINGS_PER_TERM); at >= last; at--) {
      const { issue: other, n } = entries[at]!
      if (other === issue) continue
      if (other.stamp !== stamp) {
        other.stamp = stamp
        other.dot = 0
        seen.push(other)
      }
      other.dot += weight * finder.power(n)
    }
  }
  const length = Math.sqrt(finder.squaredNorm(issue))
  let best: (MergeProposal & { partner: OpenIssue }) | null = null
  for (const partner of likeliest(seen)) {
    if (!mayMerge(issue, partner)) continue
    const needed = mergeBar(Math.min(issue.messages, partner.messages), settings) * doubtOf(issue, partner)
    const cosine = partner.dot / (length * Math.sqrt(finder.squaredNorm(partner)))
    const margin = cosine - needed
    if (
      margin < 0 ||
      (best && (margin < best.cosine - best.needed || (margin === best.cosine - best.needed && partner.serial > best.partner.serial)))
    )
      continue
    const [into, from] = partner.serial < issue.serial ? [partner, issue] : [issue, partner]
    best = { into: into.id, from: from.id, cosine, needed, partner }
  }
  return best
}

/** The partners with the largest products beside their size, by whole counts: the exact length is costly and is taken of these alone. */
function likeliest(seen: readonly OpenIssue[]): readonly OpenIssue[] {
  return bestOf(seen, PARTNERS, ({ dot, squares }) => dot / squares ** 0.4)
}

/** Bar of the cosine for two issues of which the smaller has so many messages. */
export function mergeBar(smaller: number, settings: ClusterSettings): number {
  const size = Math.log(smaller)
  return (
    settings.mergeAtOne +
    ((settings.mergeAtThirty - settings.mergeAtOne) * size) / THIRTY +
    settings.mergeGuard * Math.max(0, size - THIRTY)
  )
}

function mayMerge(one: OpenIssue, other: OpenIssue): boolean {
  if (one.apart.includes(other.id) || other.apart.includes(one.id)) return false
  if (one.category.main !== 'unknown' && other.category.main !== 'unknown' && one.category.main !== other.category.main) return false
  const reach = jointReach(one, other)
  const silence = Math.max(0, one.firstAt - other.lastAt, other.firstAt - one.lastAt) / HOUR_MS
  if (silence > reach.halfLifeHours) return false
  const where = { areaCode: null, lat: one.point.n > 0 ? one.point.lat : null, lon: one.point.n > 0 ? one.point.lon : null }
  if (where.lat !== null && other.point.n > 0) return placeFit(where, other, reach) !== null
  if (one.areas.size === 0 || other.areas.size === 0) return true
  for (const areaCode of one.areas.keys()) if (placeFit({ areaCode, lat: null, lon: null }, other, reach) !== null) return true
  return false
}

/** What has kind and place in common was looked at when its messages came, and was not joined then. */
const AGREED = 1.5
const DOUBTFUL = 4

/** Words alone suffice where nothing else is known of either; elsewhere they must say more, and most where kind or place do not agree. */
function doubtOf(one: OpenIssue, other: OpenIssue): number {
  const isBare = [one, other].every(({ category, areas, point }) => category.sub === 'unknown' && areas.size === 0 && point.n === 0)
  if (isBare) return 1
  const sharesPlace = [...one.areas.keys()].some((code) => other.areas.has(code))
  return isSameSub(one.category, other.category) && sharesPlace ? AGREED : DOUBTFUL
}

function strongestTerms(issue: OpenIssue, vocabulary: Vocabulary, keep: number): Entry[] {
  const entries = [...issue.terms.values()]
  if (entries.length <= keep) return entries
  const ranked = entries.map((entry) => ({ entry, weight: vocabulary.weight(entry.term) * entry.n * entry.n }))
  ranked.sort((a, b) => b.weight - a.weight || (a.entry.term.text < b.entry.term.text ? -1 : 1))
  return ranked.slice(0, keep).map(({ entry }) => entry)
}
