import { detectSilence, type Silence } from './detect-silence.ts'

/** What an area told in a window that ends now, and in the same window of earlier weeks, most recent first. */
export type AreaRhythm = {
  areaCode: string
  name: string
  windowHours: number
  observed: number
  earlier: readonly number[]
}
export type SilentArea = { areaCode: string; windowHours: number; observed: number; silence: Silence }

type Told = Pick<AreaRhythm, 'observed' | 'earlier'>

const HOURS_PER_YEAR = 8_760
/** A window slides: within its own length it is as good as tested so many times afresh. */
const FRESH_TESTS_PER_WINDOW = 4

/**
 * Areas that are far below what they usually tell while the rest of the municipality tells on. `town` is what the whole municipality told in the
 * same windows: where the rest tells less than usual, as on a holiday or when a feed is down, an area is expected to tell that much less.
 *
 * Each area and window has an equal part of the stated false alarms. An area inside another silent one is left out, and of two windows the shorter
 * is told. Nothing without a town that tells; no areas give `[]`.
 *
 * @example detectSilentAreas([], [], 4) // []
 *
 * Source: lower negative-binomial tail around a median of matching weeks, with a Bonferroni share over areas and windows.
 */
export function detectSilentAreas(
  areas: readonly AreaRhythm[],
  town: readonly Omit<AreaRhythm, 'areaCode' | 'name'>[],
  falseAlarmsPerYear: number,
): SilentArea[] {
  const towns = new Map(town.map((one) => [one.windowHours, one]))
  const silent = areas.flatMap(({ areaCode, name, windowHours, observed, earlier }): SilentArea[] => {
    const share = shareOf(towns.get(windowHours), { observed, earlier })
    const testsPerYear = (FRESH_TESTS_PER_WINDOW * HOURS_PER_YEAR) / windowHours
    const alpha = falseAlarmsPerYear / (testsPerYear * areas.length)
    const expected = earlier.map((count) => count * share)
    const silence = detectSilence({ name, windowHours, observed, earlier: expected, feed: 'elsewhere' }, alpha)
    return silence ? [{ areaCode, windowHours, observed, silence }] : []
  })
  const shortest = [...Map.groupBy(silent, ({ areaCode }) => areaCode).values()].map(
    (windows) => windows.sort((a, b) => a.windowHours - b.windowHours)[0]!,
  )
  const digits = shortest.map(({ areaCode }) => areaCode.slice(2))
  return shortest.filter(
    ({ areaCode }) => !digits.some((outer) => outer.length < areaCode.length - 2 && areaCode.slice(2).startsWith(outer)),
  )
}

/** How much of its usual the rest of the town tells, at most all of it. */
function shareOf(town: Told | undefined, area: Told): number {
  const usual = town ? meanOf(town.earlier) - meanOf(area.earlier) : 0
  return town && usual > 0 ? Math.min(1, Math.max(0, town.observed - area.observed) / usual) : 0
}

const meanOf = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0) / Math.max(1, counts.length)
