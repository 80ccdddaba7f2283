import { areaChain, type Condition, type Signal } from '@rumoer/contracts'
import { benjaminiHochberg } from '../maths/benjamini-hochberg.ts'
import { negativeBinomialTail } from '../maths/negative-binomial-tail.ts'
import { areaStrength } from './area-strength.ts'
import { expectedBetween, type Normal } from './create-normal.ts'
import { outbreakSentence } from './outbreak-sentence.ts'

/** What is counted of one area (gemeente, wijk or buurt) and category, in trailing windows that end now. */
export type AreaActivity = {
  areaCode: string
  category: string
  windows: readonly { hours: number; messages: number; voices: number; channels: number }[]
}
export type OutbreakOptions = {
  /** Nominal, over all series together; counts that are small and whole leave a part of it unused. */
  falseAlarmsPerYear: number
  /** All series that are watched: areas times categories, also those in which nothing is said. */
  series: number
  /** As people write them in a sentence. */
  areaName: (code: string) => string
  categoryName: (category: string) => string
}
export type Outbreaks = {
  /** At most one for each outbreak: on the smallest area that explains it. */
  signals: Signal[]
  /** Series (`seriesKey`) that still stand above the ordinary: an episode on them goes on. */
  elevated: ReadonlySet<string>
}

const HOUR_MS = 3_600_000
const HOURS_PER_YEAR = 8_760
const LEAST_VOICES = 3
const LEAST_MESSAGES = 3
/** What many buurten share is known only after some days, and how a whole town swings only after its second weekend. */
const LEAST_HISTORY_HOURS = { WK: 72, GM: 14 * 24 }
/** Voices that are counted once each: what spreads their number beyond chance is small … */
const VOICE_DISPERSION = 1.05
/** … but the level itself wanders from week to week by some thirty per cent, which large areas feel. */
const LEVEL_VARIANCE = 0.1
/** A smaller area speaks for a larger one when it holds this share of what is above normal. */
const EXPLAINING_SHARE = 0.75
/** What is spread over a wijk or the gemeente is seldom one thing: it must be so many times as surprising. */
const LARGE_AREA_SHARE = 8
/** An episode goes on for as long as so many or more would be rarer than this. */
const RELEASE_CHANCE = 0.2

export const seriesKey = ({ areaCode, category }: { areaCode: string; category: string }): string => `${areaCode}|${category}`

/**
 * Areas and categories in which more independent voices speak than is usual there, over many series tested at once.
 *
 * Each series answers its most surprising window, as the number of such surprises that a year of that series would bring. Series are then taken
 * by Benjamini–Hochberg, so that the stated false alarms hold for all series together, at least three voices each. A buurt, its wijk and the
 * gemeente are not told apart: what is told is the smallest area that holds three quarters of the excess of the largest that stands out.
 * A wijk is tested after three days of history and the gemeente after two weeks. No counts give no signals.
 *
 * @example detectOutbreaks([], normal, now, options).signals // []
 *
 * Source: negative-binomial tail as in Noufaily et al. (2013); Benjamini & Hochberg (1995); latching by hysteresis as in analysis practice of
 * multiple-stream surveillance (Unkel et al. 2012).
 */
export function detectOutbreaks(activities: readonly AreaActivity[], normal: Normal, now: number, options: OutbreakOptions): Outbreaks {
  const floors = averageSeries(activities, options.series)
  const tested = activities.map((activity) => testArea(activity, normal, now, floors)).filter((one) => one !== null)
  const share = (options.falseAlarmsPerYear * tested.length) / Math.max(1, options.series)
  const stands = benjaminiHochberg(
    tested.map(({ perYear }) => perYear),
    share,
  )
  const found = new Map(tested.filter((_, at) => stands[at]).map((one) => [seriesKey(one), one]))
  const told = new Set([...found.values()].filter((one) => isCoarsest(one, found)).map((one) => smallestThatExplains(one, tested)))
  return {
    signals: [...told].map((one) => toSignal(one, now, options)),
    elevated: new Set(tested.filter(({ chance }) => chance <= RELEASE_CHANCE).map(seriesKey)),
  }
}

type Window = AreaActivity['windows'][number] & { mean: number; pValue: number; testsPerYear: number }
type Tested = { areaCode: string; category: string; best: Window; windows: readonly Window[]; perYear: number; chance: number }

