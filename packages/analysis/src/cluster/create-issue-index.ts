import { DEFAULT_TAXONOMY, type Taxonomy } from '@rumoer/contracts'
import type { ClusterItem, Placement } from './cluster-item.ts'
import { describeIssue, type IssueDescription, type Names, offerPhrase } from './describe-issue.ts'
import { type Found, IssueFinder } from './find-issue.ts'
import { absorbIssue, dropTerm, growIssue, shrinkIssue } from './grow-issue.ts'
import { isEcho } from './is-echo.ts'
import { memoryOf, recallIssue } from './issue-state.ts'
import { findPartner, type MergeProposal } from './merge-proposals.ts'
import { type MessageTerms, messageTerms, simpleTerms, surfacesOf } from './message-terms.ts'
import { BOUNDS, emptyIssue, HOUR_MS, type OpenIssue } from './open-issue.ts'
import { PlaceKeys } from './place-keys.ts'
import { reachOf } from './reach.ts'
import { type ClusterSettings, DEFAULT_SETTINGS } from './settings.ts'
import { Vocabulary } from './vocabulary.ts'

export type IssueIndexOptions = {
  newIssueId: () => string
  /** What `stateOf` gave of every open issue; the index continues exactly where those states stood. */
  states?: readonly { issueId: string; state: unknown }[]
  taxonomy?: Taxonomy
  areaName?: (code: string) => string | null
  settings?: Partial<ClusterSettings>
}

/** The open issues of one municipality. All it decides follows from its issues' states: no clock, no chance, no history beside them. */
export type IssueIndex = {
  /** Joins the best open issue that reaches score 1 (`scoreJoin`), or opens one. */
  place(item: ClusterItem): Placement
  /** Moves a message by people's hand: out of `from` (null: from nowhere known), into `to`, which is opened when it is not there. */
  move(item: ClusterItem, from: string | null, to: string): void
  /** Opens an issue with this id around one message. Throws when the id is open already. */
  open(issueId: string, item: ClusterItem): void
  /** Puts others into one; the result keeps the id `into`, and is open again when it had left the index. Others that left the index are skipped. */
  merge(into: string, others: readonly string[]): void
  /** This message never joins that issue again, and the issue that holds it now is never merged with it by machine. */
  forbid(messageId: string, issueId: string): void
  /** Never merges these two by machine. Throws when one is not open. */
  part(one: string, other: string): void
  /** Whether people said that these two are not one. */
  areApart(one: string, other: string): boolean
  /** Takes back what `forbid` and `part` said of two issues and these messages. */
  allow(one: string, other: string, messageIds: readonly string[]): void
  describe(issueId: string, nowMs: number): IssueDescription
  /** JSON-safe and bounded: at most 48 terms, 72 hours, 8 areas, 16 message ids. */
  stateOf(issueId: string): unknown
  /** Lets go of issues without messages for 14 days (28 for municipality-wide kinds) and answers their ids. */
  retire(nowMs: number): readonly string[]
  /** Late repair: merges that the machine would make among the `limit` latest issues with a message since `sinceMs`; `merge` makes them. */
  proposeMerge(sinceMs: number, limit?: number): readonly MergeProposal[]
  has(issueId: string): boolean
  readonly size: number
}

/**
 * A streaming one-pass clusterer over an inverted index. Cost per message is bounded by a posting budget, whatever the number of issues.
 *
 * @example createIssueIndex({ newIssueId: () => 'i1' }).place(item).isNew // true
 *
 * Sources: leader clustering with TF-IDF centroids (Yang et al. 1998; Petrović 2010 for the posting budget); weights, size prior and merge
 * guard from a feasibility study over news streams.
 */
export function createIssueIndex(options: IssueIndexOptions): IssueIndex {
  return new OpenIssues(options, messageTerms)
}

/** The same over text whose tokens are parted by spaces. */
export function createSimpleIndex(options: IssueIndexOptions): IssueIndex {
  return new OpenIssues(options, ({ text }) => simpleTerms(text))
}

