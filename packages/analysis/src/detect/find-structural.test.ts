import { describe, expect, test } from 'vitest'
import { drawNegativeBinomial } from '../maths/draw-negative-binomial.ts'
import { xorshift } from '../maths/xorshift.ts'
import { episodesOf, type SeriesDay } from './episodes.ts'
import { findStructural, type SeriesHistory } from './find-structural.ts'
import { structuralSentence } from './structural-sentence.ts'

const FROM = 20_000
const TO = FROM + 364
const CATEGORY = 'schoon/veegzwerfvuil'
const told = (day: number, voices: number, closedDay: number | null = null): SeriesDay => ({
  day: FROM + day,
  voices,
  closedDay: closedDay === null ? null : FROM + closedDay,
  reopenRequests: 0,
})

/** A year in one area: a voice now and then, more in summer when `season` is above 0. */
function quiet(areaCode: string, random: () => number, season = 0): SeriesHistory {
  const days = Array.from({ length: 364 }, (_, day) =>
    told(day, drawNegativeBinomial(0.08 * (1 + season * Math.sin((day / 364) * Math.PI) ** 8), 1, random)),
  )
  return { areaCode, category: CATEGORY, days: days.filter(({ voices }) => voices > 0) }
}
const town = (random: () => number, season = 0) =>
  Array.from({ length: 20 }, (_, at) => quiet(`BU990101${String(at).padStart(2, '0')}`, random, season))
const returning = (history: SeriesHistory, every: number, closesAfter: number): SeriesHistory => ({
  ...history,
  days: [
    ...history.days,
    ...Array.from({ length: Math.floor(360 / every) }, (_, turn) => told(5 + turn * every, 6, 5 + turn * every + closesAfter)),
  ].sort((a, b) => a.day - b.day),
})

describe('problems that keep coming back', () => {
  test('each four weeks for a year, closed in between: found, with returns and days', () => {
    const random = xorshift(3)
    const [first, ...others] = town(random)
    const problems = findStructural([returning(first!, 28, 8), ...others], FROM, TO)
    expect(problems.map(({ areaCode }) => areaCode)).toEqual(['BU99010100'])
    const [problem] = problems
    expect(problem!.episodes.length).toBeGreaterThanOrEqual(11)
    expect(problem!.meanDaysToReturn).toBeGreaterThan(17)
    expect(problem!.meanDaysToReturn).toBeLessThan(22)
    expect(problem!.conditions.every(({ holds }) => holds)).toBe(true)
  })

  test('a summer that is busy everywhere is a season, not a problem', () => {
    expect(findStructural(town(xorshift(4), 12), FROM, TO)).toEqual([])
  })

  test('twice is not yet structural, and what comes back after months is not', () => {
    const random = xorshift(5)
    const [first, ...others] = town(random)
    expect(findStructural([returning(first!, 150, 3), ...others], FROM, TO)).toEqual([])
    expect(
      findStructural(
        [{ ...first!, days: [...first!.days, told(40, 7, 44), told(60, 7, 66)].sort((a, b) => a.day - b.day) }, ...others],
        FROM,
        TO,
      ),
    ).toEqual([])
  })

  test('no history gives none', () => {
    expect(findStructural([], FROM, TO)).toEqual([])
    expect(episodesOf([], [], FROM, TO)).toEqual([])
  })
})

test('a week of quiet parts two flare-ups, a few days do not', () => {
  const days = [told(10, 5), told(13, 5, 15), told(30, 5)]
  expect(
    episodesOf(days, [{ days }, { days: [] }, { days: [] }], FROM, TO).map(({ firstDay, lastDay, closedDay }) => [
      firstDay - FROM,
      lastDay - FROM,
      closedDay === null ? null : closedDay - FROM,
    ]),
  ).toEqual([
    [10, 13, 15],
    [30, 30, null],
  ])
})

test('the sentence has its numbers', () => {
  const episode = { firstDay: 1, lastDay: 2, voices: 4, closedDay: 3 }
  expect(
    structuralSentence(
      { episodes: [episode, episode, episode], meanDaysToReturn: 19.2, reopenRequests: 0 },
      'Zwerfvuil',
      'Havenkwartier',
      14,
    ),
  ).toBe('Zwerfvuil in Havenkwartier: derde keer dit jaar, gemiddeld 19 dagen tussen sluiten en terugkeer, minstens 14 melders.')
  expect(
    structuralSentence({ episodes: Array(13).fill(episode), meanDaysToReturn: 1, reopenRequests: 2 }, 'Zwerfvuil', 'Havenkwartier', 1),
  ).toBe(
    'Zwerfvuil in Havenkwartier: 13e keer dit jaar, gemiddeld 1 dag tussen sluiten en terugkeer, 2 keer gevraagd om het opnieuw op te pakken, minstens 1 melder.',
  )
})
