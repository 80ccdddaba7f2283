import { detectLanguage } from '../language/detect-language.ts'
import { type Token, tokenise } from '../language/tokens.ts'
import { type FoundCues, findCues } from './cues/find-cues.ts'
import { mapSentences, type SentenceMap } from './sentence-map.ts'
import { type Word, wordOf } from './words.ts'

/** One text, looked at once: everything the parts of the reading ask for. */
export type TextView = {
  text: string
  language: string
  tokens: readonly Token[]
  /** Per token: what is known of its word. */
  words: readonly Word[]
  /** Per token: what cues match it by. */
  stems: readonly string[]
  map: SentenceMap
  cues: FoundCues
}

/** A label with the words that led to it; `span` is null when no words did. */
export type Evidence = { label: string; span: [number, number] | null; words: string[] }

/**
 * Looks at a text: tokens, words, sentences, cues, language (`given` wins). Empty text gives empty lists and language 'nl'.
 * @example viewText('De boom is om.', null).language // 'nl'
 */
export function viewText(text: string, given: string | null): TextView {
  const tokens = tokenise(text)
  const language = given?.slice(0, 2).toLowerCase() || detectLanguage(text, tokens)
  const words = tokens.map((token) => wordOf(token, language))
  const stems = words.map(({ stem }) => stem)
  return { text, language, tokens, words, stems, map: mapSentences(text, tokens), cues: findCues(stems) }
}

/**
 * Evidence for a label from the tokens `first` to `last`, both included.
 * @example evidenceOf(viewText('De boom is om.', null), 'facet:melding', 1, 1) // { label: 'facet:melding', span: [3, 7], words: ['boom'] }
 */
export function evidenceOf(view: TextView, label: string, first: number, last: number): Evidence {
  const words = view.tokens.slice(first, last + 1).map((token) => token.text)
  return { label, span: [view.tokens[first]!.start, view.tokens[last]!.end], words }
}
