import { xorshift } from '../maths/xorshift.ts'
import { scanCylinders } from './scan-cylinders.ts'

/** Cases of one place: metres on any flat map, and how many fell in each step of time, oldest step first; the last one ends now. */
export type ScanPlace = { code: string; x: number; y: number; counts: readonly number[] }
export type ScanOptions = {
  /** Cylinders reach back over at most so many steps. */
  longestSteps: number
  /** Shuffles at most. */
  permutations: number
  /** Of the shuffling: any number; the same gives the same answer. */
  seed: number
}
/** `places` in order from the centre; `recurrence` is how many scans like this bring one such cluster when nothing is going on. */
export type SpaceTimeCluster = {
  places: readonly string[]
  steps: number
  observed: number
  expected: number
  pValue: number
  recurrence: number
}

/** After so many shuffles that look as striking as what was seen, the rest would not change the answer. */
const ENOUGH_EXCEEDING = 50
const LEAST_CASES = 2
/** Equal likelihoods that were added up in another order differ by less. */
const ROUNDING = 1e-9

/**
 * The most striking cluster in space and time that is still going on, over all circles of at most half of the cases and all lengths that end now.
 *
 * Expected is what the place's share and the time's share would bring together, so neither busy places, busy days nor the number of people
 * count. The p-value is that of the strongest cylinder among those of `permutations` shuffles of the cases' times over their places, stopped
 * early when fifty of them are as strong. Places without cases do no harm. Null with fewer than two cases, or when nowhere more than expected
 * are seen.
 *
 * @example scanSpaceTime([], { longestSteps: 7, permutations: 999, seed: 1 }) // null
 *
 * Source: Kulldorff, Heffernan, Hartman, Assunção & Mostashari (2005), A space-time permutation scan statistic, PLoS Medicine 2(3); sequential
 * stopping by Besag & Clifford (1991).
 */
export function scanSpaceTime(places: readonly ScanPlace[], { longestSteps, permutations, seed }: ScanOptions): SpaceTimeCluster | null {
  const busy = places.filter(({ counts }) => counts.some((count) => count > 0))
  const totals = busy.map(({ counts }) => counts.reduce((sum, count) => sum + count, 0))
  const cases = totals.reduce((sum, count) => sum + count, 0)
  const steps = Math.max(0, ...busy.map(({ counts }) => counts.length))
  const longest = Math.min(longestSteps, steps - 1)
  if (cases < LEAST_CASES || busy.length < 2 || longest < 1) return null
  const recent = new Int32Array(busy.length * longest)
  busy.forEach(({ counts }, place) => {
    for (let ago = 0; ago < longest; ago++) recent[place * longest + ago] = counts[counts.length - 1 - ago] ?? 0
  })
  const perStep = Array.from({ length: longest }, (_, ago) => busy.reduce((sum, _place, at) => sum + recent[at * longest + ago]!, 0))
  const scan = scanCylinders(busy, totals, perStep)
  const seen = scan.strongest(recent)
  if (seen.ratio <= 0) return null
  const owners = totals.flatMap((count, place) => new Array<number>(count).fill(place))
  const fewest = scan.fewestFor(seen.ratio - ROUNDING)
  const random = xorshift(seed)
  const dealt = new Int32Array(recent.length)
  const { exceeding, shuffles } = countExceeding(() => scan.reaches(deal(owners, perStep, dealt, random), fewest), permutations)
  const pValue = exceeding >= ENOUGH_EXCEEDING ? exceeding / shuffles : (exceeding + 1) / (shuffles + 1)
  const { observed, expected, members, steps: length } = scan.describe(seen, recent)
  return { places: members.map((place) => busy[place]!.code), steps: length, observed, expected, pValue, recurrence: 1 / pValue }
}

function countExceeding(exceeds: () => boolean, most: number): { exceeding: number; shuffles: number } {
  let exceeding = 0
  let shuffles = 0
  while (shuffles < most && exceeding < ENOUGH_EXCEEDING) {
    shuffles += 1
    if (exceeds()) exceeding += 1
  }
  return { exceeding, shuffles }
}

/** Deals the recent steps out over the cases anew: only those are drawn, by the first steps of a Fisher–Yates shuffle. */
function deal(owners: number[], perStep: readonly number[], dealt: Int32Array, random: () => number): Int32Array {
  dealt.fill(0)
  let next = 0
  perStep.forEach((count, ago) => {
    for (let i = 0; i < count; i++, next++) {
      const drawn = next + Math.floor(random() * (owners.length - next))
      const owner = owners[drawn]!
      owners[drawn] = owners[next]!
      owners[next] = owner
      dealt[owner * perStep.length + ago]! += 1
    }
  })
  return dealt
}
