import type { TextView } from '../text-view.ts'
import type { Word } from '../words.ts'
import { type FeatureTable, featureTable } from './feature-table.ts'
import { visitText } from './features.ts'
import trained from './heads.json' with { type: 'json' }
import type { Hint } from './lessons.ts'
import { type WordVector, wordVectors } from './word-vectors.ts'

export type HeadName = 'sentiment' | 'towards' | 'category' | 'facets' | 'roles' | 'avoidable' | 'feeling'
/** One scorer: its classes, where its columns start, what a point of a rule is worth to it, and how often each class is said anyway. */
type Head = { classes: readonly string[]; first: number; tie: number; bias: readonly number[]; scale: number }

/** All that the learned scorers know, unpacked; a weight is in steps of its head's scale. */
type Heads = {
  heads: Readonly<Record<HeadName, Head>>
  columns: number
  table: FeatureTable
  vectorOf: (word: Word) => WordVector
}

function bytesOf(base64: string): Uint8Array {
  const letters = atob(base64)
  const bytes = new Uint8Array(letters.length)
  for (let at = 0; at < letters.length; at++) bytes[at] = letters.charCodeAt(at)
  return bytes
}

function unpack(): Heads {
  const heads = trained.heads as unknown as Record<HeadName, Head>
  const columns = Object.values(heads).reduce((sum, { classes }) => sum + classes.length, 0)
  const keys = new Uint32Array(bytesOf(trained.keys).buffer)
  const table = featureTable(keys, bytesOf(trained.rarities), bytesOf(trained.counts), bytesOf(trained.pairs))
  return { heads, columns, table, vectorOf: wordVectors(table, columns) }
}

let unpacked: Heads | null = null

/** What the learned scorers say of one text. */
export type Learned = {
  /** Logit per class, in the order of `classesOf`: tie · rule + bias + Σ rarity · weight of the features / length of all rarities + what people's lessons add. `rule` gives what the rules think of a class, 0 for nothing. */
  logits(head: HeadName, rule: (className: string) => number): Float64Array
  /** What lessons add to the logit of a class. */
  taughtShift(head: HeadName, className: string): number
  /** Classes of a head that lessons speak of. */
  taught(head: HeadName): string[]
  /** Where the words stand that speak most for a class, strongest first, at most `most`; those shared with the nearest lesson where one speaks for it. */
  speakingFor(head: HeadName, className: string, most: number): { first: number; last: number }[]
  /** Logits as above of the tokens `first` to `last` alone, as if they were the text; lessons and what stands on no word are left out. */
  logitsWithin(head: HeadName, first: number, last: number, rule: (className: string) => number): Float64Array
  /** Whether the scorers know anything of the text. */
  readonly isKnown: boolean
}

/**
 * The classes that a head was trained on.
 * @example classesOf('sentiment') // ['negative', 'neutral', 'positive']
 */
export function classesOf(head: HeadName): readonly string[] {
  unpacked ??= unpack()
  return unpacked.heads[head].classes
}

/**
 * The languages that the scorers were trained on.
 * @example isLearnedLanguage('tr') // false
 */
export const isLearnedLanguage = (language: string): boolean => language === 'nl' || language === 'en'

const NO_CUES: ReadonlyMap<string, number> = new Map()
const LEAST_SAY = 0.15
/** Rarities are told in steps of 1/20. */
const RARITY_STEPS = 20

/**
 * Asks the learned scorers about a text; `cueScores` is what cues say of its category, `hint` what people's lessons say of texts like it. They are logistic
 * regressions over `visitWord` of each distinct word and `visitText`, trained beforehand by `workbench/src/derive/reading-heads.ts`, which says on what; unpacked at the first call.
 * Nothing known gives the biases alone.
 * @example askLearned(viewText('', 'nl'), null).isKnown // false
 */
