import { type CategoryReading, type Taxonomy, UNKNOWN_CATEGORY } from '@rumoer/contracts'
import { type CueHit, type CueList, createCueFinder } from '../language/cue-trie.ts'
import { softmax } from '../maths/softmax.ts'
import { CATEGORY_CUES } from './cues/category-cues.ts'
import { classesOf, isLearnedLanguage, type Learned } from './learned/heads.ts'
import type { TextView } from './text-view.ts'

/** Below this the category is `unknown`. */
export const CATEGORY_FLOOR = 0.25
const GIVEN_MAIN_ONLY = 0.7
const WEIGHTS = { strong: 2, medium: 1, weak: 0.4 } as const
/** A cue of several words says more than one word. */
const LONG_CUE = 1.25
const COMPOUND_PART = 0.6
const ENOUGH = 1.3
const EVIDENCE_WORDS = 3
const UNKNOWN = 'unknown/unknown'
/** How much the best category of another main takes off, and the second of the same main. */
const RIVAL = 0.35
const SIBLING = 0.15

/** `foreign` is the chance that the text is none of a municipality's business. */
export type Categorised = {
  category: CategoryReading
  department: string | null
  words: readonly { first: number; last: number }[]
  foreign: number
}
type Given = { main: string; sub: string | null } | null | undefined

const orders = (cue: string): string[] => {
  const [left, right, third] = cue.split(' & ')
  if (right === undefined) return [cue]
  if (third !== undefined) return [`${left} * ${right} * ${third}`, `${left} * ${third} * ${right}`]
  return [`${left} * ${right}`, `${right} * ${left}`]
}

function cueLists(taxonomy: Taxonomy): CueList<string> {
  const known = new Set(taxonomy.categories.flatMap((main) => main.subcategories.map((sub) => `${main.slug}/${sub.slug}`)))
  const lists: { label: string; weight: number; cues: string[] }[] = []
  for (const [label, cues] of Object.entries(CATEGORY_CUES)) {
    if (!known.has(label)) continue
    for (const strength of ['strong', 'medium', 'weak'] as const) {
      for (const cue of (cues[strength] ?? '').split('|').filter((text) => text !== '')) {
        lists.push({ label, weight: WEIGHTS[strength] * (cue.includes(' ') ? LONG_CUE : 1), cues: orders(cue) })
      }
    }
  }
  return lists
}

/** Names of categories that the cues do not know: a municipality's own taxonomy is at least found by its own words. */
function ownNames(taxonomy: Taxonomy): CueList<string> {
  return taxonomy.categories.flatMap((main) =>
    main.subcategories
      .filter((sub) => CATEGORY_CUES[`${main.slug}/${sub.slug}`] === undefined)
      .map((sub) => ({
        label: `${main.slug}/${sub.slug}`,
        weight: WEIGHTS.strong,
        cues: sub.name
          .toLowerCase()
          .split(/[^\p{L}]+/u)
          .filter((word) => word.length > 4),
      })),
  )
}

/** Adds what the parts of compounds say, at a discount: "speeltuinhek" says something of "speeltuin". */
function partHits(
  view: TextView,
  find: (stems: readonly string[]) => CueHit<string>[],
  direct: readonly CueHit<string>[],
): CueHit<string>[] {
  const covered = new Set(direct.flatMap((hit) => (hit.first === hit.last ? [hit.first] : [])))
  const hits: CueHit<string>[] = []
  view.words.forEach(({ parts }, at) => {
    if (parts.length === 0 || view.tokens[at]!.kind !== 'word' || covered.has(at)) return
    for (const part of parts) {
      for (const hit of find([part])) hits.push({ ...hit, weight: hit.weight * COMPOUND_PART, first: at, last: at })
    }
  })
  return hits
}

/** Sum of weights per category; the same words count once per category, by their heaviest cue, repeats for half. */
function scoresOf(hits: readonly CueHit<string>[]): Map<string, number> {
  const scores = new Map<string, number>()
  const taken = new Map<string, Set<number>>()
  for (const hit of [...hits].sort((a, b) => b.weight - a.weight || a.first - b.first)) {
    const words = taken.get(hit.label) ?? new Set()
    const seen = words.has(hit.first) || words.has(hit.last)
    scores.set(hit.label, (scores.get(hit.label) ?? 0) + hit.weight * (seen ? 0.25 : 1))
    for (let at = hit.first; at <= hit.last; at++) words.add(at)
    taken.set(hit.label, words)
  }
  return scores
}

const mainOf = (label: string) => label.slice(0, label.indexOf('/'))

