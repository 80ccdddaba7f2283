import { forecastGrowth, type GrowthExample, growthExamples } from '@rumoer/analysis/detect'
import type { Told } from './told-town.ts'

const LEAST_MESSAGES = 3
/** Part of the time from which forecasts learn; they are judged on the rest. */
const LEARNT_SHARE = 0.6

/** How often the bounds of a forecast, learnt from the first part of a town's talk, held what followed in the rest; and how wide they were. */
export function forecastCoverage(told: readonly Told[]): { inside: number; judged: number; width: number } {
  const [first, last] = [told[0], told.at(-1)]
  if (!first || !last) return { inside: 0, judged: 0, width: 0 }
  const cut = first.at + LEARNT_SHARE * (last.at - first.at)
  const issues = [...Map.groupBy(told, ({ issueId }) => issueId).values()].filter((list) => list.length >= LEAST_MESSAGES)
  const momentsOf = (isPart: (list: readonly Told[]) => boolean, until: number): GrowthExample[] =>
    issues.filter(isPart).flatMap((list) =>
      growthExamples(
        list.map(({ at }) => at),
        until,
      ),
    )
  const learnt = momentsOf((list) => list[0]!.at < cut, cut)
  let [inside, judged, width] = [0, 0, 0]
  for (const moment of momentsOf((list) => list[0]!.at >= cut, last.at)) {
    const forecast = forecastGrowth(moment, learnt)
    if (!forecast) continue
    judged += 1
    width += forecast.high - forecast.low
    if (moment.next24 >= forecast.low && moment.next24 <= forecast.high) inside += 1
  }
  return { inside, judged, width }
}
