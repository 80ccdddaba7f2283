/** The tunable constants of the clusterer: `DEFAULT_SETTINGS` for a municipality, `STREAM_SETTINGS` for rows that are nothing but text. */
export type ClusterSettings = {
  /** Terms that an issue remembers; the rarest and oldest leave first. */
  termsPerIssue: number
  /** Postings that one message may touch; rare terms go first, newest issues first. */
  postingBudget: number
  /** Issues that get an exact score. */
  candidates: number
  /** Text score that suffices alone for a message of ten distinct terms, and how it falls with more terms. */
  openBare: number
  /** The same for a message with a place or a category, where streets, buurten and everyday words recur. */
  openInContext: number
  openLengthPower: number
  /** Gain of an issue's size in the text score: 1 + sizePrior · ln(messages). */
  sizePrior: number
  /** Power of a term's count in an issue, in its score and in its length. */
  countPower: number
  /** Merge when the cosine passes `mergeAtOne` for a lone message, rising to `mergeAtThirty`, and by `mergeGuard` per ln beyond. */
  mergeAtOne: number
  mergeAtThirty: number
  mergeGuard: number
  /** Terms of an issue that look for merge partners. */
  mergeTerms: number
  /** Writes titles and display words; streams on the command line do without. */
  titles: boolean
}

export const DEFAULT_SETTINGS: ClusterSettings = {
  termsPerIssue: 48,
  postingBudget: 128,
  candidates: 8,
  openBare: 0.28,
  openInContext: 0.28,
  openLengthPower: -0.3,
  sizePrior: 0.12,
  countPower: 0.8,
  mergeAtOne: 0.125,
  mergeAtThirty: 0.22,
  mergeGuard: 0.03,
  mergeTerms: 50,
  titles: true,
}

/**
 * Rows of a command-line stream: nothing is stored, so an issue may remember and compare more, bare text joins sooner, and size draws more.
 * Chosen with sight of News, News-T and CrisisLex 2012 together; every set gains by repair in smaller steps.
 */
export const STREAM_SETTINGS: ClusterSettings = {
  ...DEFAULT_SETTINGS,
  termsPerIssue: 256,
  candidates: 16,
  openBare: 0.15,
  sizePrior: 0.18,
  mergeTerms: 100,
  titles: false,
}
