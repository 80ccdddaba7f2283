import { stemsOfTokens } from '../language/cue-trie.ts'
import { detectLanguage } from '../language/detect-language.ts'
import { type Token, tokenise } from '../language/tokens.ts'
import { mapSentences, type SentenceMap } from './sentence-map.ts'

/** One text, looked at once: everything the parts of the reading ask for. */
export type TextView = { text: string; language: string; tokens: readonly Token[]; stems: readonly string[]; map: SentenceMap }

/** A label with the words that led to it; `span` is null when no words did. */
export type Evidence = { label: string; span: [number, number] | null; words: string[] }

/**
 * Looks at a text: tokens, stems, sentences, language (`given` wins). Empty text gives empty lists and language 'nl'.
 * @example viewText('De boom is om.', null).language // 'nl'
 */
export function viewText(text: string, given: string | null): TextView {
  const tokens = tokenise(text)
  const language = given?.slice(0, 2).toLowerCase() || detectLanguage(text, tokens)
  return { text, language, tokens, stems: stemsOfTokens(tokens, language), map: mapSentences(text, tokens) }
}

/**
 * Evidence for a label from the tokens `first` to `last`, both included.
 * @example evidenceOf(viewText('De boom is om.', null), 'facet:melding', 1, 1) // { label: 'facet:melding', span: [3, 7], words: ['boom'] }
 */
export function evidenceOf(view: TextView, label: string, first: number, last: number): Evidence {
  const words = view.tokens.slice(first, last + 1).map((token) => token.text)
  return { label, span: [view.tokens[first]!.start, view.tokens[last]!.end], words }
}
