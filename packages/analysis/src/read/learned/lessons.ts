import { FACETS, RESIDENT_ROLES, type ReadingCorrection } from '@rumoer/contracts'
import { type TextView, viewText } from '../text-view.ts'
import { type HeadName, isLearnedLanguage } from './heads.ts'

/** What a person said of one stored text; newest first where there are several. */
export type Lesson = { text: string; language: string | null; correction: ReadingCorrection }

/** What the lessons on like texts say of a text: logits to add, −12 to 12 a class, and the words that it shares with the nearest of them. */
export type Hint = {
  shift(head: HeadName, className: string): number
  readonly classes: ReadonlySet<string>
  readonly words: readonly { first: number; last: number }[]
}

/** So many lessons are kept, the newest. */
export const MOST_LESSONS = 2_000
/** Texts less alike than this do not learn from each other. */
const LEAST_LIKENESS = 0.5
/** And from this on they learn all that there is to learn. */
const FULL_LIKENESS = 0.8
const MOST_SHIFT = 12
const COMMON = 0.4
const LEAST_SHARED = 2

/** Stems that tell texts apart, each once, with its weight. */
function stemsThatTell({ words }: TextView): Map<string, number> {
  const told = new Map<string, number>()
  for (const { stem, isStop, isCommon } of words) if (stem !== '' && !isStop) told.set(stem, isCommon ? COMMON : 1)
  return told
}

const lengthOf = (told: ReadonlyMap<string, number>) => Math.sqrt([...told.values()].reduce((sum, weight) => sum + weight * weight, 0))

/** The classes that a correction speaks for (1) and against (−1), as `head:class`. */
function votesOf({ sentiment, towardsMunicipality, category, facets, roles }: ReadingCorrection): Map<string, 1 | -1> {
  const votes = new Map<string, 1 | -1>()
  if (sentiment !== undefined) for (const scorer of ['sentiment', 'feeling']) votes.set(`${scorer}:${sentiment}`, 1)
  if (towardsMunicipality !== undefined) votes.set(`towards:${towardsMunicipality ?? 'nothing'}`, 1)
  if (category !== undefined) votes.set(`category:${category.main}/${category.sub}`, 1)
  if (facets !== undefined) for (const facet of FACETS) votes.set(`facets:${facet}`, facets.includes(facet) ? 1 : -1)
  if (roles !== undefined) for (const role of RESIDENT_ROLES) votes.set(`roles:${role}`, roles.includes(role) ? 1 : -1)
  return votes
}

/**
 * Learns from people's corrections without touching a weight: a lesson is kept as the content stems of its text and what the person said of it. A text that
 * shares at least two of them, at a cosine of 0.5 or more, gets (cosine − 0.5) / 0.3 × 12, at most 12, added to the logit of each class that was
 * said, and taken from those that were said not to hold; of several lessons the sum, never beyond ±12. So a correction changes how the next like
 * message is read, unlike ones are read as before to the last digit, and a lesson that is left out is forgotten whole. The newest 2,000 count; other
 * languages than Dutch and English teach nothing. Source: nearest neighbours (Cover and Hart 1967) as additive evidence.
 * @example createLessons([])(viewText('Kapot', 'nl')) // null
 */
export function createLessons(lessons: readonly Lesson[]): (view: TextView) => Hint | null {
  const kept = lessons.slice(0, MOST_LESSONS).flatMap(({ text, language, correction }) => {
    const view = viewText(text, language)
    const told = stemsThatTell(view)
    const votes = votesOf(correction)
    return !isLearnedLanguage(view.language) || told.size === 0 || votes.size === 0 ? [] : [{ told, length: lengthOf(told), votes }]
  })
  const byStem = new Map<string, number[]>()
  kept.forEach(({ told }, at) => {
    for (const stem of told.keys()) {
      const held = byStem.get(stem)
      if (held) held.push(at)
      else byStem.set(stem, [at])
    }
  })

  function likeLessons(told: ReadonlyMap<string, number>): { at: number; strength: number }[] {
    const dots = new Map<number, { dot: number; shared: number }>()
    for (const [stem, weight] of told) {
      for (const at of byStem.get(stem) ?? []) {
        const known = dots.get(at)
        if (known) {
          known.dot += weight * weight
          known.shared += 1
        } else dots.set(at, { dot: weight * weight, shared: 1 })
      }
    }
    const length = lengthOf(told)
    return [...dots].flatMap(([at, { dot, shared }]) => {
      const { told: lesson, length: other } = kept[at]!
      const likeness = dot / (length * other)
      const enough = shared >= Math.min(LEAST_SHARED, lesson.size)
      return enough && likeness > LEAST_LIKENESS
        ? [{ at, strength: Math.min(1, (likeness - LEAST_LIKENESS) / (FULL_LIKENESS - LEAST_LIKENESS)) }]
        : []
    })
  }

  return (view) => {
    if (kept.length === 0 || !isLearnedLanguage(view.language)) return null
    const told = stemsThatTell(view)
    const like = likeLessons(told).sort((a, b) => b.strength - a.strength || a.at - b.at)
    const [nearest] = like
    if (!nearest) return null
    const shifts = new Map<string, number>()
    for (const { at, strength } of like) {
      for (const [name, vote] of kept[at]!.votes) shifts.set(name, (shifts.get(name) ?? 0) + MOST_SHIFT * strength * vote)
    }
    const shared = kept[nearest.at]!.told
    return {
      shift: (head, className) => Math.max(-MOST_SHIFT, Math.min(MOST_SHIFT, shifts.get(`${head}:${className}`) ?? 0)),
      classes: new Set(shifts.keys()),
      words: view.stems.flatMap((stem, at) => (stem !== '' && shared.has(stem) ? [{ first: at, last: at }] : [])),
    }
  }
}
