import { hashText } from '../maths/hash-text.ts'

/** Marks that are kept of a text: those of up to 24 terms are known whole. */
const MOST_MARKS = 24
/** 24 bits in base 36, at a fixed width so that marks sort as text. */
const MARK_WIDTH = 5
const MARK_SHIFT = 8

/** A copy with some words changed shares this part of all terms; only texts of so many terms are compared, because short ones are alike by chance. */
const COPY_LIKENESS = 0.7
const COPY_TERMS = 8

/**
 * The smallest hashes of a text's distinct terms, in at most 120 characters: equal for texts of the same terms in any order.
 * Source: bottom-k sketches (Broder 1997; Cohen and Kaplan 2007).
 */
export function sketchOf(terms: readonly string[]): string {
  const marks = terms.map((term) => (hashText(term) >>> MARK_SHIFT).toString(36).padStart(MARK_WIDTH, '0'))
  return [...new Set(marks)].sort().slice(0, MOST_MARKS).join('')
}

/** Whether two sketches are of the same words, or of a text and its copy with a few words changed. */
export function isCopy(one: string, other: string): boolean {
  if (one === other) return one !== ''
  if (Math.min(one.length, other.length) < COPY_TERMS * MARK_WIDTH) return false
  return likeness(marksOf(one), marksOf(other)) >= COPY_LIKENESS
}

/** Jaccard's share of terms in common: exact when both texts are known whole, else over the smallest marks of the two together. */
function likeness(one: readonly string[], other: readonly string[]): number {
  const isWhole = Math.max(one.length, other.length) < MOST_MARKS
  const limit = isWhole ? one.length + other.length : MOST_MARKS
  const others = new Set(other)
  const union = [...new Set([...one, ...other])].sort().slice(0, limit)
  const own = new Set(one)
  return union.filter((mark) => own.has(mark) && others.has(mark)).length / union.length
}

function marksOf(sketch: string): string[] {
  return Array.from({ length: sketch.length / MARK_WIDTH }, (_, at) => sketch.slice(at * MARK_WIDTH, (at + 1) * MARK_WIDTH))
}
