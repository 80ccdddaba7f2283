import { emojiPolarity } from '../language/emoji-polarity.ts'
import { englishPolarityOf } from '../language/english-polarity.ts'
import { phraseAt, polarityOf } from '../language/polarity.ts'
import { NOT_AFTER_TE, TOO } from '../language/sentiment-words.ts'
import type { Token } from '../language/tokens.ts'
import type { TextView } from './text-view.ts'
import type { Word } from './words.ts'

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

/** "niet alleen … maar ook" and "of niet" negate nothing. */
const isNegator = ({ tokens, words }: TextView, at: number) =>
  words[at]!.isNegator && tokens[at + 1]?.lower !== 'alleen' && !(tokens[at]!.lower === 'niet' && tokens[at - 1]?.lower === 'of')

/** Index of the negator whose scope holds token `at`, or -1. */
function negatorOf(view: TextView, at: number, forward: boolean): number {
  const { tokens, words, map } = view
  for (let back = 1; back <= NEGATION_WINDOW && at - back >= 0; back++) {
    if (map.breaks[at - back + 1] !== 0) break
    if (words[at - back]!.endsScope) break
    if (isNegator(view, at - back)) return at - back
  }
  for (let ahead = 1; forward && ahead <= FORWARD_WINDOW && at + ahead < tokens.length; ahead++) {
    if (map.breaks[at + ahead] !== 0 || words[at + ahead]!.endsScope || tokens[at + ahead]!.lower === 'dat') break
    const after = tokens[at + ahead + 1]
    const endsClause = after === undefined || map.breaks[at + ahead + 1] !== 0
    if (tokens[at + ahead]!.lower === 'niet' && endsClause) return at + ahead
  }
  return -1
}

/** Factor of the word right before (or two before, as in "heel erg mooi"), and of letters drawn out. */
function strengthOf({ tokens, words, map }: TextView, at: number): number {
  let factor = tokens[at]!.text.length > tokens[at]!.lower.length ? DRAWN_OUT : 1
  for (let back = 1; back <= 2 && at - back >= 0 && map.breaks[at - back + 1] === 0; back++) {
    const { strength } = words[at - back]!
    if (strength === 0) break
    factor *= back === 1 ? strength : 1 + (strength - 1) / 2
  }
  return factor
}

function isStrengthOfNext({ words, map }: TextView, at: number): boolean {
  const next = words[at + 1]
  if (next === undefined || map.breaks[at + 1] !== 0 || words[at]!.strength === 0) return false
  return next.polarity !== 0 || next.strength !== 0
}

/** "te hard", "te duur": too much of anything is a complaint. */
function isTooMuch({ tokens, words, map }: TextView, at: number): boolean {
  const next = tokens[at + 1]
  if (tokens[at]!.lower !== 'te' || next === undefined || map.breaks[at + 1] !== 0 || next.kind !== 'word') return false
  return TOO.has(next.lower) || (words[at + 1]!.polarity !== 0 && !NOT_AFTER_TE.has(next.lower) && !next.lower.endsWith('en'))
}

function rawWeight(token: Token, { polarity }: Word, isDutch: boolean): number {
  if (token.kind === 'emoji') return emojiPolarity(token.text)
  if (token.kind !== 'word' || polarity !== 0 || token.text.length <= token.lower.length) return polarity
  return (isDutch ? polarityOf : englishPolarityOf)(token.lower.replace(DOUBLED, '$1'))
}

/** Hits without regard to where they stand in the text. */
function localHits(view: TextView): SentimentHit[] {
  const { tokens, words } = view
  const hits: SentimentHit[] = []
  const used = new Set<number>()
  const isDutch = view.language === 'nl'
  for (let at = 0; at < tokens.length; at++) {
    const phrase = isDutch ? phraseAt(tokens, at) : null
    if (phrase) {
      hits.push({ weight: phrase.weight, first: at, last: at + phrase.length - 1 })
      for (let inside = at; inside < at + phrase.length; inside++) used.add(inside)
      at += phrase.length - 1
      continue
    }
    if (isDutch && isTooMuch(view, at)) {
      const negator = negatorOf(view, at, false)
      if (negator >= 0) used.add(negator)
      hits.push({ weight: negator >= 0 ? -TOO_MUCH / 2 : TOO_MUCH, first: at, last: at + 1 })
      at += 1
      continue
    }
    const raw = isStrengthOfNext(view, at) ? 0 : rawWeight(tokens[at]!, words[at]!, isDutch)
    if (raw === 0) continue
    const negator = tokens[at]!.kind === 'emoji' ? -1 : negatorOf(view, at, raw > 0)
    if (negator >= 0 && !used.has(negator)) used.add(negator)
    const sign = negator < 0 ? 1 : raw > 0 ? NEGATED_POSITIVE : NEGATED_NEGATIVE
    if (sign === 0) continue
    hits.push({
      weight: raw * sign * strengthOf(view, at),
      first: Math.min(at, negator < 0 ? at : negator),
      last: Math.max(at, negator),
    })
  }
  for (let at = 0; at < tokens.length; at++) {
    if (isNegator(view, at) && !used.has(at)) hits.push({ weight: BARE_NEGATION, first: at, last: at })
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
  const { tokens, words, map } = view
  if (view.language !== 'nl' && view.language !== 'en') {
    return tokens.flatMap((token, at) =>
      token.kind === 'emoji' && emojiPolarity(token.text) !== 0 ? [{ weight: emojiPolarity(token.text), first: at, last: at }] : [],
    )
  }
  const turnOf = new Map<number, number>()
  for (let at = 1; at < tokens.length; at++) {
    if (words[at]!.isTurn && !(tokens[at]!.lower === 'alleen' && map.breaks[at] === 0)) turnOf.set(map.sentenceOf[at]!, at)
  }
  const lastSentence = map.sentences.length - 1
  return localHits(view).map((hit) => {
    const sentence = map.sentenceOf[hit.first]!
    const turn = turnOf.get(sentence)
    let weight = hit.weight
    if (turn !== undefined) weight *= hit.last < turn ? BEFORE_TURN : AFTER_TURN
    if (lastSentence > 0 && sentence === lastSentence) weight *= LAST_SENTENCE
    if (map.sentences[sentence]!.mark === '!') weight *= EXCLAIMED
    return { ...hit, weight }
  })
}
