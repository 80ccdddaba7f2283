import type { ClusterItem } from './cluster-item.ts'
import { isConcept, type MessageTerms } from './message-terms.ts'
import type { OpenIssue } from './open-issue.ts'
import type { PlaceKeys } from './place-keys.ts'
import { type Join, scoreJoin } from './score-join.ts'
import type { ClusterSettings } from './settings.ts'
import type { Term, Vocabulary } from './vocabulary.ts'

/** Issues of one kind in one place that are looked at, newest first. */
const NEAR_LIMIT = 48
const REFERENCE_TERMS = 10
const POWERS = 4_096

export type Found = { issue: OpenIssue; join: Join; text: number | null }
type Known = { term: Term; weight: number }

/** Share of an issue's messages that must speak of a concept before it is the issue's own. */
const OWN_CONCEPT = 0.4

/** The concept that the message names and the issue is about, null when there is none. */
function sharedConcept(known: readonly Known[], issue: OpenIssue): string | null {
  for (const { term } of known) {
    if (!isConcept(term.text)) continue
    const entry = issue.terms.get(term)
    if (entry && entry.n >= OWN_CONCEPT * issue.messages) return term.text
  }
  return null
}

/** Finds the best open issue for a message: rare terms and place give candidates, the best of them get the exact score. */
export class IssueFinder {
  readonly #vocabulary: Vocabulary
  readonly #places: PlaceKeys
  readonly #settings: ClusterSettings
  readonly #countPowers: Float64Array
  #stamp = 0

  constructor(vocabulary: Vocabulary, places: PlaceKeys, settings: ClusterSettings) {
    this.#vocabulary = vocabulary
    this.#places = places
    this.#settings = settings
    this.#countPowers = Float64Array.from({ length: POWERS }, (_, n) => n ** settings.countPower)
  }

  /** Null when no open issue may hold the message at all. */
  find(item: ClusterItem, { terms, print }: MessageTerms): Found | null {
    const known: Known[] = []
    let squared = 0
    for (const text of terms) {
      const term = this.#vocabulary.find(text)
      const weight = term ? this.#vocabulary.weight(term) : this.#vocabulary.weightOfNew()
      squared += weight
      if (term) known.push({ term, weight })
    }
    const needed = this.#threshold(item, terms.length) * Math.sqrt(squared)
    let best: Found | null = null
    for (const issue of this.#candidates(item, terms.length === 0 ? null : known)) {
      if (issue.forbidden.includes(item.id)) continue
      const text = terms.length === 0 || issue.terms.size === 0 ? null : this.#textScore(known, issue) / needed
      const join = scoreJoin(item, issue, text, print !== '' && issue.fingerprints.includes(print), sharedConcept(known, issue))
      if (!join) continue
      if (!best || join.score > best.join.score || (join.score === best.join.score && issue.serial < best.issue.serial))
        best = { issue, join, text }
    }
    return best
  }

  /** Share of the score at which words alone suffice: lower for long messages, whose words are many and dilute. */
  #threshold(item: ClusterItem, length: number): number {
    const { openBare, openInContext, openLengthPower } = this.#settings
    const bare = item.areaCode === null && item.lat === null && item.category.main === 'unknown'
    return (bare ? openBare : openInContext) * (Math.max(1, length) / REFERENCE_TERMS) ** openLengthPower
  }

  #candidates(item: ClusterItem, known: readonly Known[] | null): OpenIssue[] {
    this.#stamp += 1
    const near: OpenIssue[] = []
    const seen: OpenIssue[] = []
    if (known) this.#walkPostings(known, seen)
    this.#places.forEachNear(item, NEAR_LIMIT, (issue) => {
      if (known === null || issue.terms.size === 0) {
        if (issue.stamp === this.#stamp) return
        issue.stamp = this.#stamp
        near.push(issue)
      } else this.#reach(issue, known, seen)
    })
    return known === null ? near : [...near, ...this.#strongest(seen)]
  }

  /** Adds g² n^0.8 per posting, rarest terms first, newest issues first, within the budget. */
  #walkPostings(known: readonly Known[], seen: OpenIssue[]): void {
    let budget = this.#settings.postingBudget
    const rareFirst = known.length < 2 ? known : [...known].sort((a, b) => a.term.entries.length - b.term.entries.length)
    for (const { term, weight } of rareFirst) {
      const { entries } = term
      const last = Math.max(0, entries.length - budget)
      for (let at = entries.length - 1; at >= last; at--) {
        const { issue, n } = entries[at]!
        if (issue.stamp !== this.#stamp) {
          issue.stamp = this.#stamp
          issue.dot = 0
          seen.push(issue)
        }
        issue.dot += weight * this.power(n)
      }
      budget -= entries.length - last
      if (budget <= 0) return
    }
  }

  /** A near issue of the same kind whose shared words were too common for the budget. */
  #reach(issue: OpenIssue, known: readonly Known[], seen: OpenIssue[]): void {
    if (issue.stamp === this.#stamp) return
    issue.stamp = this.#stamp
    issue.dot = this.#dot(known, issue)
    if (issue.dot > 0) seen.push(issue)
  }

  /** The `candidates` best by a cheap score, in which the issue's length is taken without weights. */
  #strongest(seen: OpenIssue[]): OpenIssue[] {
    const { candidates, sizePrior } = this.#settings
    if (seen.length <= candidates) return seen
    const best: OpenIssue[] = []
    const scores: number[] = []
    for (const issue of seen) {
      const score = (issue.dot / Math.sqrt(issue.squares)) * (1 + sizePrior * Math.log(issue.messages))
      let at = best.length
      while (at > 0 && (scores[at - 1]! < score || (scores[at - 1] === score && best[at - 1]!.serial > issue.serial))) at -= 1
      if (at >= candidates) continue
      best.splice(at, 0, issue)
      scores.splice(at, 0, score)
      if (best.length > candidates) {
        best.pop()
        scores.pop()
      }
    }
    return best
  }

  /** [Σ g² n^0.8 / √sq] · (1 + 0.12 ln m), to be divided by the message's own length. Source: feasibility study, after MStream's news streams. */
  #textScore(known: readonly Known[], issue: OpenIssue): number {
    const dot = this.#dot(known, issue)
    if (dot === 0) return 0
    return (dot / Math.sqrt(this.squaredNorm(issue))) * (1 + this.#settings.sizePrior * Math.log(issue.messages))
  }

  #dot(known: readonly Known[], issue: OpenIssue): number {
    let dot = 0
    for (const { term, weight } of known) {
      const entry = issue.terms.get(term)
      if (entry) dot += weight * this.power(entry.n)
    }
    return dot
  }

  /** Squared length of an issue's weighted counts, from its present counts alone. */
  squaredNorm(issue: OpenIssue): number {
    let sum = 0
    for (const { term, n } of issue.terms.values()) {
      const power = this.power(n)
      sum += this.#vocabulary.weight(term) * power * power
    }
    return sum
  }

  /** n^0.8: a term in twice as many messages counts 1.7 times. */
  power(n: number): number {
    return n < POWERS ? this.#countPowers[n]! : n ** this.#settings.countPower
  }
}
