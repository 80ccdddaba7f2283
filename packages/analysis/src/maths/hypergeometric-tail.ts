import { logGamma } from './log-gamma.ts'

/**
 * Chance of `count` or more marked among `drawn`, when `marked` of `all` are: P(X ≥ count) of a hypergeometric variable, 0 to 1.
 *
 * The one-sided p-value of Fisher's exact test. A count of 0 or less gives 1, more than can be gives 0. Throws when `drawn` or `marked` exceed `all`.
 *
 * @example hypergeometricTail(3, { drawn: 3, marked: 4, all: 8 }) // 0.0714…
 *
 * Source: Fisher (1935), The Design of Experiments.
 */
export function hypergeometricTail(count: number, { drawn, marked, all }: { drawn: number; marked: number; all: number }): number {
  if (drawn > all || marked > all) throw new RangeError(`drawn, marked: ${drawn}, ${marked}; expected at most ${all}`)
  const least = Math.max(0, drawn + marked - all)
  const most = Math.min(drawn, marked)
  if (count <= least) return 1
  let sum = 0
  for (let x = Math.ceil(count); x <= most; x++) sum += Math.exp(choose(marked, x) + choose(all - marked, drawn - x) - choose(all, drawn))
  return Math.min(1, sum)
}

const choose = (n: number, k: number): number => logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1)
