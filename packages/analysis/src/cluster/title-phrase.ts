import { termsOfWord } from '../language/terms.ts'
import type { Token } from '../language/tokens.ts'
import { namesInText } from './names-in-text.ts'
import { isTitleBreak } from './title-breaks.ts'

const LONGEST_WORDS = 7
const LONGEST_CHARACTERS = 44
/** A word more must bring at least this much support. */
const COST_PER_WORD = 0.06
const NEGATOR_SUPPORT = 0.1
const CLAUSE_END = /[.!?;:,()"“”…\n/|–—[\]]/
const DETERMINERS: ReadonlySet<string> = new Set('de het een zijn haar mijn onze hun dit deze elke ieder iedere'.split(' '))
const PREPOSITIONS: ReadonlySet<string> = new Set(
  'aan achter bij boven door in langs met naar naast om onder op over rond tegen tegenover tijdens tussen uit van vanaf via voor voorbij zonder'.split(
    ' ',
  ),
)
const NEGATORS: ReadonlySet<string> = new Set(['geen', 'zonder', 'niet'])

/** A determiner opens a phrase of its own, unless a preposition ties it to what went before: `parkeert | zijn bus`, `bus op de stoep`. */
const startsAnew = (before: Token | undefined, { lower }: Token): boolean =>
  DETERMINERS.has(lower) && (before === undefined || !PREPOSITIONS.has(before.lower))

export type Support = (term: string) => number
type Word = Token & { name: boolean; support: number }

/**
 * The words of a message that say best what its issue is about: a noun phrase of at most seven in a row inside one clause, never with a person's
 * name.
 *
 * `support` gives 0 to 1 per term: how many of the messages say it and how telling it is. Null when no clause has a content word.
 *
 * @example titlePhrase('Bij ons komt er bruin water uit de kraan', tokens, 'nl', () => 1, new Set()) // 'Bruin water uit de kraan'
 */
export function titlePhrase(
  text: string,
  tokens: readonly Token[],
  language: string,
  support: Support,
  placeWords: ReadonlySet<string>,
): string | null {
  let best: { from: number; to: number; score: number } | null = null
  for (const clause of clausesOf(text, tokens, language, support, placeWords)) {
    const window = bestWindow(clause)
    if (window && (!best || window.score > best.score + 1e-9)) best = window
  }
  if (!best) return null
  const phrase = text.slice(best.from, best.to).replace(/\s+/g, ' ')
  return phrase[0]!.toLocaleUpperCase('nl') + phrase.slice(1)
}

/** Share of its content words that the issue supports; two or more content words count fully. */
export function phraseScore(phrase: readonly Token[], language: string, support: Support): number {
  let sum = 0
  let words = 0
  for (const token of phrase) {
    const [term] = token.kind === 'word' ? termsOfWord(token.lower, language) : []
    if (term === undefined) continue
    sum += support(term)
    words += 1
  }
  return words === 0 ? 0 : (sum / words) * Math.min(1, words / 2)
}

function bestWindow(clause: readonly Word[]): { from: number; to: number; score: number } | null {
  let best: { from: number; to: number; score: number } | null = null
  for (let first = 0; first < clause.length; first++) {
    const start = clause[first]!
    if (start.support <= 0 && !NEGATORS.has(start.lower)) continue
    let score = 0
    for (let last = first; last < Math.min(clause.length, first + LONGEST_WORDS); last++) {
      const end = clause[last]!
      if (end.name || end.end - start.start > LONGEST_CHARACTERS) break
      score += (NEGATORS.has(end.lower) ? NEGATOR_SUPPORT : end.support) - COST_PER_WORD
      if (end.support > 0 && (!best || score > best.score + 1e-9)) best = { from: start.start, to: end.end, score }
    }
  }
  return best
}

function clausesOf(text: string, tokens: readonly Token[], language: string, support: Support, placeWords: ReadonlySet<string>): Word[][] {
  const names = namesInText(text, tokens, placeWords)
  const clauses: Word[][] = [[]]
  let end = 0
  tokens.forEach((token, at) => {
    const counts = token.kind === 'word' || token.kind === 'number'
    const ends = !counts || isTitleBreak(token.lower) || startsAnew(tokens[at - 1], token)
    if (ends || CLAUSE_END.test(text.slice(end, token.start))) clauses.push([])
    end = token.end
    if (!counts || isTitleBreak(token.lower) || (DETERMINERS.has(token.lower) && ends)) return
    const name = names[at]!
    const [term] = token.kind === 'word' && !name && !placeWords.has(token.lower) ? termsOfWord(token.lower, language) : []
    clauses.at(-1)!.push({ ...token, name, support: term === undefined ? 0 : support(term) })
  })
  return clauses
}
