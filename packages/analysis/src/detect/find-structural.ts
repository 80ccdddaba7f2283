import type { Condition } from '@rumoer/contracts'
import { benjaminiHochberg } from '../maths/benjamini-hochberg.ts'
import { poissonTail } from '../maths/poisson-tail.ts'
import { type Episode, episodesOf, type SeriesDay } from './episodes.ts'

/** What one area brought in one category, day by day, oldest first; days without messages are absent. */
export type SeriesHistory = { areaCode: string; category: string; days: readonly SeriesDay[] }
export type StructuralProblem = {
  areaCode: string
  category: string
  /** Times that it flared up, first and last day of each. */
  episodes: readonly Episode[]
  /** Times that it came back within 28 days after closing, and the days that took on average. */
  returns: number
  meanDaysToReturn: number | null
  weeksWithSignal: number
  reopenRequests: number
  /** Episodes that chance and the season would bring here. */
  expectedEpisodes: number
  pValue: number
  conditions: readonly Condition[]
}

const RETURN_DAYS = 28
const LEAST_EPISODES = 3
const LEAST_RETURNS = 2
/** Share of what is told that may be chance. */
const FALSE_SHARE = 0.05
/** Supposed episodes behind the town's rate of a category, and the least share of the town that an area is given. */
const PRIOR_EPISODES = 1

/**
 * Problems that keep coming back in one area and category, over a history of up to a year.
 *
 * A series flares up when it stands out from its own category's season (`episodesOf`). It is structural when that happened at least three times,
 * at least twice within 28 days after the meldingen were closed, and more often than chance: the town's other episodes in that category, shared
 * out by how much each area brings anyway, with a false-discovery share of five per cent over all series. No history gives none.
 *
 * @example findStructural([], 19_800, 20_164) // []
 *
 * Source: Poisson tail against the pooled rate of episodes; Benjamini & Hochberg (1995).
 */
export function findStructural(histories: readonly SeriesHistory[], fromDay: number, toDay: number): StructuralProblem[] {
  const byCategory = Map.groupBy(histories, ({ category }) => category)
  const areaTotals = new Map<string, number>()
  for (const { areaCode, days } of histories) areaTotals.set(areaCode, (areaTotals.get(areaCode) ?? 0) + voicesIn(days))
  const all = [...areaTotals.values()].reduce((sum, voices) => sum + voices, 0)
  const problems = [...byCategory.values()].flatMap((group) => {
    const told = group.map((history) => ({ history, episodes: episodesOf(history.days, group, fromDay, toDay) }))
    const inTown = told.reduce((sum, { episodes }) => sum + episodes.length, 0)
    return told.map(({ history, episodes }) => {
      const share = (areaTotals.get(history.areaCode) ?? 0) / Math.max(1, all)
      const expectedEpisodes = (inTown - episodes.length + PRIOR_EPISODES) * (share / Math.max(1 - share, share))
      return describe(history, episodes, expectedEpisodes)
    })
  })
  const frequent = benjaminiHochberg(
    problems.map(({ pValue }) => pValue),
    FALSE_SHARE,
  )
  return problems.filter(({ conditions }, at) => frequent[at] && conditions.every(({ holds }) => holds)).sort((a, b) => a.pValue - b.pValue)
}

const voicesIn = (days: readonly SeriesDay[]): number => days.reduce((sum, { voices }) => sum + voices, 0)

function describe({ areaCode, category, days }: SeriesHistory, episodes: readonly Episode[], expectedEpisodes: number): StructuralProblem {
  const gaps = gapsOf(episodes)
  const pValue = episodes.length === 0 ? 1 : poissonTail(episodes.length, expectedEpisodes)
  const weeks = new Set(episodes.flatMap(({ firstDay, lastDay }) => range(Math.floor(firstDay / 7), Math.floor(lastDay / 7))))
  return {
    areaCode,
    category,
    episodes,
    returns: gaps.length,
    meanDaysToReturn: gaps.length === 0 ? null : gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length,
    weeksWithSignal: weeks.size,
    reopenRequests: days.reduce((sum, { reopenRequests }) => sum + reopenRequests, 0),
    expectedEpisodes,
    pValue,
    conditions: [
      atLeast('keren', episodes.length, LEAST_EPISODES),
      atLeast('keren terug binnen 28 dagen na sluiten', gaps.length, LEAST_RETURNS),
      {
        name: 'keren boven toeval',
        scope: 'area',
        value: episodes.length,
        operator: '>',
        threshold: expectedEpisodes,
        holds: episodes.length > expectedEpisodes,
      },
    ],
  }
}

const atLeast = (name: string, value: number, threshold: number): Condition => ({
  name,
  scope: 'area',
  value,
  operator: '>=',
  threshold,
  holds: value >= threshold,
})

const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, at) => from + at)

/** Days from closing to the next episode, of returns within 28 days. An episode that nobody closed ends with its last message. */
function gapsOf(episodes: readonly Episode[]): number[] {
  return episodes.slice(1).flatMap(({ firstDay }, at) => {
    const before = episodes[at]!
    const closedDay = Math.min(before.closedDay ?? before.lastDay, firstDay)
    return firstDay - closedDay <= RETURN_DAYS ? [firstDay - closedDay] : []
  })
}
