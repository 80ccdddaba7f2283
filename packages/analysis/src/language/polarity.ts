import { PHRASES } from './polarity-phrases.ts'
import { NEGATIVE, NEUTRAL_WORDS, POSITIVE } from './polarity-words.ts'
import publicWords from './public-polarity.json' with { type: 'json' }
import { stemOf } from './stem.ts'
import type { Token } from './tokens.ts'

const CACHE_LIMIT = 60_000
const exact = new Map<string, number>()
const byStem = new Map<string, number>()
const cache = new Map<string, number>()
const wordsOf = (text: string) => text.split(/\s+/).filter((word) => word !== '')

for (const [weight, text] of [...POSITIVE, ...NEGATIVE]) for (const word of wordsOf(text)) if (!exact.has(word)) exact.set(word, weight)
for (const word of wordsOf(NEUTRAL_WORDS)) exact.set(word, 0)
for (const [word, weight] of exact) {
  const stem = stemOf(word)
  if (!byStem.has(stem) && stem.length > 2) byStem.set(stem, weight)
}

/** What public lexicons say of words that ours does not know. */
const publicly = new Map<string, number>(Object.entries(publicWords))
const publiclyByStem = new Map<string, number>()
for (const [word, weight] of publicly) {
  const stem = stemOf(word)
  if (stem.length > 2 && !publiclyByStem.has(stem)) publiclyByStem.set(stem, weight)
}

/** Number of single words in our own lexicon. */
export const LEXICON_SIZE = exact.size

const BAD_PREFIX = /^(?:wan|rot|kut|klote|pokke|tering)\p{L}{4,}/u
const GOOD_PREFIX = /^(?:super|top|mega|kei|hyper|reuze)(\p{L}{3,})$/u
const BAD_TAIL =
  /(?:overlast|hinder|ellende|rommel|troep|gevaar|stank|lawaai|herrie|vernieling|vervuiling|problematiek|probleem|problemen|klacht|klachten|chaos|schade|dumping|zooi|bende|poep)$/

function read(lower: string): number {
  const known = exact.get(lower) ?? (lower.length > 3 ? byStem.get(stemOf(lower)) : undefined)
  if (known !== undefined) return known
  if (/(\p{L})\1$/u.test(lower)) {
    const single = exact.get(lower.slice(0, -1))
    if (single !== undefined) return single
  }
  const strengthened = GOOD_PREFIX.exec(lower)?.[1]
  if (strengthened !== undefined) return Math.max(-1, Math.min(1, 1.3 * polarityOf(strengthened)))
  if (BAD_TAIL.test(lower)) return -0.6
  return BAD_PREFIX.test(lower) && exact.has(lower.replace(/^(?:wan|rot|kut|klote|pokke|tering)/, '')) ? -0.8 : publicPolarity(lower)
}

function publicPolarity(lower: string): number {
  return publicly.get(lower) ?? (lower.length > 3 ? publiclyByStem.get(stemOf(lower)) : undefined) ?? 0
}

/**
 * Polarity of one lower-case Dutch word, −1 to 1, 0 when the lexicon says nothing; inflections are found by their stem.
 * Source: an own lexicon of everyday and municipal words; for words that it does not know, pattern's (De Smedt and Daelemans 2012, PDDL) and
 * Glender's (MIT) at a lower weight, see `workbench/src/derive/public-polarity.ts`.
 * @example polarityOf('vieze') // -0.8
 */
export function polarityOf(lower: string): number {
  const known = cache.get(lower)
  if (known !== undefined) return known
  const polarity = read(lower)
  if (cache.size >= CACHE_LIMIT) cache.clear()
  cache.set(lower, polarity)
  return polarity
}

type PhraseNode = { next: Map<string, PhraseNode>; weight: number | null }
const root: PhraseNode = { next: new Map(), weight: null }
for (const [weight, text] of PHRASES) {
  for (const phrase of text.split('|')) {
    const words = wordsOf(phrase)
    let node = root
    for (const word of words) {
      let next = node.next.get(word)
      if (!next) {
        next = { next: new Map(), weight: null }
        node.next.set(word, next)
      }
      node = next
    }
    if (words.length > 0) node.weight = weight
  }
}

/**
 * Longest expression of the lexicon that starts at token `at`: its weight and its number of tokens; null when there is none.
 * @example phraseAt(tokenise('Top geregeld!'), 0) // { weight: 0.9, length: 2 }
 */
export function phraseAt(tokens: readonly Token[], at: number): { weight: number; length: number } | null {
  let node = root
  let best: { weight: number; length: number } | null = null
  for (let length = 1; ; length++) {
    const token = tokens[at + length - 1]
    const next = token && node.next.get(token.lower)
    if (!next) return best
    node = next
    if (node.weight !== null) best = { weight: node.weight, length }
  }
}
