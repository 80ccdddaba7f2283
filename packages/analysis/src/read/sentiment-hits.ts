import { emojiPolarity } from '../language/emoji-polarity.ts'
import { ENGLISH_INTENSIFIERS, ENGLISH_NEGATORS, ENGLISH_TURNS, englishPolarityOf } from '../language/english-polarity.ts'
import { phraseAt, polarityOf } from '../language/polarity.ts'
import { DAMPERS, INTENSIFIERS, NEGATORS, NOT_AFTER_TE, SCOPE_ENDS, TOO, TURNS } from '../language/sentiment-words.ts'
import type { Token } from '../language/tokens.ts'
import type { TextView } from './text-view.ts'

/** Words that carry feeling, with their weight after negation, strength and place. `first` to `last` are tokens, both included. */
export type SentimentHit = { weight: number; first: number; last: number }

const NEGATION_WINDOW = 3
const FORWARD_WINDOW = 3
const NEGATED_POSITIVE = -0.9
const NEGATED_NEGATIVE = 0
const BEFORE_TURN = 0.5
const AFTER_TURN = 1.3
const LAST_SENTENCE = 1.3
const TOO_MUCH = -0.45
const BARE_NEGATION = -0.15
const EXCLAIMED = 1.1
const DRAWN_OUT = 1.2
const DOUBLED = /(\p{L})\1/gu

type Words = {
  polarity: (lower: string) => number
  negators: ReadonlySet<string>
  scopeEnds: ReadonlySet<string>
  turns: ReadonlySet<string>
  strength: (lower: string) => number | undefined
}
const DUTCH: Words = {
  polarity: polarityOf,
  negators: NEGATORS,
  scopeEnds: SCOPE_ENDS,
  turns: TURNS,
  strength: (lower) => INTENSIFIERS.get(lower) ?? DAMPERS.get(lower),
}
const ENGLISH: Words = {
  polarity: englishPolarityOf,
  negators: ENGLISH_NEGATORS,
  scopeEnds: ENGLISH_TURNS,
  turns: new Set(['but', 'however']),
  strength: (lower) => ENGLISH_INTENSIFIERS.get(lower),
}

const isNegator = (words: Words, tokens: readonly Token[], at: number) =>
  words.negators.has(tokens[at]!.lower) &&
  tokens[at + 1]?.lower !== 'alleen' &&
  !(tokens[at]!.lower === 'niet' && tokens[at - 1]?.lower === 'of')

/** Index of the negator whose scope holds token `at`, or -1. */
function negatorOf(view: TextView, words: Words, at: number, forward: boolean): number {
  const { tokens, map } = view
  for (let back = 1; back <= NEGATION_WINDOW && at - back >= 0; back++) {
    if (map.breaks[at - back + 1] !== 0) break
    if (words.scopeEnds.has(tokens[at - back]!.lower)) break
    if (isNegator(words, tokens, at - back)) return at - back
  }
  for (let ahead = 1; forward && ahead <= FORWARD_WINDOW && at + ahead < tokens.length; ahead++) {
    if (map.breaks[at + ahead] !== 0 || words.scopeEnds.has(tokens[at + ahead]!.lower) || tokens[at + ahead]!.lower === 'dat') break
    const after = tokens[at + ahead + 1]
    const endsClause = after === undefined || map.breaks[at + ahead + 1] !== 0
    if (tokens[at + ahead]!.lower === 'niet' && endsClause) return at + ahead
  }
  return -1
}

/** Factor of the word right before (or two before, as in "heel erg mooi"), and of letters drawn out. */
function strengthOf(view: TextView, words: Words, at: number): number {
  const { tokens, map } = view
  let factor = tokens[at]!.text.length > tokens[at]!.lower.length ? DRAWN_OUT : 1
  for (let back = 1; back <= 2 && at - back >= 0 && map.breaks[at - back + 1] === 0; back++) {
    const strength = words.strength(tokens[at - back]!.lower)
    if (strength === undefined) break
    factor *= back === 1 ? strength : 1 + (strength - 1) / 2
  }
  return factor
}

function isStrengthOfNext(view: TextView, words: Words, at: number): boolean {
  const next = view.tokens[at + 1]
  if (next === undefined || view.map.breaks[at + 1] !== 0 || words.strength(view.tokens[at]!.lower) === undefined) return false
  return words.polarity(next.lower) !== 0 || words.strength(next.lower) !== undefined
}

