import { splitCompound } from '../../language/compounds.ts'
import type { TextView } from '../text-view.ts'

const FNV_OFFSET = 0x811c9dc5
const FNV_PRIME = 0x01000193
const GRAM = 4
const LEAST_LETTERS = 6
const CACHE_LIMIT = 60_000

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

const cache = new Map<string, readonly number[]>()

/** What one word has by itself: its parts, and its groups of letters. */
function insideOf(lower: string): readonly number[] {
  const known = cache.get(lower)
  if (known !== undefined) return known
  const keys: number[] = []
  if (lower.length >= LEAST_LETTERS) {
    for (const part of splitCompound(lower)) keys.push(goOn(PART, part) >>> 0)
    const framed = `^${lower}$`
    for (let from = 0; from + GRAM <= framed.length; from++) keys.push(goOn(LETTERS, framed, from, from + GRAM) >>> 0)
  }
  if (cache.size >= CACHE_LIMIT) cache.clear()
  cache.set(lower, keys)
  return keys
}

/**
 * Shows everything that the learned scorers look at: stems, pairs of neighbouring stems within a clause, parts of compounds, groups of four letters of
 * longer words (spelling mistakes keep most of theirs), emoji, masks, question and exclamation marks, the categories that cues speak for, and the kind of
 * message where it is known. `visit` gets each one's hash and the tokens `[first, last]` that it stands on (−1 where no word does); what stands twice
 * is shown twice. Empty text shows the kind alone.
 */
export function visitFeatures(
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
    if (stem === '') continue
    const next = stems[at + 1]
    if (next && map.breaks[at + 1] === 0) visit(goOn(goOn(goOn(PAIR, stem), ' '), next) >>> 0, at, at + 1)
    visit(goOn(STEM, stem) >>> 0, at, at)
    for (const key of insideOf(token.lower)) visit(key, at, at)
  }
  if (text.includes('?')) visit(QUESTION, -1, -1)
  if (text.includes('!')) visit(EXCLAMATION, -1, -1)
  if (kind !== null) visit(hashOf(`c:${kind}`), -1, -1)
  for (const [label, score] of cueScores) {
    const hash = goOn(CUES, label)
    for (let step = 0; step < CUE_STEPS.length && score >= CUE_STEPS[step]!; step++) visit(goOn(hash, STEP_NAMES[step]!) >>> 0, -1, -1)
  }
}
