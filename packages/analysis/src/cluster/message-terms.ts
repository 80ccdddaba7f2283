import { conceptOf } from '../language/concepts.ts'
import { termsOfTokens, termsOfWord } from '../language/terms.ts'
import { type Token, tokenise } from '../language/tokens.ts'
import type { ClusterItem } from './cluster-item.ts'
import { namesInText } from './names-in-text.ts'

/** What a message says, as the clusterer counts it. `tokens` is empty for text that was tokenised already. */
export type MessageTerms = { terms: readonly string[]; tokens: readonly Token[]; language: string; print: string }

/** A long letter tells its subject early; more terms would only slow the index. */
const MOST_TERMS = 64
/** Shorter texts are alike by chance. */
const PRINT_TERMS = 4

/** Words for any place: they part no two incidents. */
const PLACELESS: ReadonlySet<string> = new Set(['straat', 'buurt', 'wijk', 'plek', 'stad', 'dorp', 'hoek', 'huis', 'adres', 'nummer'])
/** Marks a concept among the terms: no word starts with it. */
const CONCEPT = '§'
export const isConcept = (term: string): boolean => term.startsWith(CONCEPT)

const STREET = /^\p{Lu}.*[\p{L}]{2}(straat|weg|plein|laan|gracht|kade|dijk|singel|hof|dreef|plantsoen|steeg|pad|markt)$/u

/**
 * Distinct terms of a message, at most 64, with a fingerprint that is equal for texts of the same terms in any order.
 *
 * A street counts as one term, whatever its name is made of; words for any place (straat, buurt) do not count.
 * Empty text gives no terms and the empty print.
 */
export function messageTerms(item: Pick<ClusterItem, 'text' | 'language'>): MessageTerms {
  const tokens = tokenise(item.text)
  const language = item.language ?? 'nl'
  const found = new Set<string>()
  for (const token of tokens) {
    if (token.kind === 'hashtag') for (const term of termsOfTokens([token], language)) found.add(term)
    else if (token.kind === 'word' && !PLACELESS.has(token.lower)) {
      const words = termsOfWord(token.lower, language)
      const concept = language === 'en' ? null : conceptOf(token.lower)
      if (concept !== null) found.add(CONCEPT + concept)
      if (words.length > 1 && STREET.test(token.text)) found.add(words[0]!)
      else for (const term of words) found.add(term)
    }
    if (found.size >= MOST_TERMS) break
  }
  const terms = [...found].slice(0, MOST_TERMS)
  return { terms, tokens, language, print: printOf(terms) }
}

/** The same for text whose tokens are parted by spaces already. */
export function simpleTerms(text: string): MessageTerms {
  const terms = [...new Set(text.split(/\s+/).filter((word) => word !== ''))].slice(0, MOST_TERMS)
  return { terms, tokens: [], language: 'simple', print: '' }
}

/** FNV-1a over the sorted terms, 32 bits beside their number. */
function printOf(terms: readonly string[]): string {
  if (terms.length < PRINT_TERMS) return ''
  let hash = 0x811c9dc5
  for (const term of [...terms].sort()) {
    for (let at = 0; at < term.length; at++) hash = Math.imul(hash ^ term.charCodeAt(at), 0x01000193)
    hash = Math.imul(hash ^ 0x20, 0x01000193)
  }
  return `${terms.length}-${(hash >>> 0).toString(16)}`
}

/** How a term stood in the text, for people's eyes: the first word that gave it; empty for a mere part of a compound and for what may be a name. */
export function surfacesOf(text: string, { tokens, language }: MessageTerms): (term: string) => string {
  let known: Map<string, string> | null = null
  return (term) => {
    if (tokens.length === 0) return term
    if (!known) {
      known = new Map()
      const names = namesInText(text, tokens)
      for (const [at, token] of tokens.entries()) {
        if (token.kind !== 'word' || names[at]) continue
        const [whole] = termsOfWord(token.lower, language)
        if (whole !== undefined && !known.has(whole)) known.set(whole, token.lower)
      }
    }
    return known.get(term) ?? ''
  }
}