/** Voices that a series has on average now, per window: where no history tells what is usual, no series is thought to be quieter. */
function averageSeries(activities: readonly AreaActivity[], series: number): ReadonlyMap<number, number> {
  const totals = new Map<number, number>()
  for (const { areaCode, windows } of activities)
    if (areaCode.startsWith('GM')) for (const { hours, voices } of windows) totals.set(hours, (totals.get(hours) ?? 0) + voices)
  return new Map([...totals].map(([hours, voices]) => [hours, voices / Math.max(1, series)]))
}

function testArea(
  { areaCode, category, windows }: AreaActivity,
  normal: Normal,
  now: number,
  floors: ReadonlyMap<number, number>,
): Tested | null {
  const where = { areaCode: areaCode.startsWith('GM') ? null : areaCode, category }
  if (normal.exposureHours < leastHistoryOf(areaCode)) return null
  const { shape } = normal.levelOf(where)
  const share = areaCode.startsWith('BU') ? 1 : LARGE_AREA_SHARE
  const judged = windows
    .filter(({ voices }) => voices > 0)
    .map((window): Window => {
      const usual = expectedBetween(normal, where, now - window.hours * HOUR_MS, now).mean
      const mean = Math.max(usual, floors.get(window.hours) ?? 0)
      const dispersion = VOICE_DISPERSION + mean * (1 / shape + LEVEL_VARIANCE)
      const testsPerYear = (share * windows.length * HOURS_PER_YEAR) / window.hours
      return { ...window, mean, pValue: negativeBinomialTail(window.voices, mean, dispersion), testsPerYear }
    })
  const eligible = judged.filter(({ voices, messages }) => voices >= LEAST_VOICES && messages >= LEAST_MESSAGES)
  if (eligible.length === 0) return null
  const best = eligible.reduce((most, one) => (perYearOf(one) < perYearOf(most) ? one : most))
  return { areaCode, category, best, windows: judged, perYear: perYearOf(best), chance: Math.min(...judged.map(({ pValue }) => pValue)) }
}

const leastHistoryOf = (areaCode: string): number =>
  areaCode.startsWith('GM') ? LEAST_HISTORY_HOURS.GM : areaCode.startsWith('WK') ? LEAST_HISTORY_HOURS.WK : 0

const perYearOf = ({ pValue, testsPerYear }: Window): number => pValue * testsPerYear

const isCoarsest = ({ areaCode, category }: Tested, found: ReadonlyMap<string, Tested>): boolean =>
  !areaChain(areaCode)
    .slice(1)
    .some((code) => found.has(seriesKey({ areaCode: code, category })))

/** Goes down for as long as one area below holds nearly all of the excess. */
function smallestThatExplains(root: Tested, tested: readonly Tested[]): Tested {
  const excessOf = (one: Tested) => {
    const window = one.windows.find(({ hours }) => hours === root.best.hours)
    return window ? window.voices - window.mean : 0
  }
  const below = tested.filter(
    (one) =>
      one.category === root.category && areaChain(one.areaCode)[1] === root.areaCode && excessOf(one) >= EXPLAINING_SHARE * excessOf(root),
  )
  return below[0] ? smallestThatExplains(below[0], tested) : root
}

function toSignal(
  { areaCode, category, best }: Tested,
  now: number,
  { falseAlarmsPerYear, series, areaName, categoryName }: OutbreakOptions,
): Signal {
  const alpha = Math.min(1, falseAlarmsPerYear / Math.max(1, series) / best.testsPerYear)
  return {
    kind: 'outbreak',
    issueId: null,
    areaCode,
    category,
    at: new Date(now).toISOString(),
    windowHours: best.hours,
    observed: best.voices,
    expected: best.mean,
    pValue: best.pValue,
    falseAlarmsPerYear,
    level: areaStrength({ voices: best.voices, expected: best.mean, doubt: best.pValue / alpha }),
    conditions: conditionsOf(best, Math.max(alpha, best.pValue)),
    sentence: outbreakSentence({
      voices: best.voices,
      expected: best.mean,
      windowHours: best.hours,
      category: categoryName(category),
      area: areaName(areaCode),
    }),
  }
}

function conditionsOf({ messages, voices, pValue }: Window, threshold: number): Condition[] {
  const atLeast = (name: string, value: number, least: number): Condition => ({
    name,
    scope: 'area',
    value,
    operator: '>=',
    threshold: least,
    holds: value >= least,
  })
  return [
    atLeast('berichten', messages, LEAST_MESSAGES),
    atLeast('onafhankelijke stemmen', voices, LEAST_VOICES),
    { name: 'kans op toeval', scope: 'area', value: pValue, operator: '<=', threshold, holds: pValue <= threshold },
  ]
}
