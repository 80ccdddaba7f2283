import { termsOfWord } from '../language/terms.ts'
import type { Token } from '../language/tokens.ts'
import { FIRST_NAMES } from './first-names.ts'

const LONGEST_WORDS = 7
const LONGEST_CHARACTERS = 44
/** A word more must bring at least this much support. */
const COST_PER_WORD = 0.06
const CLAUSE_END = /[.!?;:,()"“”…\n/|–—[\]]/
const NEGATORS: ReadonlySet<string> = new Set(['geen', 'zonder', 'niet'])
const HONORIFICS = new Set(['meneer', 'mevrouw', 'mevr', 'mw', 'dhr', 'heer', 'wethouder', 'burgemeester', 'buurman', 'buurvrouw', 'raadslid', 'agent', 'directeur'])
const PARTICLES: ReadonlySet<string> = new Set(['van', 'de', 'der', 'den', 'het', 'el', 'al', 'ter', 'ten', 'te', "'t"])
const PLACE_ENDING =
  /(straat|weg|plein|laan|gracht|kade|park|dijk|singel|hof|dreef|plantsoen|brug|haven|wijk|kwartier|school|pad|markt|steeg|baan|ring|veld|bos|meer|oord|burg|dam|station|centrum|buurt|kanaal|vaart|hal|kerk|tunnel)$/

export type Support = (term: string) => number
type Word = Token & { name: boolean; support: number }

/**
 * The words of a message that say best what its issue is about: at most seven in a row inside one clause, never with a person's name.
 *
 * `support` gives 0 to 1 per term: how many of the messages say it and how telling it is. Null when no clause has a content word.
 *
 * @example titlePhrase('Bij ons komt er bruin water uit de kraan', tokens, 'nl', () => 1, new Set()) // 'Bruin water uit de kraan'
 */
export function titlePhrase(text: string, tokens: readonly Token[], language: string, support: Support, placeWords: ReadonlySet<string>): string | null {
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
      score += end.support - COST_PER_WORD
      if (end.support > 0 && (!best || score > best.score + 1e-9)) best = { from: start.start, to: end.end, score }
    }
  }
  return best
}

function clausesOf(text: string, tokens: readonly Token[], language: string, support: Support, placeWords: ReadonlySet<string>): Word[][] {
  const clauses: Word[][] = [[]]
  let end = 0
  let sentenceStart = true
  let afterName = false
  for (const token of tokens) {
    const gap = text.slice(end, token.start)
    if (/[.!?\n]/.test(gap)) sentenceStart = true
    const breaks = CLAUSE_END.test(gap)
    if (breaks) afterName = false
    if (breaks || (token.kind !== 'word' && token.kind !== 'number')) clauses.push([])
    end = token.end
    if (token.kind !== 'word' && token.kind !== 'number') continue
    const name: boolean = token.kind === 'word' && isName(token, sentenceStart, afterName, placeWords)
    const [term] = token.kind === 'word' && !name && !placeWords.has(token.lower) ? termsOfWord(token.lower, language) : []
    clauses.at(-1)!.push({ ...token, name, support: term === undefined ? 0 : support(term) })
    afterName = name || HONORIFICS.has(token.lower) || (afterName && PARTICLES.has(token.lower))
    sentenceStart = false
  }
  return clauses
}

/** Names: common first names in any case, what follows a name or an honorific, and capitals inside a sentence that are no place. */
function isName(token: Token, sentenceStart: boolean, afterName: boolean, placeWords: ReadonlySet<string>): boolean {
  if (placeWords.has(token.lower)) return false
  if (FIRST_NAMES.has(token.lower)) return true
  const capital = /^\p{Lu}/u.test(token.text)
  if (afterName) return capital || !PARTICLES.has(token.lower)
  if (!capital || sentenceStart || PLACE_ENDING.test(token.lower)) return false
  return !/^\p{Lu}+$/u.test(token.text)
}
