import { findStructural, type SeriesHistory, structuralSentence } from '@rumoer/analysis/detect'
import { SENSITIVE_CATEGORIES, type StructuralProblem } from '@rumoer/contracts'
import type { Store } from '@rumoer/store'
import { watchContext } from './load-context.ts'

const DAY_MS = 86_400_000
const WEEKS = 52
const MOST_ISSUES = 10

/** Problems that kept coming back in the 52 weeks before an instant, with their numbers; surest first. Sensitive categories are left out. */
export async function loadStructural(store: Store, municipalityId: number, at: Date): Promise<StructuralProblem[]> {
  const from = new Date(at.getTime() - WEEKS * 7 * DAY_MS)
  const range = { from, to: at }
  const rows = await store.signals.days(municipalityId, range)
  const histories = new Map<string, SeriesHistory & { days: SeriesHistory['days'][number][] }>()
  for (const { areaCode, category, ...day } of rows) {
    if (SENSITIVE_CATEGORIES.includes(mainOf(category))) continue
    const key = `${areaCode}|${category}`
    const history = histories.get(key) ?? { areaCode, category, days: [] }
    histories.set(key, history)
    history.days.push(day)
  }
  const first = rows.reduce((least, { day }) => Math.min(least, day), dayOf(at))
  const problems = findStructural([...histories.values()], first, dayOf(at) + 1)
  if (problems.length === 0) return []
  const { areaName, categoryName } = await watchContext(store, municipalityId)
  return Promise.all(
    problems.map(async ({ areaCode, category, episodes, expectedEpisodes, ...same }) => {
      const where = { areaCode, category, ...range }
      const quarters = await store.signals.reportersPerQuarter(municipalityId, where)
      const issues = await store.signals.issuesAbout(municipalityId, { ...where, limit: MOST_ISSUES })
      const reporters = { atLeast: Math.max(0, ...quarters), atMost: quarters.reduce((sum, voices) => sum + voices, 0) }
      return {
        ...same,
        areaCode,
        category: { main: mainOf(category), sub: category.slice(mainOf(category).length + 1) },
        times: episodes.length,
        expectedTimes: expectedEpisodes,
        reporters,
        firstOn: dateOf(episodes[0]!.firstDay),
        lastOn: dateOf(episodes.at(-1)!.lastDay),
        issues: issues.map(({ id, title }) => ({ id, title })),
        sentence: structuralSentence({ episodes, ...same }, categoryName(category), areaName(areaCode), reporters.atLeast),
        conditions: [...same.conditions],
      }
    }),
  )
}

const mainOf = (category: string): string => category.split('/')[0]!
const dateOf = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10)
/** Days since 1970 in UTC: within an hour or two of the Amsterdam day, which the ends of a year do not feel. */
const dayOf = (at: Date): number => Math.floor(at.getTime() / DAY_MS)