/** What the runners-up leave of the confidence in the best, 0.5 to 1. */
function rivalry([best, ...rest]: readonly (readonly [string, number])[]): number {
  if (!best) return 0
  const isSibling = ([label]: readonly [string, number]) => mainOf(label) === mainOf(best[0])
  const sibling = rest.find(isSibling)?.[1] ?? 0
  const rival = rest.find((entry) => !isSibling(entry))?.[1] ?? 0
  return 1 - (SIBLING * sibling + RIVAL * rival) / best[1]
}

function slugOf(taxonomy: Taxonomy, given: Given): { main: string; sub: string | null } | null {
  if (!given) return null
  const same = (entry: { slug: string; name: string }, text: string) =>
    entry.slug === text || entry.name.toLowerCase() === text.toLowerCase()
  const main = taxonomy.categories.find((entry) => same(entry, given.main))
  if (!main) return null
  const wanted = given.sub
  const sub = wanted === null ? undefined : main.subcategories.find((entry) => same(entry, wanted))
  return { main: main.slug, sub: sub?.slug ?? null }
}

/** What the cues say of a text: every hit, and the sum of weights per `main/sub`. */
export type CategoryRules = { hits: readonly CueHit<string>[]; scores: ReadonlyMap<string, number> }

/**
 * Builds the cue model of one taxonomy.
 * @example createCategoryRules(DEFAULT_TAXONOMY)(viewText('De lantaarnpaal is kapot', 'nl')).scores.size // 1 or more
 */
export function createCategoryRules(taxonomy: Taxonomy): (view: TextView) => CategoryRules {
  const find = createCueFinder([...cueLists(taxonomy), ...ownNames(taxonomy)])
  return (view) => {
    const direct = find(view.stems)
    const hits = [...direct, ...partHits(view, find, direct)]
    return { hits, scores: scoresOf(hits) }
  }
}

/** What the rules give the learned scorer: the score itself. */
export const categoryRule =
  ({ scores }: CategoryRules): ((label: string) => number) =>
  (label) =>
    scores.get(label) ?? 0

/** So many times oftener than in a municipality's channels do the training texts speak of what is none of its business. */
const FOREIGN_IN_TRAINING = 3

/** What a point of a cue is worth to a category that nobody trained the scorer on, and what "none of them" is worth beside those. */
const UNTRAINED_TIE = 3
const UNTRAINED_UNKNOWN = 1

/** Every `main/sub` that can be said, `unknown/unknown` among them: first those that the scorer was trained on, then the municipality's own. */
type Choices = {
  labels: readonly string[]
  trained: number
  isOffered: readonly boolean[]
  mains: readonly string[]
  mainAt: Uint16Array
  unknownAt: number
}

/** Of a taxonomy that the scorer hardly knows it is not asked. */
function choicesOf(offered: ReadonlySet<string>): Choices {
  const known = classesOf('category')
  const isTrained = 2 * known.filter((label) => offered.has(label)).length >= offered.size
  const trained = isTrained ? known : []
  const labels = [...trained, ...[...offered].filter((label) => !trained.includes(label)), ...(isTrained ? [] : [UNKNOWN])]
  const mains = [...new Set(labels.map(mainOf))]
  return {
    labels,
    trained: trained.length,
    isOffered: labels.map((label) => offered.has(label) || label === UNKNOWN),
    mains,
    mainAt: Uint16Array.from(labels, (label) => mains.indexOf(mainOf(label))),
    unknownAt: labels.indexOf(UNKNOWN),
  }
}

/** Chance of every choice, from cues, learned words and lessons together; of an untrained one from cues and lessons. */
function chancesOf({ labels, trained, isOffered, unknownAt }: Choices, rules: CategoryRules, learned: Learned): Float64Array {
  const logits = new Float64Array(labels.length).fill(Number.NEGATIVE_INFINITY)
  if (trained > 0) {
    logits.set(learned.logits('category', categoryRule(rules)))
    logits[unknownAt]! -= Math.log(FOREIGN_IN_TRAINING)
  } else logits[unknownAt] = UNTRAINED_UNKNOWN + learned.taughtShift('category', UNKNOWN)
  for (let at = 0; at < trained; at++) if (!isOffered[at]) logits[at] = Number.NEGATIVE_INFINITY
  for (const label of new Set([...rules.scores.keys(), ...learned.taught('category')])) {
    const at = labels.indexOf(label, trained)
    if (at < 0 || at === unknownAt) continue
    logits[at] = UNTRAINED_TIE * (rules.scores.get(label) ?? 0) + learned.taughtShift('category', label)
  }
  return softmax(logits)
}