/** "te hard", "te duur": too much of anything is a complaint. */
function isTooMuch(view: TextView, at: number): boolean {
  const { tokens, map } = view
  const next = tokens[at + 1]
  if (tokens[at]!.lower !== 'te' || next === undefined || map.breaks[at + 1] !== 0 || next.kind !== 'word') return false
  return TOO.has(next.lower) || (polarityOf(next.lower) !== 0 && !NOT_AFTER_TE.has(next.lower) && !next.lower.endsWith('en'))
}

function rawWeight(token: Token, words: Words): number {
  if (token.kind === 'emoji') return emojiPolarity(token.text)
  if (token.kind === 'word') {
    const polarity = words.polarity(token.lower)
    if (polarity !== 0 || token.text.length <= token.lower.length) return polarity
    return words.polarity(token.lower.replace(DOUBLED, '$1'))
  }
  return token.kind === 'hashtag' ? words.polarity(token.lower.slice(1)) : 0
}

/** Hits without regard to where they stand in the text. */
function localHits(view: TextView, words: Words): SentimentHit[] {
  const { tokens } = view
  const hits: SentimentHit[] = []
  const used = new Set<number>()
  const isDutch = words === DUTCH
  for (let at = 0; at < tokens.length; at++) {
    const phrase = isDutch ? phraseAt(tokens, at) : null
    if (phrase) {
      hits.push({ weight: phrase.weight, first: at, last: at + phrase.length - 1 })
      for (let inside = at; inside < at + phrase.length; inside++) used.add(inside)
      at += phrase.length - 1
      continue
    }
    if (isDutch && isTooMuch(view, at)) {
      const negator = negatorOf(view, words, at, false)
      if (negator >= 0) used.add(negator)
      hits.push({ weight: negator >= 0 ? -TOO_MUCH / 2 : TOO_MUCH, first: at, last: at + 1 })
      at += 1
      continue
    }
    const raw = isStrengthOfNext(view, words, at) ? 0 : rawWeight(tokens[at]!, words)
    if (raw === 0) continue
    const negator = tokens[at]!.kind === 'emoji' ? -1 : negatorOf(view, words, at, raw > 0)
    if (negator >= 0 && !used.has(negator)) used.add(negator)
    const sign = negator < 0 ? 1 : raw > 0 ? NEGATED_POSITIVE : NEGATED_NEGATIVE
    if (sign === 0) continue
    hits.push({
      weight: raw * sign * strengthOf(view, words, at),
      first: Math.min(at, negator < 0 ? at : negator),
      last: Math.max(at, negator),
    })
  }
  for (let at = 0; at < tokens.length; at++) {
    if (isNegator(words, tokens, at) && !used.has(at)) hits.push({ weight: BARE_NEGATION, first: at, last: at })
  }
  return hits
}

/**
 * Every word or expression that carries feeling, with its weight: negation three tokens back (and three forward for a closing "niet"),
 * strength, "te" + adjective, what stands before and after "maar", the last sentence and exclamation. Languages other than Dutch and
 * English give their emoji only. `[]` for empty text. Source: constants of `docs/analysis.md` 3.5, after Taboada et al. 2011.
 * @example sentimentHits(viewText('niet mooi', 'nl')) // one hit, weight −0.72, tokens 0 to 1
 */
export function sentimentHits(view: TextView): SentimentHit[] {
  const { tokens, map } = view
  if (view.language !== 'nl' && view.language !== 'en') {
    return tokens.flatMap((token, at) =>
      token.kind === 'emoji' && emojiPolarity(token.text) !== 0 ? [{ weight: emojiPolarity(token.text), first: at, last: at }] : [],
    )
  }
  const words = view.language === 'en' ? ENGLISH : DUTCH
  const turnOf = new Map<number, number>()
  for (let at = 1; at < tokens.length; at++) {
    if (words.turns.has(tokens[at]!.lower) && !(tokens[at]!.lower === 'alleen' && map.breaks[at] === 0)) turnOf.set(map.sentenceOf[at]!, at)
  }
  const lastSentence = map.sentences.length - 1
  return localHits(view, words).map((hit) => {
    const sentence = map.sentenceOf[hit.first]!
    const turn = turnOf.get(sentence)
    let weight = hit.weight
    if (turn !== undefined) weight *= hit.last < turn ? BEFORE_TURN : AFTER_TURN
    if (lastSentence > 0 && sentence === lastSentence) weight *= LAST_SENTENCE
    if (map.sentences[sentence]!.mark === '!') weight *= EXCLAIMED
    return { ...hit, weight }
  })
}
