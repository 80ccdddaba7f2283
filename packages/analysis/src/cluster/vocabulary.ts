import type { OpenIssue } from './open-issue.ts'

/** One term of one issue: `n` of its messages hold the term. Stands in the issue and in the term's postings. */
export type Entry = { readonly issue: OpenIssue; readonly term: Term; n: number; surface: string }

/** One term with its open issues. `df` is the sum of `n`, `squares` the sum of `n²`: whole numbers, so that a rebuilt index is equal. */
export type Term = {
  readonly text: string
  df: number
  squares: number
  /** Ascending by the issue's serial. */
  readonly entries: Entry[]
  memoLevel: number
  memoDf: number
  memoSquares: number
  memoWeight: number
}

const LEVEL_STEP = Math.log(1.02)
const SMOOTHING = 300

/** All terms of the open issues with their document frequencies: a pure function of the issues' own counts. */
export class Vocabulary {
  readonly #terms = new Map<string, Term>()
  #messages = 0
  #level = 0
  #total = SMOOTHING

  get messages(): number {
    return this.#messages
  }

  addMessages(count: number): void {
    this.#messages += count
    this.#level = Math.floor(Math.log(this.#messages + SMOOTHING) / LEVEL_STEP)
    this.#total = Math.exp(this.#level * LEVEL_STEP)
  }

  /** The term of this text, or null when no open issue holds it. */
  find(text: string): Term | null {
    return this.#terms.get(text) ?? null
  }

  /** The term of this text, made when new. */
  intern(text: string): Term {
    let term = this.#terms.get(text)
    if (!term) {
      term = { text, df: 0, squares: 0, entries: [], memoLevel: -1, memoDf: -1, memoSquares: -1, memoWeight: 0 }
      this.#terms.set(text, term)
    }
    return term
  }

  post(entry: Entry): void {
    const { entries } = entry.term
    const last = entries[entries.length - 1]
    if (!last || last.issue.serial < entry.issue.serial) entries.push(entry)
    else entries.splice(positionOf(entries, entry.issue.serial), 0, entry)
    entry.term.df += entry.n
    entry.term.squares += entry.n * entry.n
  }

  unpost(entry: Entry): void {
    const { term } = entry
    term.entries.splice(positionOf(term.entries, entry.issue.serial), 1)
    term.df -= entry.n
    term.squares -= entry.n * entry.n
    if (term.entries.length === 0) this.#terms.delete(term.text)
  }

  count(entry: Entry, n: number): void {
    const { term } = entry
    term.df += n - entry.n
    term.squares += n * n - entry.n * entry.n
    entry.n = n
  }

  /**
   * Squared weight g² of a term: g = (ln(1 + (N + 300) / (df + 1)) · conc^0.1)^0.9, where conc is near 1 for a term that lives in one issue
   * and near 0 for one spread over all. N moves in steps of 2%, so that a weight can be remembered without depending on when it was asked.
   */
  weight(term: Term): number {
    if (term.memoDf !== term.df || term.memoSquares !== term.squares || term.memoLevel !== this.#level) {
      term.memoDf = term.df
      term.memoSquares = term.squares
      term.memoLevel = this.#level
      term.memoWeight = this.#freshWeight(term.df, term.squares)
    }
    return term.memoWeight
  }

  /** Weight of a term that no open issue holds. */
  weightOfNew(): number {
    return this.#freshWeight(0, 0)
  }

  #freshWeight(df: number, squares: number): number {
    const concentration = df === 0 ? 1 : (squares / df + 1) / (df + 1)
    return (Math.log(1 + this.#total / (df + 1)) * concentration ** 0.1) ** 1.8
  }
}

function positionOf(entries: readonly Entry[], serial: number): number {
  let low = 0
  let high = entries.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (entries[middle]!.issue.serial < serial) low = middle + 1
    else high = middle
  }
  return low
}
