import { detectOutbreaks, type Normal, seriesKey } from '@rumoer/analysis/detect'
import type { Findings, WatchContext } from './watch-context.ts'

/** Nominal: whole small counts leave about a twentieth of it, some thirty a year, as `bench issues` measures on the simulator. */
export const AREA_FALSE_ALARMS_PER_YEAR = 520

/** Areas of every level in which more people than usual speak of one thing. */
export async function watchAreas(context: WatchContext, normal: Normal, at: Date): Promise<Findings> {
  const { store, municipalityId, areaName, categoryName, areaCodes } = context
  const townCode = areaCodes.find((code) => code.startsWith('GM'))
  if (townCode === undefined) return { found: [], elevated: new Set() }
  const activities = await store.signals.areaActivity(municipalityId, at, townCode)
  const known = new Set(areaCodes)
  const watched = activities.filter(({ areaCode }) => known.has(areaCode))
  const categories = new Set(watched.map(({ category }) => category))
  const { signals, elevated } = detectOutbreaks(watched, normal, at.getTime(), {
    falseAlarmsPerYear: AREA_FALSE_ALARMS_PER_YEAR,
    series: areaCodes.length * Math.max(context.categories, categories.size),
    areaName,
    categoryName,
  })
  const found = signals.map((signal) => {
    const areaCode = signal.areaCode ?? townCode
    return { key: seriesKey({ areaCode, category: signal.category ?? '' }), signal, places: [areaCode] }
  })
  return { found, elevated }
}
