import { drawNegativeBinomial } from '../maths/draw-negative-binomial.ts'
import { expectedBetween, type Normal, type SeriesPlace } from './create-normal.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/**
 * When a series would bring messages between two instants (milliseconds) with nothing going on: instants in order, drawn from its normal.
 *
 * `share` is the part of the normal rate that is drawn, 0 to 1. Days are drawn with the spread that ordinary days have; inside a day messages fall
 * as the hours of the week do, each apart from the others. The same numbers from `random` (in [0, 1)) give the same instants; share 0 gives none.
 *
 * @example drawOrdinary(normal, where, { from: 0, to: 86_400_000, share: 0 }, random) // []
 */
export function drawOrdinary(
  normal: Normal,
  where: SeriesPlace,
  { from, to, share }: { from: number; to: number; share: number },
  random: () => number,
): number[] {
  const instants: number[] = []
  for (let day = from; day < to; day += DAY_MS) {
    const end = Math.min(to, day + DAY_MS)
    const { mean, dispersion } = expectedBetween(normal, where, day, end)
    const count = drawNegativeBinomial(share * mean, 1 + share * (dispersion - 1), random)
    if (count === 0) continue
    const hours: { at: number; until: number }[] = []
    let sum = 0
    for (let at = day; at < end; at += HOUR_MS) {
      sum += expectedBetween(normal, where, at, Math.min(end, at + HOUR_MS)).mean
      hours.push({ at, until: sum })
    }
    for (let number = 0; number < count; number++) {
      const drawn = random() * sum
      const hour = hours.find(({ until }) => drawn < until) ?? hours[hours.length - 1]!
      instants.push(Math.floor(hour.at + random() * Math.min(HOUR_MS, end - hour.at)))
    }
  }
  return instants.sort((a, b) => a - b)
}
