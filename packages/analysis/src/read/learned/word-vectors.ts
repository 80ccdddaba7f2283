import type { Word } from '../words.ts'
import type { FeatureTable } from './feature-table.ts'
import { visitWord } from './features.ts'

/** All that the scorers know of one word, added up: per column the weight, in steps of its head's scale; `length` is the sum of its squared rarities. */
export type WordVector = { columns: Uint8Array; weights: Int16Array; length: number }

/**
 * Adds up what the scorers know of a word's features. The words remember it: most of a message were met before.
 * @param columns how many columns all heads have together
 */
export function wordVectors(table: FeatureTable, columns: number): (word: Pick<Word, 'lower' | 'stem'>) => WordVector {
  const sums = new Int16Array(columns)
  return (word) => {
    const { say } = table
    let length = 0
    sums.fill(0)
    const seen = new Set<number>()
    visitWord(word, (feature) => {
      const begin = table.find(feature)
      if (begin === 0 || seen.has(begin)) return
      seen.add(begin)
      length += say[begin]! ** 2
      for (let pair = begin + 2, end = pair + 2 * say[begin + 1]!; pair < end; pair += 2) sums[say[pair]!]! += say[pair + 1]! - 128
    })
    const told: number[] = []
    sums.forEach((sum, column) => {
      if (sum !== 0) told.push(column)
    })
    return { columns: Uint8Array.from(told), weights: Int16Array.from(told, (column) => sums[column]!), length }
  }
}
