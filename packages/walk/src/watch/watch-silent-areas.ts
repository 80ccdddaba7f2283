import { type AreaRhythm, detectSilentAreas } from '@rumoer/analysis/detect'
import type { Findings, WatchContext } from './watch-context.ts'

/** A wijk is missed within a day, a buurt that tells a little each day within a week. */
const WINDOWS_HOURS = [24, 168] as const
const FALSE_ALARMS_PER_YEAR = 4

/** Wijken and buurten that have fallen silent while the rest of the municipality tells. */
export async function watchSilentAreas({ store, municipalityId, areaName, areaCodes }: WatchContext, at: Date): Promise<Findings> {
  const known = new Set(areaCodes)
  const areas: AreaRhythm[] = []
  const town: Omit<AreaRhythm, 'areaCode' | 'name'>[] = []
  for (const windowHours of WINDOWS_HOURS) {
    for (const { areaCode, ...told } of await store.signals.areaRhythm(municipalityId, at, windowHours)) {
      if (areaCode === null) town.push({ windowHours, ...told })
      else if (known.has(areaCode)) areas.push({ areaCode, name: areaName(areaCode), windowHours, ...told })
    }
  }
  const found = detectSilentAreas(areas, town, FALSE_ALARMS_PER_YEAR).map(({ areaCode, windowHours, observed, silence }) => {
    const { expected, pValue, conditions, sentence } = silence
    return {
      key: areaCode,
      signal: {
        kind: 'silence' as const,
        issueId: null,
        areaCode,
        category: null,
        at: at.toISOString(),
        windowHours,
        observed,
        expected,
        pValue,
        falseAlarmsPerYear: FALSE_ALARMS_PER_YEAR,
        level: 'attention' as const,
        conditions,
        sentence,
      },
      places: [areaCode],
    }
  })
  return { found, elevated: new Set() }
}