export function askLearned(
  view: TextView,
  kind: string | null,
  cueScores: ReadonlyMap<string, number> = NO_CUES,
  hint: Hint | null = null,
): Learned {
  unpacked ??= unpack()
  const { heads, columns, table, vectorOf } = unpacked
  const { say } = table
  const sums = new Int32Array(columns)
  let length = 0
  const vectors: WordVector[] = []
  const standsAt: number[] = []
  for (let at = 0; at < view.words.length; at++) {
    const word = view.words[at]!
    if (word.stem === '' || view.words.indexOf(word) < at) continue
    word.vector ??= vectorOf(word)
    const { vector } = word
    if (vector.length === 0) continue
    vectors.push(vector)
    standsAt.push(at)
    length += vector.length
    for (let pair = 0; pair < vector.columns.length; pair++) sums[vector.columns[pair]!]! += vector.weights[pair]!
  }
  const begins: number[] = []
  const firsts: number[] = []
  const lasts: number[] = []
  visitText(view, kind, cueScores, (key, first, last) => {
    const begin = table.find(key)
    if (begin === 0 || begins.includes(begin)) return
    begins.push(begin)
    firsts.push(first)
    lasts.push(last)
    length += say[begin]! ** 2
    for (let pair = begin + 2, end = pair + 2 * say[begin + 1]!; pair < end; pair += 2) sums[say[pair]!]! += say[pair + 1]! - 128
  })
  const x = RARITY_STEPS / Math.sqrt(Math.max(1, length))
  const shift = (name: HeadName, className: string) => hint?.shift(name, className) ?? 0
  return {
    isKnown: hint !== null || vectors.length > 0 || firsts.some((first) => first >= 0),
    logits(name, rule) {
      const { classes, first, tie, bias, scale } = heads[name]
      const logits = new Float64Array(classes.length)
      for (let at = 0; at < logits.length; at++) logits[at] = tie * rule(classes[at]!) + bias[at]! + sums[first + at]! * scale * x
      if (hint !== null) for (let at = 0; at < logits.length; at++) logits[at]! += shift(name, classes[at]!)
      return logits
    },
    logitsWithin(name, from, to, rule) {
      const { classes, first, tie, bias, scale } = heads[name]
      const own = new Float64Array(classes.length)
      let long = 0
      for (const [at, { columns: told, weights, length: wide }] of vectors.entries()) {
        if (standsAt[at]! < from || standsAt[at]! > to) continue
        long += wide
        for (let pair = 0; pair < told.length && told[pair]! < first + own.length; pair++)
          if (told[pair]! >= first) own[told[pair]! - first]! += weights[pair]!
      }
      for (const [at, begin] of begins.entries()) {
        if (firsts[at]! < from || lasts[at]! > to) continue
        long += say[begin]! ** 2
        for (let pair = begin + 2, end = pair + 2 * say[begin + 1]!; pair < end && say[pair]! < first + own.length; pair += 2)
          if (say[pair]! >= first) own[say[pair]! - first]! += say[pair + 1]! - 128
      }
      const by = (scale * RARITY_STEPS) / Math.sqrt(Math.max(1, long))
      return own.map((sum, at) => tie * rule(classes[at]!) + bias[at]! + sum * by)
    },
    taughtShift: shift,
    taught: (name) => [...(hint?.classes ?? [])].filter((one) => one.startsWith(`${name}:`)).map((one) => one.slice(name.length + 1)),
    speakingFor(name, className, most) {
      if (hint !== null && shift(name, className) > 0) return hint.words.slice(0, most)
      const { classes, first, scale } = heads[name]
      const column = first + classes.indexOf(className)
      const least = LEAST_SAY / (scale * x)
      const speaking: { first: number; last: number; weight: number }[] = []
      const add = (first: number, last: number, weight: number) => {
        if (weight >= least) speaking.push({ first, last, weight })
      }
      vectors.forEach(({ columns: told, weights }, at) => {
        const found = told.indexOf(column)
        if (found >= 0) add(standsAt[at]!, standsAt[at]!, weights[found]!)
      })
      begins.forEach((begin, at) => {
        if (firsts[at]! < 0) return
        for (let pair = begin + 2, end = pair + 2 * say[begin + 1]!; pair < end && say[pair]! <= column; pair += 2) {
          if (say[pair] === column) add(firsts[at]!, lasts[at]!, say[pair + 1]! - 128)
        }
      })
      return speaking.sort((a, b) => b.weight - a.weight || a.first - b.first).slice(0, most)
    },
  }
}
