import type { Token } from '../language/tokens.ts'
import { type Evidence, evidenceOf, type TextView } from './text-view.ts'
import type { Word } from './words.ts'

export type Keyword = { term: string; weight: number }
type Candidate = { term: string; count: number; rarity: number; first: number; last: number }

const MAX_KEYWORDS = 6
const SHORTEST = 3
const COMMON = 0.45
const FEELING = 0.5
const LONG_WORD = 10
const LONG_BONUS = 1.2
const HASHTAG_BONUS = 1.2
const PAIR = 0.62

function rarityOf(token: Token, word: Word, language: string): number {
  if (token.kind === 'hashtag') return HASHTAG_BONUS
  const rarity = word.isCommon ? COMMON : language === 'nl' && word.polarity !== 0 ? FEELING : 1
  return token.lower.length >= LONG_WORD && rarity === 1 ? LONG_BONUS : rarity
}

const isContent = (token: Token, word: Word) =>
  (token.kind === 'word' && token.lower.length >= SHORTEST && !word.isStop) || (token.kind === 'hashtag' && token.lower.length > SHORTEST)

/**
 * What a message is about: up to six terms, heaviest first, the heaviest weight is 1. Weight = √count × rarity against a built-in list of
 * words that every message uses; two content words side by side also stand as one term, and then not apart. Masks and mentions never
 * count. No content words give `[]`. Source: tf × idf (Spärck Jones 1972) with a fixed background.
 * @example readKeywords(viewText('De lantaarnpaal is kapot', 'nl')).keywords[0] // { term: 'lantaarnpaal', weight: 1 }
 */
export function readKeywords(view: TextView): { keywords: Keyword[]; evidence: Evidence[] } {
  const { tokens, words, language, map } = view
  const candidates = new Map<string, Candidate>()
  const add = (key: string, term: string, rarity: number, first: number, last: number) => {
    const known = candidates.get(key)
    if (known) known.count += 1
    else candidates.set(key, { term, count: 1, rarity, first, last })
  }
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!
    const word = words[at]!
    if (!isContent(token, word)) continue
    const rarity = rarityOf(token, word, language)
    add(word.stem, word.lower, rarity, at, at)
    const next = tokens[at + 1]
    if (next === undefined || map.breaks[at + 1] !== 0 || token.kind !== 'word' || next.kind !== 'word') continue
    const nextWord = words[at + 1]!
    if (!isContent(next, nextWord)) continue
    const pair = rarity + rarityOf(next, nextWord, language)
    add(`${word.stem} ${nextWord.stem}`, `${token.lower} ${next.lower}`, pair * PAIR, at, at + 1)
  }
  const ranked = [...candidates.values()]
    .map((candidate) => ({ ...candidate, weight: Math.sqrt(candidate.count) * candidate.rarity }))
    .sort((a, b) => b.weight - a.weight || a.first - b.first)
  const chosen: typeof ranked = []
  for (const candidate of ranked) {
    if (chosen.length === MAX_KEYWORDS) break
    if (!chosen.some((other) => candidate.first <= other.last && other.first <= candidate.last)) chosen.push(candidate)
  }
  const heaviest = chosen[0]?.weight ?? 1
  return {
    keywords: chosen.map(({ term, weight }) => ({ term, weight: Math.round((weight / heaviest) * 1000) / 1000 })),
    evidence: chosen.map(({ term, first, last }) => evidenceOf(view, `keyword:${term}`, first, last)),
  }
}
