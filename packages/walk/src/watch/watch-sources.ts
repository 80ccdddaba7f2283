import { detectSilence, type Quiet } from '@rumoer/analysis/detect'
import type { Signal } from '@rumoer/contracts'
import type { Findings, WatchContext } from './watch-context.ts'

const WINDOW_HOURS = 24
const FALSE_ALARMS_PER_YEAR = 4
/** A window of a day that slides through the year is as good as tested afresh each quarter of a day. */
const TESTS_PER_YEAR = 4 * 365

const FEEDS: Readonly<Record<string, Quiet['feed']>> = { failing: 'broken', new: 'unknown' }

/** Sources that have fallen silent while others tell. When all are silent at once it is we who do not hear them, and nothing is said. */
export async function watchSources({ store, municipalityId }: WatchContext, at: Date): Promise<Findings> {
  const sources = await store.signals.sourceRhythm(municipalityId, at)
  if (!isAnyoneTelling(sources)) return { found: [], elevated: new Set() }
  const alpha = FALSE_ALARMS_PER_YEAR / (TESTS_PER_YEAR * Math.max(1, sources.length))
  const found = sources.flatMap(({ sourceId, name, state, observed, earlier }) => {
    const silence = detectSilence({ name, windowHours: WINDOW_HOURS, observed, earlier, feed: FEEDS[state] ?? 'working' }, alpha)
    if (!silence) return []
    const { expected, pValue, conditions, sentence } = silence
    const signal: Signal = {
      kind: 'silence',
      issueId: null,
      areaCode: null,
      category: null,
      at: at.toISOString(),
      windowHours: WINDOW_HOURS,
      observed,
      expected,
      pValue,
      falseAlarmsPerYear: FALSE_ALARMS_PER_YEAR,
      level: 'attention',
      conditions,
      sentence,
    }
    return [{ key: sourceId, signal, places: [] }]
  })
  return { found, elevated: new Set() }
}

const TELLING_SHARE = 0.3

function isAnyoneTelling(sources: readonly { observed: number; earlier: readonly number[] }[]): boolean {
  const known = sources.filter(({ earlier }) => earlier.length > 0)
  const usual = known.reduce((sum, { earlier }) => sum + earlier.reduce((part, count) => part + count, 0) / earlier.length, 0)
  return known.reduce((sum, { observed }) => sum + observed, 0) >= TELLING_SHARE * usual
}
