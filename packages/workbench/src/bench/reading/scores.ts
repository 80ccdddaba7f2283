/** What should have been said and what was, one pair per text. */
export type Pair<Label> = { truth: Label; guess: Label }
/** Several labels a text. */
export type SetPair<Label> = { truth: readonly Label[]; guess: readonly Label[] }

/** Share of equal pairs; 0 for no pairs. */
export const accuracy = <Label>(pairs: readonly Pair<Label>[]): number =>
  pairs.length === 0 ? 0 : pairs.filter(({ truth, guess }) => truth === guess).length / pairs.length

/** F1 = 2·tp / (2·tp + fp + fn); 0 where a label is never hit. */
const f1 = (hits: number, guessed: number, held: number) => (hits === 0 ? 0 : (2 * hits) / (guessed + held))

/** Mean of the F1 of each class that occurs in the truth. 0 for no pairs. */
export function macroF1<Label>(pairs: readonly Pair<Label>[]): number {
  const classes = [...new Set(pairs.map(({ truth }) => truth))]
  const sum = classes.reduce((total, label) => {
    const held = pairs.filter(({ truth }) => truth === label)
    const guessed = pairs.filter(({ guess }) => guess === label).length
    return total + f1(held.filter(({ guess }) => guess === label).length, guessed, held.length)
  }, 0)
  return classes.length === 0 ? 0 : sum / classes.length
}

/** F1 over all labels of all texts together. 0 for no labels. */
export function microF1<Label>(pairs: readonly SetPair<Label>[]): number {
  let [hits, guessed, held] = [0, 0, 0]
  for (const { truth, guess } of pairs) {
    hits += guess.filter((label) => truth.includes(label)).length
    guessed += guess.length
    held += truth.length
  }
  return f1(hits, guessed, held)
}

const BINS = 10

/**
 * Expected calibration error: over ten bins of equal width, the distance between mean confidence and share of right guesses, weighted by the bin's
 * share. 0 for no guesses. Source: Naeini, Cooper and Hauskrecht 2015.
 */
export function calibrationError(guesses: readonly { confidence: number; right: boolean }[]): number {
  if (guesses.length === 0) return 0
  const bins = Array.from({ length: BINS }, () => ({ confidence: 0, right: 0 }))
  for (const { confidence, right } of guesses) {
    const bin = bins[Math.min(BINS - 1, Math.floor(confidence * BINS))]!
    bin.confidence += confidence
    bin.right += right ? 1 : 0
  }
  return bins.reduce((sum, bin) => sum + Math.abs(bin.confidence - bin.right), 0) / guesses.length
}
