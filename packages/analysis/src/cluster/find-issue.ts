import { bestOf } from './best-of.ts'
import type { ClusterItem } from './cluster-item.ts'
import { isConcept, type MessageTerms } from './message-terms.ts'
import type { OpenIssue } from './open-issue.ts'
import type { PlaceKeys } from './place-keys.ts'
import { type ConceptFit, type Join, scoreJoin } from './score-join.ts'
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
/** Share from which it is one of the things that the issue is about. */
const KNOWN_CONCEPT = 0.2

/** How the concepts that the message names stand to those that the issue is about. */
function conceptFit(concepts: readonly Term[], issue: OpenIssue): ConceptFit {
  let isKnown = false
  for (const term of concepts) {
    const entry = issue.terms.get(term)
    if (!entry) continue
    if (entry.n >= OWN_CONCEPT * issue.messages) return { shared: term.text, differs: false }
    isKnown ||= entry.n >= KNOWN_CONCEPT * issue.messages
  }
  return { shared: null, differs: concepts.length > 0 && !isKnown && hasOwnConcept(issue) }
}

function hasOwnConcept(issue: OpenIssue): boolean {
  for (const { term, n } of issue.terms.values()) if (n >= OWN_CONCEPT * issue.messages && isConcept(term.text)) return true
  return false
}

/** Finds the best open issue for a message: those of its kind that are near or spoken of now, and the best of those that share rare terms. */
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
    const concepts = known.filter(({ term }) => isConcept(term.text)).map(({ term }) => term)
    let best: Found | null = null
    for (const issue of this.#candidates(item, terms.length === 0 ? null : known)) {
      if (issue.forbidden.includes(item.id)) continue
      const text = terms.length === 0 || issue.terms.size === 0 ? null : this.#textScore(known, issue) / needed
      const join = scoreJoin(item, issue, text, print !== '' && issue.fingerprints.includes(print), conceptFit(concepts, issue))
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
    this.newStamp()
    const near: OpenIssue[] = []
    this.#places.forEachNear(item, NEAR_LIMIT, (issue) => {
      if (issue.stamp === this.#stamp) return
      issue.stamp = this.#stamp
      issue.dot = 0
      near.push(issue)
    })
    if (!known) return near
    const seen: OpenIssue[] = []
    this.#walkPostings(known, seen)
    return [...near, ...this.#strongest(seen)]
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

  /** The `candidates` best by a cheap score, in which the issue's length is taken without weights. */
  #strongest(seen: readonly OpenIssue[]): readonly OpenIssue[] {
    const { candidates, sizePrior } = this.#settings
    return bestOf(seen, candidates, ({ dot, squares, messages }) => (dot / Math.sqrt(squares)) * (1 + sizePrior * Math.log(messages)))
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

  /** Marks a new query: what issues carry in `dot` under an older stamp is void. */
  newStamp(): number {
    this.#stamp += 1
    return this.#stamp
  }

  /** n^0.8: a term in twice as many messages counts 1.7 times. */
  power(n: number): number {
    return n < POWERS ? this.#countPowers[n]! : n ** this.#settings.countPower
  }
}
