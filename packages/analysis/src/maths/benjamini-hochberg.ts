/**
 * Which of many p-values stand out while the expected share of false ones among them stays at most `share`.
 *
 * Answers one boolean per p-value, in the same order; none for an empty list. Valid for independent and positively dependent tests.
 *
 * @example benjaminiHochberg([0.01, 0.5, 0.02], 0.05) // [true, false, true]
 *
 * Source: Benjamini & Hochberg (1995), Controlling the false discovery rate.
 */
export function benjaminiHochberg(pValues: readonly number[], share: number): boolean[] {
  const sorted = [...pValues].sort((a, b) => a - b)
  let limit = -1
  for (const [at, p] of sorted.entries()) {
    if (p <= ((at + 1) / sorted.length) * share) limit = p
  }
  return pValues.map((p) => p <= limit)
}
