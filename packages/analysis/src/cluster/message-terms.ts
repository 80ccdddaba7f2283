import { termsOfTokens, termsOfWord } from '../language/terms.ts'
import { type Token, tokenise } from '../language/tokens.ts'
import type { ClusterItem } from './cluster-item.ts'

/** What a message says, as the clusterer counts it. `tokens` is empty for text that was tokenised already. */
export type MessageTerms = { terms: readonly string[]; tokens: readonly Token[]; language: string; print: string }

/** A long letter tells its subject early; more terms would only slow the index. */
const MOST_TERMS = 64
/** Shorter texts are alike by chance. */
const PRINT_TERMS = 4

/**
 * Distinct terms of a message, at most 64, with a fingerprint that is equal for texts of the same terms in any order.
 * Empty text gives no terms and the empty print.
 */
export function messageTerms(item: Pick<ClusterItem, 'text' | 'language'>): MessageTerms {
  const language = item.language ?? 'nl'
  const tokens = tokenise(item.text)
  const terms = termsOfTokens(tokens, language).slice(0, MOST_TERMS)
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

/** How a term stood in the text, for people's eyes: the first word that gave it, or the term itself. */
export function surfacesOf({ tokens, language }: MessageTerms): (term: string) => string {
  let known: Map<string, string> | null = null
  return (term) => {
    if (tokens.length === 0) return term
    if (!known) {
      known = new Map()
      for (const token of tokens) {
        if (token.kind !== 'word') continue
        const [whole] = termsOfWord(token.lower, language)
        if (whole !== undefined && !known.has(whole)) known.set(whole, token.lower)
      }
    }
    return known.get(term) ?? term
  }
}
