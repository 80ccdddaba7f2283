import type { Signal } from '@rumoer/contracts'
import { loadStructural } from './load-structural.ts'
import type { Findings, WatchContext } from './watch-context.ts'

const WINDOW_HOURS = 52 * 7 * 24
/** Of what is told this part may be chance; a year brings few enough that it is said as one a year. */
const FALSE_ALARMS_PER_YEAR = 1

/** Problems that keep coming back. */
export async function watchStructural({ store, municipalityId }: WatchContext, at: Date): Promise<Findings> {
  const problems = await loadStructural(store, municipalityId, at)
  const found = problems.map((problem) => {
    const category = `${problem.category.main}/${problem.category.sub}`
    const signal: Signal = {
      kind: 'structural',
      issueId: problem.issues[0]?.id ?? null,
      areaCode: problem.areaCode,
      category,
      at: at.toISOString(),
      windowHours: WINDOW_HOURS,
      observed: problem.times,
      expected: problem.expectedTimes,
      pValue: problem.pValue,
      falseAlarmsPerYear: FALSE_ALARMS_PER_YEAR,
      level: 'attention',
      conditions: problem.conditions,
      sentence: problem.sentence,
    }
    return { key: `${problem.areaCode}|${category}`, signal, places: [problem.areaCode] }
  })
  return { found, elevated: new Set() }
}
