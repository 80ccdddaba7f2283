import { type CategoryReading, type Taxonomy, UNKNOWN_CATEGORY } from '@rumoer/contracts'
import { splitCompound } from '../language/compounds.ts'
import { type CueHit, type CueList, createCueFinder, cueKey } from '../language/cue-trie.ts'
import { CATEGORY_CUES } from './cues/category-cues.ts'
import type { TextView } from './text-view.ts'

/** Below this the category is `unknown`. */
export const CATEGORY_FLOOR = 0.4
const GIVEN_MAIN_ONLY = 0.7
const WEIGHTS = { strong: 2, medium: 1, weak: 0.4 } as const
/** A cue of several words says more than one word. */
const LONG_CUE = 1.25
const COMPOUND_PART = 0.6
const ENOUGH = 1.3
/** How much the best category of another main takes off, and the second of the same main. */
const RIVAL = 0.35
const SIBLING = 0.15

export type Categorised = { category: CategoryReading; department: string | null; hits: readonly CueHit<string>[] }
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
  view.tokens.forEach((token, at) => {
    if (token.kind !== 'word' || token.lower.length < 7 || covered.has(at)) return
    for (const part of splitCompound(token.lower)) {
      for (const hit of find([cueKey(part)])) hits.push({ ...hit, weight: hit.weight * COMPOUND_PART, first: at, last: at })
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

/**
 * Builds the category reader of one taxonomy. It gives the category whose cues weigh most, with confidence
 * (1 − e^(−score/1.3)) · (1 − 0.35 · best of another main/score − 0.15 · second of the same main/score), `unknown` below 0.4; a given category of the taxonomy wins with confidence 1
 * (0.7 when only its main is known and no words choose a sub). `department` is the first department of the sub category, or null.
 * Empty text without a given category is `unknown`, confidence 0. Source: own keyword model; the 0.4 floor is Signalen's practice.
 * @example createCategoriser(DEFAULT_TAXONOMY)(viewText('De lantaarnpaal is kapot', 'nl'), null).category.sub // 'lantaarnpaal-straatverlichting'
 */
export function createCategoriser(taxonomy: Taxonomy): (view: TextView, given: Given) => Categorised {
  const find = createCueFinder([...cueLists(taxonomy), ...ownNames(taxonomy)])
  const departments = new Map(
    taxonomy.categories.flatMap((main) =>
      main.subcategories.map((sub) => [`${main.slug}/${sub.slug}`, sub.departments[0] ?? null] as const),
    ),
  )
  const finish = (main: string, sub: string, confidence: number, hits: readonly CueHit<string>[]): Categorised => ({
    category: { main, sub, confidence: Math.round(confidence * 1000) / 1000 },
    department: departments.get(`${main}/${sub}`) ?? null,
    hits: hits.filter((hit) => hit.label === `${main}/${sub}`),
  })
  return (view, given) => {
    const slugs = slugOf(taxonomy, given)
    if (slugs?.sub) return finish(slugs.main, slugs.sub, 1, [])
    const direct = find(view.stems)
    const hits = [...direct, ...partHits(view, find, direct)]
    const ranked = [...scoresOf(hits)]
      .filter(([label]) => !slugs || label.startsWith(`${slugs.main}/`))
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    const [best] = ranked
    if (slugs)
      return best
        ? finish(slugs.main, best[0].slice(slugs.main.length + 1), GIVEN_MAIN_ONLY, hits)
        : finish(slugs.main, 'unknown', GIVEN_MAIN_ONLY, [])
    if (!best) return { category: UNKNOWN_CATEGORY, department: null, hits: [] }
    const confidence = (1 - Math.exp(-best[1] / ENOUGH)) * rivalry(ranked)
    if (confidence < CATEGORY_FLOOR)
      return { category: { ...UNKNOWN_CATEGORY, confidence: Math.round(confidence * 1000) / 1000 }, department: null, hits: [] }
    const [main = '', sub = ''] = best[0].split('/')
    return finish(main, sub, confidence, hits)
  }
}
