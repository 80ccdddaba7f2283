import type { Condition } from '@rumoer/contracts'
import { negativeBinomialTail } from '../maths/negative-binomial-tail.ts'

/** What a source or area told in a window that ends now, and in the same window of earlier weeks, most recent first. */
export type Quiet = {
  name: string
  windowHours: number
  observed: number
  earlier: readonly number[]
  /** `elsewhere`: an area, of which others do tell. */
  feed: 'working' | 'broken' | 'unknown' | 'elsewhere'
}
export type Silence = { expected: number; pValue: number; conditions: Condition[]; sentence: string }

const LEAST_WEEKS = 3
/** A window that ordinarily brings less can be empty by itself. */
const LEAST_EXPECTED = 8
const LEAST_DISPERSION = 1.5
/** Ordinary windows hold more than this part of the usual. */
const FAR_BELOW = 0.2

/**
 * Whether a source or area is silent: far below what the same hours of earlier weeks brought, beyond chance.
 *
 * Expected is the median of at least three earlier weeks, and must be eight or more; the spread of those weeks makes the test milder. At most a
 * fifth of the usual may be left. A feed that is known to be broken is not silent: then the sentence says that it is broken. Null when
 * nothing is the matter or too little is known.
 *
 * @example detectSilence({ name: 'X', windowHours: 24, observed: 0, earlier: [], feed: 'working' }, 0.001) // null
 *
 * Source: lower negative-binomial tail around a median of matching weeks.
 */
export function detectSilence({ name, windowHours, observed, earlier, feed }: Quiet, alpha: number): Silence | null {
  if (earlier.length < LEAST_WEEKS) return null
  const expected = medianOf(earlier)
  if (expected < LEAST_EXPECTED || observed > FAR_BELOW * expected) return null
  const spread = earlier.reduce((sum, count) => sum + (count - expected) ** 2, 0) / earlier.length
  const pValue = 1 - negativeBinomialTail(observed + 1, expected, Math.max(LEAST_DISPERSION, spread / expected))
  if (pValue > alpha) return null
  return {
    expected,
    pValue,
    conditions: conditionsOf(observed, expected, pValue, alpha),
    sentence: sentenceOf(name, windowHours, observed, expected, feed),
  }
}

function medianOf(counts: readonly number[]): number {
  const sorted = [...counts].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

const FEED_WORDS = {
  working: 'De koppeling werkt: er komt alleen niets binnen.',
  broken: 'De koppeling meldt een fout: er kan van alles gemist zijn.',
  unknown: 'Of de koppeling werkt is niet bekend.',
  elsewhere: 'Uit de rest van de gemeente komen wel berichten.',
} as const

function sentenceOf(name: string, hours: number, observed: number, expected: number, feed: Quiet['feed']): string {
  const told = observed === 0 ? 'geen berichten' : observed === 1 ? '1 bericht' : `${observed} berichten`
  return `Stil: ${told} ${feed === 'elsewhere' ? 'uit' : 'van'} ${name} in ${hours} uur, gewoonlijk ${Math.round(expected)}. ${FEED_WORDS[feed]}`
}

function conditionsOf(observed: number, expected: number, pValue: number, alpha: number): Condition[] {
  return [
    { name: 'gewoonlijk berichten', scope: 'area', value: expected, operator: '>=', threshold: LEAST_EXPECTED, holds: true },
    { name: 'deel van gewoonlijk', scope: 'area', value: observed / expected, operator: '<=', threshold: FAR_BELOW, holds: true },
    { name: 'kans op toeval', scope: 'area', value: pValue, operator: '<=', threshold: alpha, holds: true },
  ]
}
