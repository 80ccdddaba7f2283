import type { Entry, Term } from './vocabulary.ts'

/** An issue in the index, bounded whatever its number of messages. */
export type OpenIssue = {
  readonly id: string
  /** Order of opening; the older issue has the lower one. */
  readonly serial: number
  messages: number
  readonly terms: Map<Term, Entry>
  /** Sum of n² over the terms. */
  squares: number
  firstAt: number
  lastAt: number
  /** Messages per smallest area code. */
  readonly areas: Map<string, number>
  /** Messages with a point, their mean, and the sum of squared distances (m²) to the mean as it moved. */
  readonly point: { n: number; lat: number; lon: number; squares: number }
  /** Messages per hour (hours since 1970), last 72 hours. */
  readonly hours: Map<number, number>
  /** Messages per `main/sub`. */
  readonly categories: Map<string, number>
  category: { main: string; sub: string }
  readonly fingerprints: string[]
  /** Latest messages with a point and enough words to know them by. */
  readonly told: Told[]
  readonly newest: string[]
  /** Messages that people took out of this issue, and issues that people set apart from it. */
  readonly forbidden: string[]
  readonly apart: string[]
  /** Own words of a message that stand for the issue; empty while no message had good ones. */
  phrase: string
  /** Where the index lists the issue by kind and place; follows from the rest. */
  placeKeys: readonly string[]
  /** Scratch of one query. */
  dot: number
  stamp: number
}

/** Sketch of a message's words, when and where it was told. */
export type Told = readonly [sketch: string, at: number, lat: number, lon: number]

export const BOUNDS = { told: 8, areas: 8, hours: 72, categories: 6, fingerprints: 8, newest: 16, forbidden: 200, apart: 50 } as const
export const HOUR_MS = 3_600_000

export function emptyIssue(id: string, serial: number): OpenIssue {
  return {
    id,
    serial,
    messages: 0,
    terms: new Map(),
    squares: 0,
    firstAt: Number.POSITIVE_INFINITY,
    lastAt: Number.NEGATIVE_INFINITY,
    areas: new Map(),
    point: { n: 0, lat: 0, lon: 0, squares: 0 },
    hours: new Map(),
    categories: new Map(),
    category: { main: 'unknown', sub: 'unknown' },
    fingerprints: [],
    told: [],
    newest: [],
    forbidden: [],
    apart: [],
    phrase: '',
    placeKeys: [],
    dot: 0,
    stamp: 0,
  }
}
