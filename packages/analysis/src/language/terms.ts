import { splitCompound } from './compounds.ts'
import { stemOf } from './stem.ts'
import { isStopWord } from './stop-words.ts'
import { type Token, tokenise } from './tokens.ts'

const CACHE_LIMIT = 60_000
const SHORTEST = 2
const cache = new Map<string, readonly string[]>()

function read(lower: string, language: string): readonly string[] {
  const word = lower.endsWith("'s") ? lower.slice(0, -2) : lower
  if (word.length < SHORTEST || isStopWord(word, language)) return []
  const whole = stemOf(lower, language)
  if (language === 'en') return [whole]
  const parts = splitCompound(word)
  return parts.length === 0 ? [whole] : [whole, ...parts.map((part) => stemOf(part, language))]
}

/**
 * Terms of one lower-case word: its stem and, for a Dutch compound of known parts, the stems of the parts after it.
 * `[]` for stop words, single letters and the empty word.
 * @example termsOfWord('jongerenoverlast', 'nl') // ['jongerenoverlast', 'jonger', 'overlast']
 */
export function termsOfWord(lower: string, language = 'nl'): readonly string[] {
  const key = language === 'en' ? `en ${lower}` : lower
  const known = cache.get(key)
  if (known !== undefined) return known
  const terms = read(lower, language)
  if (cache.size >= CACHE_LIMIT) cache.clear()
  cache.set(key, terms)
  return terms
}

/**
 * Words inside a hashtag: split on capitals, underscores and digits. A hashtag in one case gives its one word, '#' gives none.
 * @example wordsOfHashtag('#ZwerfAfvalAssen') // ['Zwerf', 'Afval', 'Assen']
 */
export function wordsOfHashtag(hashtag: string): string[] {
  return hashtag.match(/\p{Lu}+(?!\p{Ll})|\p{Lu}?[\p{Ll}\p{M}]+|\p{Lo}+/gu) ?? []
}

/**
 * Distinct terms of tokens, in order of first appearance; see `termsOf`.
 * @example termsOfTokens(tokenise('Honden en hond'), 'nl') // ['hond']
 */
export function termsOfTokens(tokens: readonly Token[], language = 'nl'): string[] {
  const terms = new Set<string>()
  for (const token of tokens) {
    if (token.kind === 'word') for (const term of termsOfWord(token.lower, language)) terms.add(term)
    if (token.kind !== 'hashtag') continue
    for (const term of termsOfWord(token.lower.slice(1), language)) terms.add(term)
    for (const word of wordsOfHashtag(token.text)) for (const term of termsOfWord(word.toLowerCase(), language)) terms.add(term)
  }
  return [...terms]
}

/**
 * Distinct stemmed content terms of a text: no stop words, numbers, links, mentions, masks or emoji; hashtags whole and split on
 * capitals; Dutch compounds whole and in their known parts. `language` is a tag such as `nl` or `en`; anything else is read as Dutch.
 * Empty text gives `[]`. Source: own rules over Snowball stems.
 * @example termsOf('Alweer grofvuil naast de container #GrofVuil') // ['grofvuil', 'grof', 'vuil', 'container']
 */
export function termsOf(text: string, language: string | null = 'nl'): string[] {
  return termsOfTokens(tokenise(text), language ?? 'nl')
}
