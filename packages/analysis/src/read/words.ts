import { splitCompound } from '../language/compounds.ts'
import { cueKey } from '../language/cue-trie.ts'
import { ENGLISH_INTENSIFIERS, ENGLISH_NEGATORS, ENGLISH_TURNS, englishPolarityOf } from '../language/english-polarity.ts'
import { polarityOf } from '../language/polarity.ts'
import { DAMPERS, INTENSIFIERS, NEGATORS, SCOPE_ENDS, TURNS } from '../language/sentiment-words.ts'
import { isStopWord } from '../language/stop-words.ts'
import type { Token } from '../language/tokens.ts'
import { BACKGROUND } from './keyword-background.ts'
import { hashOf } from './learned/hash.ts'
import type { WordVector } from './learned/word-vectors.ts'

/** All that the parts of the reading ask of one word, looked up together. */
export type Word = {
  /** Lower case, of a hashtag without its sign; '' where the token is no word. */
  readonly lower: string
  /** What cues match it by; '' where the token is no word. */
  readonly stem: string
  readonly hash: number
  /** −1 to 1, 0 when the lexicon says nothing. */
  readonly polarity: number
  /** Factor on the next word that carries feeling, 0 for none. */
  readonly strength: number
  readonly isNegator: boolean
  readonly endsScope: boolean
  readonly isTurn: boolean
  readonly isStop: boolean
  /** Every message may use it, whatever it is about. */
  readonly isCommon: boolean
  /** What cues match the parts of a longer compound by. */
  readonly parts: readonly string[]
  /** What the learned scorers know of it; null until they were asked. */
  vector: WordVector | null
}

const CACHE_LIMIT = 20_000
const LEAST_COMPOUND = 7
const ENGLISH_CONTRASTS: ReadonlySet<string> = new Set(['but', 'however'])
const dutch = new Map<string, Word>()
const english = new Map<string, Word>()

const partsOf = (lower: string) => (lower.length < LEAST_COMPOUND ? [] : splitCompound(lower).map((part) => cueKey(part)))

function look(lower: string, language: string): Word {
  const isEnglish = language === 'en'
  const stem = cueKey(lower, language)
  return {
    lower,
    stem,
    hash: hashOf(stem),
    polarity: isEnglish ? englishPolarityOf(lower) : polarityOf(lower),
    strength: (isEnglish ? ENGLISH_INTENSIFIERS.get(lower) : (INTENSIFIERS.get(lower) ?? DAMPERS.get(lower))) ?? 0,
    isNegator: (isEnglish ? ENGLISH_NEGATORS : NEGATORS).has(lower),
    endsScope: (isEnglish ? ENGLISH_TURNS : SCOPE_ENDS).has(lower),
    isTurn: (isEnglish ? ENGLISH_CONTRASTS : TURNS).has(lower),
    isStop: isStopWord(lower, language),
    isCommon: BACKGROUND.has(stem),
    parts: partsOf(lower),
    vector: null,
  }
}

const NO_WORD: Word = {
  lower: '',
  stem: '',
  hash: 0,
  polarity: 0,
  strength: 0,
  isNegator: false,
  endsScope: false,
  isTurn: false,
  isStop: false,
  isCommon: false,
  parts: [],
  vector: null,
}

/**
 * The word of a token in a language, English or else as Dutch: most words of a message were met before, so each is looked up once and remembered, at most
 * 20,000 a language. A hashtag is the word behind its sign; a token that is no word gives an empty one.
 * @example wordOf(tokenise('Kapotte')[0]!, 'nl').stem // 'kapot'
 */
export function wordOf({ kind, lower: written }: Token, language: string): Word {
  if (kind !== 'word' && kind !== 'hashtag') return NO_WORD
  const lower = kind === 'word' ? written : written.slice(1)
  const known = language === 'en' ? english : dutch
  const before = known.get(lower)
  if (before !== undefined) return before
  const word = look(lower, language)
  if (known.size >= CACHE_LIMIT) known.clear()
  known.set(lower, word)
  return word
}