class OpenIssues implements IssueIndex {
  readonly #vocabulary = new Vocabulary()
  readonly #places = new PlaceKeys()
  readonly #issues = new Map<string, OpenIssue>()
  readonly #settings: ClusterSettings
  readonly #finder: IssueFinder
  readonly #names: Names
  readonly #newIssueId: () => string
  readonly #read: (item: ClusterItem) => MessageTerms
  #nextSerial = 1

  constructor(
    { newIssueId, states = [], taxonomy = DEFAULT_TAXONOMY, areaName = () => null, settings }: IssueIndexOptions,
    read: (item: ClusterItem) => MessageTerms,
  ) {
    this.#settings = { ...DEFAULT_SETTINGS, ...settings }
    this.#names = { taxonomy, areaName }
    this.#newIssueId = newIssueId
    this.#read = read
    this.#finder = new IssueFinder(this.#vocabulary, this.#places, this.#settings)
    for (const issue of states.map(({ issueId, state }) => recallIssue(issueId, state, this.#vocabulary))) {
      this.#issues.set(issue.id, issue)
      this.#places.update(issue)
      this.#nextSerial = Math.max(this.#nextSerial, issue.serial + 1)
    }
  }

  get size(): number {
    return this.#issues.size
  }

  has(issueId: string): boolean {
    return this.#issues.has(issueId)
  }

  place(item: ClusterItem): Placement {
    const message = this.#read(item)
    const found = this.#finder.find(item, message)
    const joins = found !== null && found.join.score >= 1
    const issue = joins ? found.issue : this.#add(this.#newIssueId())
    const reasons = joins ? reasonsOf(found, message) : ['nieuw: geen lopend issue lijkt genoeg']
    const echo = isEcho(issue, item, message)
    this.#grow(issue, item, message)
    return { issueId: issue.id, isNew: !joins, score: found?.join.score ?? 0, reasons, isEcho: echo }
  }

  move(item: ClusterItem, from: string | null, to: string): void {
    const message = this.#read(item)
    const source = from === null || from === to ? undefined : this.#issues.get(from)
    if (source) {
      if (source.messages <= 1) this.#remove(source)
      else {
        shrinkIssue(source, item, message.terms, this.#vocabulary)
        this.#places.update(source)
      }
    }
    this.#grow(this.#issues.get(to) ?? this.#add(to), item, message)
  }

  open(issueId: string, item: ClusterItem): void {
    if (this.#issues.has(issueId)) throw new Error(`issue: ${issueId} is open already; expected a new id`)
    this.#grow(this.#add(issueId), item, this.#read(item))
  }

  merge(into: string, others: readonly string[]): void {
    if (!others.some((id) => this.#issues.has(id))) return
    const kept = this.#issues.get(into) ?? this.#add(into)
    for (const id of others) {
      const other = this.#issues.get(id)
      if (!other || other === kept) continue
      absorbIssue(kept, other, this.#vocabulary, this.#settings.termsPerIssue)
      this.#places.remove(other)
      this.#issues.delete(id)
      const mark = kept.apart.indexOf(id)
      if (mark >= 0) kept.apart.splice(mark, 1)
    }
    this.#places.update(kept)
  }

  forbid(messageId: string, issueId: string): void {
    const issue = this.#known(issueId)
    if (!issue.forbidden.includes(messageId)) issue.forbidden.push(messageId)
    if (issue.forbidden.length > BOUNDS.forbidden) issue.forbidden.shift()
    for (const holder of this.#issues.values()) {
      if (holder !== issue && holder.newest.includes(messageId)) markApart(holder, issueId)
    }
  }

  part(one: string, other: string): void {
    markApart(this.#known(one), other)
    markApart(this.#known(other), one)
  }

  areApart(one: string, other: string): boolean {
    return [[one, other] as const, [other, one] as const].some(([a, b]) => this.#issues.get(a)?.apart.includes(b))
  }

  allow(one: string, other: string, messageIds: readonly string[]): void {
    const allowed = new Set(messageIds)
    for (const issue of [this.#issues.get(one), this.#issues.get(other)]) {
      if (!issue) continue
      issue.apart.splice(0, Number.POSITIVE_INFINITY, ...issue.apart.filter((id) => id !== one && id !== other))
      issue.forbidden.splice(0, Number.POSITIVE_INFINITY, ...issue.forbidden.filter((id) => !allowed.has(id)))
    }
  }

  describe(issueId: string, nowMs: number): IssueDescription {
    return describeIssue(this.#known(issueId), nowMs, this.#names, this.#vocabulary)
  }

  stateOf(issueId: string): unknown {
    return memoryOf(this.#known(issueId))
  }

  retire(nowMs: number): readonly string[] {
    const cold = [...this.#issues.values()].filter((issue) => nowMs - issue.lastAt > reachOf(issue.category.sub).retireHours * HOUR_MS)
    for (const issue of cold) this.#remove(issue)
    return cold.map(({ id }) => id)
  }

  proposeMerge(sinceMs: number, limit = Number.POSITIVE_INFINITY): readonly MergeProposal[] {
    const recent = [...this.#issues.values()].filter((issue) => issue.lastAt >= sinceMs)
    recent.sort((a, b) => b.lastAt - a.lastAt || b.serial - a.serial)
    const taken = new Set<OpenIssue>()
    const proposals: MergeProposal[] = []
    for (const issue of recent.slice(0, limit)) {
      if (taken.has(issue)) continue
      const found = findPartner(issue, this.#finder, this.#vocabulary, this.#settings)
      if (!found || taken.has(found.partner)) continue
      taken.add(issue).add(found.partner)
      proposals.push({ into: found.into, from: found.from, cosine: found.cosine, needed: found.needed })
    }
    return proposals
  }

  #known(issueId: string): OpenIssue {
    const issue = this.#issues.get(issueId)
    if (!issue) throw new Error(`issue: ${issueId}; expected an issue that is open in the index`)
    return issue
  }

  #add(id: string): OpenIssue {
    const issue = emptyIssue(id, this.#nextSerial++)
    this.#issues.set(id, issue)
    return issue
  }

  #grow(issue: OpenIssue, item: ClusterItem, message: MessageTerms): void {
    const { termsPerIssue, titles } = this.#settings
    growIssue(issue, item, message.terms, message.print, {
      vocabulary: this.#vocabulary,
      termsPerIssue,
      surfaceOf: titles ? surfacesOf(item.text, message) : (term) => term,
    })
    if (titles) offerPhrase(issue, item.text, message, this.#vocabulary, this.#names)
    this.#places.update(issue)
  }

  #remove(issue: OpenIssue): void {
    for (const entry of [...issue.terms.values()]) dropTerm(issue, entry, this.#vocabulary)
    this.#vocabulary.addMessages(-issue.messages)
    this.#places.remove(issue)
    this.#issues.delete(issue.id)
  }
}

function markApart(issue: OpenIssue, other: string): void {
  if (issue.apart.includes(other)) return
  issue.apart.push(other)
  if (issue.apart.length > BOUNDS.apart) issue.apart.shift()
}

const REASON_WORDS = 4

/** Why a message joined, in Dutch, for people. */
function reasonsOf({ issue, join, text }: Found, message: MessageTerms): string[] {
  const shared: string[] = []
  for (const entry of issue.terms.values()) {
    if (shared.length === REASON_WORDS) break
    if (entry.surface !== '' && message.terms.includes(entry.term.text)) shared.push(entry.surface)
  }
  const reasons = text !== null && shared.length > 0 ? [`woorden: ${shared.join(', ')}`] : []
  if (join.placeWhy !== '') reasons.push(join.placeWhy)
  if (join.sameCategory) reasons.push('onderwerp: dezelfde categorie')
  reasons.push(`tijd: ${spanOf(join.hours)}`)
  return reasons
}

function spanOf(hours: number): string {
  if (hours < 1) return 'binnen een uur'
  return hours < 48 ? `${Math.round(hours)} uur na het vorige bericht` : `${Math.round(hours / 24)} dagen na het vorige bericht`
}
