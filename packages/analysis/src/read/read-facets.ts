import type { Facet, MessageKind, Sentiment } from '@rumoer/contracts'
import type { CueHit } from '../language/cue-trie.ts'
import { PUBLIC_SPACE } from './cues/facet-cues.ts'
import { chanceRule } from './learned/chance-rule.ts'
import { classesOf, isLearnedLanguage, type Learned } from './learned/heads.ts'
import { type Evidence, evidenceOf, type TextView } from './text-view.ts'

type Facets = { facets: { facet: Facet; confidence: number }[]; evidence: Evidence[] }
export type FacetContext = {
  view: TextView
  kind: MessageKind | undefined
  mainCategory: string
  categoryConfidence: number
  sentiment: Sentiment
  aimed: Sentiment | null
  hasPlace: boolean
  question: boolean
}
type FacetInput = FacetContext & { learned: Learned }

/** Facets below this are not told. */
const FLOOR = 0.4
const EVIDENCE_WORDS = 3
const LIKELY = 0.5
const BY_KIND = 0.95
const CATEGORY_WEIGHT = 0.35
const PLACE_WEIGHT = 0.2
const QUESTION_WEIGHT = 0.85
const NEGATIVE_WEIGHT = 0.3
const MAX = 0.98
const STRONG = -0.5

class Chances {
  readonly chances = new Map<Facet, number>()
  add(facet: Facet, weight: number): void {
    this.chances.set(facet, 1 - (1 - (this.chances.get(facet) ?? 0)) * (1 - weight))
  }
  scale(facet: Facet, factor: number): void {
    this.chances.set(facet, (this.chances.get(facet) ?? 0) * factor)
  }
  of(facet: Facet): number {
    return this.chances.get(facet) ?? 0
  }
}

/** The heaviest cue of each facet counts per stretch of words, so that one phrase does not count as three cues. */
function distinctHits(hits: readonly CueHit<Facet>[]): CueHit<Facet>[] {
  const kept: CueHit<Facet>[] = []
  for (const hit of [...hits].sort((a, b) => b.weight - a.weight || b.last - b.first - (a.last - a.first))) {
    if (!kept.some((other) => other.label === hit.label && hit.first <= other.last && other.first <= hit.last)) kept.push(hit)
  }
  return kept
}

/** Displeasure aimed at the municipality is a complaint also without the word; a plain report of a broken thing is less of one. */
function addComplaint(chances: Chances, { sentiment, aimed, kind }: FacetContext): void {
  if (sentiment.score > 0.1) {
    chances.scale('complaint', 0.4)
    return
  }
  const isReport = kind === 'melding'
  if (aimed !== null && aimed.label === 'negative') chances.add('complaint', isReport ? 0.15 : 0.35)
  if (sentiment.score < STRONG) chances.add('complaint', isReport ? 0.15 : 0.3)
}

function addContext(chances: Chances, input: FacetContext): void {
  const { kind, mainCategory, categoryConfidence, sentiment, hasPlace, question } = input
  const isPublic = PUBLIC_SPACE.has(mainCategory)
  const isPraise = chances.of('compliment') >= LIKELY && sentiment.score > 0
  const isReport = chances.of('melding') > 0
  if (isPublic && !isPraise) chances.add('melding', CATEGORY_WEIGHT * categoryConfidence)
  if (isPublic && isReport && hasPlace && !isPraise) chances.add('melding', PLACE_WEIGHT)
  if (isPublic && sentiment.label === 'negative' && !isPraise) chances.add('melding', NEGATIVE_WEIGHT)
  if (!isPublic && kind !== 'melding') chances.scale('melding', 0.5)
  if (isPraise) chances.scale('melding', 0.6)
  if (kind === 'article') {
    chances.scale('melding', 0.3)
    chances.scale('complaint', 0.5)
  }
  if (kind === 'melding') chances.add('melding', BY_KIND)
  if (question) chances.add('question', QUESTION_WEIGHT)
  addComplaint(chances, input)
  if (sentiment.score < -0.1) chances.scale('compliment', 0.4)
  else if (sentiment.score > 0.5 && chances.of('compliment') > 0) chances.add('compliment', NEGATIVE_WEIGHT)
}

function chancesByRules(context: FacetContext, hits: readonly CueHit<Facet>[]): ReadonlyMap<Facet, number> {
  const chances = new Chances()
  for (const hit of hits) chances.add(hit.label, hit.weight)
  addContext(chances, context)
  return chances.chances
}

const hitsOf = (view: TextView) => (view.language === 'nl' ? distinctHits(view.cues.facets) : [])
/** What the rules give the learned scorer. */
export const facetRule = (context: FacetContext): ((facet: string) => number) => chanceRule(chancesByRules(context, hitsOf(context.view)))

/** The chance of each facet: of a Dutch or English text weighed by the learned scorer, else by the rules alone. */
function chancesOf(input: FacetInput, byRules: ReadonlyMap<Facet, number>): ReadonlyMap<Facet, number> {
  if (!isLearnedLanguage(input.view.language)) return byRules
  const logits = input.learned.logits('facets', chanceRule(byRules))
  return new Map(classesOf('facets').map((facet, at) => [facet as Facet, 1 / (1 + Math.exp(-logits[at]!))]))
}

/** Words for people: the cues, else what the learned scorer heard most. */
function evidenceFor(facet: Facet, hits: readonly CueHit<Facet>[], { view, learned }: FacetInput): Evidence[] {
  const label = `facet:${facet}`
  const cues = hits.filter((hit) => hit.label === facet)
  const words = cues.length > 0 ? cues : learned.speakingFor('facets', facet, EVIDENCE_WORDS)
  return words.length > 0 ? words.map(({ first, last }) => evidenceOf(view, label, first, last)) : [{ label, span: null, words: [] }]
}

/**
 * The facets of one message, several at once, surest first: melding, symptom (it returns), engagement (an offer), question, complaint,
 * compliment, suggestion, urgent, rumour. Chances of cues combine as 1 − Π(1 − weight), together with category, place, kind and sentiment; a learned
 * scorer weighs them with the words themselves. Below 0.4 a facet is left out. Empty text gives `[]`, but a message of kind `melding` is one.
 * Source: own cue model (noisy-or, Pearl 1988) stacked under logistic regression; measured in the README.
 * @example readFacets({ view: viewText('Alweer kapot', 'nl'), kind: 'melding', … }).facets[0].facet // 'melding'
 */
export function readFacets(input: FacetInput): Facets {
  const hits = hitsOf(input.view)
  const byRules = chancesByRules(input, hits)
  const chances = input.view.tokens.length === 0 ? byRules : chancesOf(input, byRules)
  const facets = [...chances]
    .filter(([, chance]) => chance >= FLOOR)
    .map(([facet, chance]) => ({ facet, confidence: Math.round(Math.min(MAX, chance) * 1000) / 1000 }))
    .sort((a, b) => b.confidence - a.confidence || (a.facet < b.facet ? -1 : 1))
  return { facets, evidence: facets.flatMap(({ facet }) => evidenceFor(facet, hits, input)) }
}