/** The chance of a main category is that of all its subs. */
function bestOf({ labels, mains, mainAt, unknownAt }: Choices, chances: Float64Array): { label: string; main: string; confidence: number } {
  const sums = new Float64Array(mains.length)
  for (let at = 0; at < labels.length; at++) if (at !== unknownAt) sums[mainAt[at]!]! += chances[at]!
  let main = 0
  for (let at = 1; at < mains.length; at++) if (sums[at]! > sums[main]!) main = at
  let sub = -1
  for (let at = 0; at < labels.length; at++) if (mainAt[at] === main && (sub < 0 || chances[at]! > chances[sub]!)) sub = at
  return { label: labels[sub]!, main: mains[main]!, confidence: sums[main]! }
}

/** The cues alone, for languages that nobody labelled: (1 − e^(−score/1.3)) · rivalry. */
export function byCuesAlone({ scores }: CategoryRules): { label: string; main: string; confidence: number } | null {
  const ranked = [...scores].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  const [best] = ranked
  if (!best) return null
  return { label: best[0], main: mainOf(best[0]), confidence: (1 - Math.exp(-best[1] / ENOUGH)) * rivalry(ranked) }
}

/**
 * Builds the category reader of one taxonomy. Of a Dutch or English text it takes the main category of the highest chance, and in it the sub of the highest,
 * by cues and a learned scorer together; `confidence` is the chance of the main category, `unknown` below 0.25, or where it is likelier. Other languages go by cues alone. A given category of the
 * taxonomy wins with confidence 1 (0.7 when only its main is known and no words choose a sub). `department` is the first department of the sub category, or null.
 * Empty text without a given category is `unknown`, confidence 0. Source: own keyword model stacked under logistic regression; the floor is lower than Signalen's 0.4 because a person can see the confidence and correct it.
 * @example createCategoriser(DEFAULT_TAXONOMY)(view, null, rules, askLearned(view, null, rules.scores)).category.sub // of 'De lantaarnpaal is kapot': 'lantaarnpaal-straatverlichting'
 */
export function createCategoriser(
  taxonomy: Taxonomy,
): (view: TextView, given: Given, rules: CategoryRules, learned: Learned) => Categorised {
  const departments = new Map(
    taxonomy.categories.flatMap((main) =>
      main.subcategories.map((sub) => [`${main.slug}/${sub.slug}`, sub.departments[0] ?? null] as const),
    ),
  )
  const labels = new Set(departments.keys())
  const finish = (main: string, sub: string, confidence: number, words: Categorised['words'], foreign = 0): Categorised => ({
    category: { main, sub, confidence: Math.round(confidence * 1000) / 1000 },
    department: departments.get(`${main}/${sub}`) ?? null,
    words,
    foreign,
  })
  const choices = choicesOf(labels)
  return (view, given, rules, learned) => {
    const slugs = slugOf(taxonomy, given)
    if (slugs?.sub) return finish(slugs.main, slugs.sub, 1, [])
    const wordsFor = (label: string) => {
      const cues = rules.hits.filter((hit) => hit.label === label)
      return cues.length > 0 ? cues : learned.speakingFor('category', label, EVIDENCE_WORDS)
    }
    if (slugs) {
      const [best] = [...rules.scores]
        .filter(([label]) => mainOf(label) === slugs.main)
        .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      return best
        ? finish(slugs.main, best[0].slice(slugs.main.length + 1), GIVEN_MAIN_ONLY, wordsFor(best[0]))
        : finish(slugs.main, 'unknown', GIVEN_MAIN_ONLY, [])
    }
    const isWeighed = isLearnedLanguage(view.language) && (rules.hits.length > 0 || learned.isKnown)
    const chances = isWeighed ? chancesOf(choices, rules, learned) : null
    const best = chances ? bestOf(choices, chances) : byCuesAlone(rules)
    const unknown = chances?.[choices.unknownAt] ?? 0
    const foreign = (FOREIGN_IN_TRAINING * unknown) / (FOREIGN_IN_TRAINING * unknown + 1 - unknown)
    if (!best) return { category: UNKNOWN_CATEGORY, department: null, words: [], foreign }
    if (best.confidence < CATEGORY_FLOOR || best.confidence < unknown)
      return finish(UNKNOWN_CATEGORY.main, UNKNOWN_CATEGORY.sub, best.confidence, [], foreign)
    return finish(best.main, best.label.slice(best.main.length + 1), best.confidence, wordsFor(best.label), foreign)
  }
}
