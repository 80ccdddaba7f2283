import { splitCompound } from '../../language/compounds.ts'
import type { TextView } from '../text-view.ts'

const FNV_OFFSET = 0x811c9dc5
const FNV_PRIME = 0x01000193
const GRAM = 4
const LEAST_LETTERS = 6

/** FNV-1a over UTF-16 units, 32 bits, going on from `hash`. */
function goOn(hash: number, text: string, from = 0, to = text.length): number {
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ text.charCodeAt(at), FNV_PRIME)
  return hash
}

/**
 * FNV-1a over UTF-16 units, 32 bits.
 * @example hashOf('') // 2166136261
 */
export const hashOf = (text: string): number => goOn(FNV_OFFSET, text) >>> 0

const STEM = goOn(FNV_OFFSET, 's:')
const PAIR = goOn(FNV_OFFSET, 'b:')
const PART = goOn(FNV_OFFSET, 'p:')
const LETTERS = goOn(FNV_OFFSET, 'g:')
const CUES = goOn(FNV_OFFSET, 'r:')
const STEP_NAMES = ['', '+', '++']
const QUESTION = hashOf('q')
const EXCLAMATION = hashOf('x')

/** Scores of a category's cues from which it counts once more. */
const CUE_STEPS = [0, 1, 2]

/**
 * Shows the hashes of what one word has by itself: its stem, and of a longer one the parts of its compound and its groups of four letters (spelling mistakes
 * keep most of those).
 */
export function visitWord(lower: string, stem: string, visit: (key: number) => void): void {
  visit(goOn(STEM, stem) >>> 0)
  if (lower.length < LEAST_LETTERS) return
  for (const part of splitCompound(lower)) visit(goOn(PART, part) >>> 0)
  const framed = `^${lower}$`
  for (let from = 0; from + GRAM <= framed.length; from++) visit(goOn(LETTERS, framed, from, from + GRAM) >>> 0)
}

/**
 * Shows the hashes of what a text has beside its words: pairs of neighbouring stems within a clause, emoji, masks, question and exclamation marks, the
 * categories that cues speak for, and the kind of message where it is known; `[first, last]` are the tokens that it stands on, −1 where it stands on no word. What stands
 * twice is shown twice. Empty text shows the kind alone.
 */
export function visitText(
  { text, tokens, stems, map }: TextView,
  kind: string | null,
  cueScores: ReadonlyMap<string, number>,
  visit: (key: number, first: number, last: number) => void,
): void {
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!
    if (token.kind === 'emoji') visit(hashOf(`e:${token.text}`), at, at)
    if (token.kind === 'mention') visit(hashOf(`m:${token.lower.startsWith('[') ? token.lower : ''}`), at, at)
    const stem = stems[at]!
    const next = stems[at + 1]
    if (stem !== '' && next && map.breaks[at + 1] === 0) visit(goOn(goOn(goOn(PAIR, stem), ' '), next) >>> 0, at, at + 1)
  }
  if (text.includes('?')) visit(QUESTION, -1, -1)
  if (text.includes('!')) visit(EXCLAMATION, -1, -1)
  if (kind !== null) visit(hashOf(`c:${kind}`), -1, -1)
  for (const [label, score] of cueScores) {
    const hash = goOn(CUES, label)
    for (let step = 0; step < CUE_STEPS.length && score >= CUE_STEPS[step]!; step++) visit(goOn(hash, STEP_NAMES[step]!) >>> 0, -1, -1)
  }
}
