import type { Area, MessageKind, MessageLocation, PlaceName, Reading, Taxonomy } from '@rumoer/contracts'
import { createCategoriser, createCategoryRules } from './categorise.ts'
import { kindOfChannel } from './kind-of-channel.ts'
import { askLearned, isLearnedLanguage } from './learned/heads.ts'
import type { createLessons } from './learned/lessons.ts'
import { readAim } from './read-aim.ts'
import { readAspects } from './read-aspects.ts'
import { readAvoidable } from './read-avoidable.ts'
import { readFacets } from './read-facets.ts'
import { readKeywords } from './read-keywords.ts'
import { createPlaceReader } from './read-place.ts'
import { readQuestion } from './read-question.ts'
import { readRoles } from './read-roles.ts'
import { readSpecial } from './read-special.ts'
import { sumSentiment, weighSentiment } from './sentiment.ts'
import { type SentimentHit, sentimentHits } from './sentiment-hits.ts'
import { type Evidence, evidenceOf, type TextView, viewText } from './text-view.ts'

/** What a municipality knows: its areas (with geometry), the names residents use, its categories and departments. */
export type Knowledge = { areas: readonly Area[]; places: readonly PlaceName[]; taxonomy: Taxonomy }

/** One message as the reader gets it. Everything but the text may be left out; a given category in the taxonomy wins. */
export type ReadInput = {
  text: string
  kind?: MessageKind
  channel?: string
  language?: string | null
  location?: MessageLocation | null
  givenAreaCode?: string | null
  givenCategory?: { main: string; sub: string | null } | null
}

/** So many times likelier is a text about anything when nobody says how it came to a municipality. */
const UNSENT = 60

/** A chance whose odds are multiplied; 0 and 1 stay. */
const timesLikelier = (chance: number, times: number): number => (times * chance) / (times * chance + 1 - chance)

const sentimentEvidence = (view: TextView, hits: readonly SentimentHit[]): Evidence[] =>
  hits.map((hit) => evidenceOf(view, `sentiment:${hit.weight < 0 ? 'negative' : 'positive'}`, hit.first, hit.last))

/**
 * Builds the reader of one municipality: a pure function from a message to its `Reading`. Building takes some milliseconds per thousand names;
 * a reader holds no state and may be shared. `hintFor` tells what people corrected in like messages, see `createLessons`. Every label has a confidence of 0 to 1 and an entry under `evidence`, with the words that led to
 * it and their span in UTF-16 units, or span null when kind, coordinates or the source did. Empty text is valid: neutral, no keywords, and
 * only what location, kind and given category say. Never throws on any text. Source: `docs/analysis.md` 3 to 5; record 0003.
 * @example createReader({ areas: [], places: [], taxonomy: DEFAULT_TAXONOMY })({ text: 'De lantaarnpaal is kapot' }).category.main // 'wegen-verkeer-straatmeubilair'
 */
export function createReader(knowledge: Knowledge): (input: ReadInput, hintFor?: ReturnType<typeof createLessons>) => Reading {
  const cuesOf = createCategoryRules(knowledge.taxonomy)
  const categorise = createCategoriser(knowledge.taxonomy)
  const placeOf = createPlaceReader(knowledge.areas, knowledge.places)
  return (input, hintFor) => {
    const view = viewText(input.text, input.language ?? null)
    const kind = input.kind ?? kindOfChannel(input.channel)
    const cues = cuesOf(view)
    const learned = askLearned(view, kind ?? null, cues.scores, hintFor?.(view) ?? null)
    const { category, department, words: categoryWords, foreign } = categorise(view, input.givenCategory, cues, learned)
    const hits = sentimentHits(view)
    const foreignness = kind === undefined ? timesLikelier(foreign, UNSENT) : foreign
    const sentiment = isLearnedLanguage(view.language) ? weighSentiment(hits, learned, foreignness) : sumSentiment(hits)
    const place = placeOf({ view, location: input.location ?? null, givenAreaCode: input.givenAreaCode ?? null })
    const question = readQuestion(view)
    const about = { kind, mainCategory: category.main, categoryConfidence: category.confidence }
    const aim = readAim({ view, hits, expressed: sumSentiment(hits), learned, ...about })
    const facets = readFacets({
      view,
      sentiment,
      aimed: aim.towards,
      hasPlace: place.areas.length > 0,
      question: question.question !== null,
      learned,
      ...about,
    })
    const roles = readRoles(view, learned)
    const avoidable = readAvoidable(view, kind, learned)
    const keywords = readKeywords(view)
    const aspects = readAspects({ view, hits, learned, foreign: foreignness, keywords: keywords.keywords })
    const { special, evidence: specialEvidence } = readSpecial(view)
    const label = `category:${category.main}/${category.sub}`
    const given = category.main !== 'unknown' && categoryWords.length === 0 ? [{ label, span: null, words: [] }] : []
    return {
      language: view.language,
      sentiment,
      towardsMunicipality: aim.towards,
      ...(aspects.length > 0 ? { aspects } : {}),
      keywords: keywords.keywords,
      category,
      department,
      areas: place.areas,
      roles: roles.roles,
      facets: facets.facets,
      // What is special is not put on the list of questions.
      question: special.length > 0 ? null : question.question,
      avoidable: avoidable.avoidable,
      evidence: [
        ...sentimentEvidence(view, hits),
        ...categoryWords.map(({ first, last }) => evidenceOf(view, label, first, last)),
        ...given,
        ...place.evidence,
        ...facets.evidence,
        ...roles.evidence,
        ...question.evidence,
        ...avoidable.evidence,
        ...aim.evidence,
        ...keywords.evidence,
        ...specialEvidence,
      ],
      ...(special.length > 0 ? { special } : {}),
    }
  }
}
