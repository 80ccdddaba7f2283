import { eld } from 'eld/extrasmall'
import type { Token } from './tokens.ts'

const SHORTEST_TEXT = 20
const ENOUGH = 2
const DUTCH = new Set(
  'de het een en van ik je dat die niet met voor zijn er maar ook naar bij nog wel aan dit deze wordt worden geen al uit heeft hebben weer als dan moet kan hier daar waar wat wie hoe onze ons mijn jullie zo veel geweest waarom wanneer mensen staat ligt door tot tussen zonder iets niets iemand hij zij wij u uw'.split(
    ' ',
  ),
)
const ENGLISH = new Set(
  "the and of to that it for you on with are this have not be at my they there but from what who your can't don't it's our when how why would should could been which their has will please and i".split(
    ' ',
  ),
)

/** Function words of one language only. */
const LANGUAGE_OF: ReadonlyMap<string, 'nl' | 'en'> = new Map([
  ...[...DUTCH].map((word) => [word, 'nl'] as const),
  ...[...ENGLISH].filter((word) => !DUTCH.has(word)).map((word) => [word, 'en'] as const),
])

/**
 * Language of a text as a two-letter tag. Function words decide between Dutch and English; what they leave open goes to a letter model
 * when the text has 20 characters or more. Short or empty text counts as Dutch, the municipality's own language.
 * Source: own lists of function words; eld (Nito), extra small model.
 * @example detectLanguage('There is rubbish on the street again', tokenise('There is rubbish on the street again')) // 'en'
 */
export function detectLanguage(text: string, tokens: readonly Token[]): string {
  let dutch = 0
  let english = 0
  for (const token of tokens) {
    const language = LANGUAGE_OF.get(token.lower)
    if (language === 'nl') dutch += 1
    else if (language === 'en') english += 1
  }
  if (dutch >= ENOUGH && dutch > 2 * english) return 'nl'
  if (english >= ENOUGH && english > 2 * dutch) return 'en'
  if (text.length < SHORTEST_TEXT) return 'nl'
  const found = eld.detect(text)
  if (found.language === '' || found.language === 'af' || !found.isReliable()) return dutch >= english ? 'nl' : 'en'
  return found.language === 'en' && dutch > 0 ? 'nl' : found.language
}
