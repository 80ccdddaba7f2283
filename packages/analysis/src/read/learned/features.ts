import { splitCompound } from '../../language/compounds.ts'
import type { TextView } from '../text-view.ts'
import type { Word } from '../words.ts'
import { hashOf, hashOfPair, hashOn } from './hash.ts'

const GRAM = 4
const LEAST_LETTERS = 6

const STEM = hashOf('s:')
const PART = hashOf('p:')
const LETTERS = hashOf('g:')
const CUES = hashOf('r:')
const STEP_NAMES = ['', '+', '++']
const QUESTION = hashOf('q')
const EXCLAMATION = hashOf('x')

/** Scores of a category's cues from which it counts once more. */
const CUE_STEPS = [0, 1, 2]

/**
 * Shows the hashes of what one word has by itself: its stem, and of a longer one the parts of its compound and its groups of four letters (spelling mistakes
 * keep most of those).
 */
export function visitWord({ lower, stem }: Pick<Word, 'lower' | 'stem'>, visit: (key: number) => void): void {
  visit(hashOn(STEM, stem) >>> 0)
  if (lower.length < LEAST_LETTERS) return
  for (const part of splitCompound(lower)) visit(hashOn(PART, part) >>> 0)
  const framed = `^${lower}$`
  for (let from = 0; from + GRAM <= framed.length; from++) visit(hashOn(LETTERS, framed, from, from + GRAM) >>> 0)
}

/**
 * Shows the hashes of what a text has beside its words: pairs of neighbouring stems within a clause, emoji, masks, question and exclamation marks, the
 * categories that cues speak for, and the kind of message where it is known; `[first, last]` are the tokens that it stands on, −1 where it stands on no word. What stands
 * twice is shown twice. Empty text shows the kind alone.
 */
export function visitText(
  { text, tokens, words, map }: TextView,
  kind: string | null,
  cueScores: ReadonlyMap<string, number>,
  visit: (key: number, first: number, last: number) => void,
): void {
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!
    if (token.kind === 'emoji') visit(hashOf(`e:${token.text}`), at, at)
    if (token.kind === 'mention') visit(hashOf(`m:${token.lower.startsWith('[') ? token.lower : ''}`), at, at)
    const word = words[at]!
    const next = words[at + 1]
    if (word.stem !== '' && next !== undefined && next.stem !== '' && map.breaks[at + 1] === 0)
      visit(hashOfPair(word.hash, next.hash), at, at + 1)
  }
  if (text.includes('?')) visit(QUESTION, -1, -1)
  if (text.includes('!')) visit(EXCLAMATION, -1, -1)
  if (kind !== null) visit(hashOf(`c:${kind}`), -1, -1)
  for (const [label, score] of cueScores) {
    const hash = hashOn(CUES, label)
    for (let step = 0; step < CUE_STEPS.length && score >= CUE_STEPS[step]!; step++) visit(hashOn(hash, STEP_NAMES[step]!) >>> 0, -1, -1)
  }
}
