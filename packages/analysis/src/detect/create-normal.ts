import { areaChain } from '@rumoer/contracts'
import { gammaShrinkage } from '../maths/gamma-shrinkage.ts'
import { HOURS_PER_WEEK, hourOfWeek } from './hour-of-week.ts'
import { learnSpread, type Spread } from './learn-spread.ts'
import { usualFactor } from './usual-factor.ts'

const HOUR_MS = 3_600_000
/** Messages per hour that one area × category is supposed to bring when nothing at all is known: three to four a week. */
const FLOOR_RATE = 0.02
/** Supposed messages behind the prior of one series, of a category's weekly shape, and of the municipality's. */
const LEVEL_MESSAGES = 2
const SHAPE_MESSAGES = 200
const TOWN_SHAPE_MESSAGES = 168
const SHARE_MESSAGES = 5
/** Squared relative spread of the level from week to week, which eight weeks taken together cannot show. */
const WEEK_VARIANCE = 0.02
const DAY_MS = 24 * HOUR_MS

/** Where a series is counted: an area of any level (null: the whole municipality) and a main category. */
export type SeriesPlace = { areaCode: string | null; category: string }
export type Normal = {
  /** Hours of history behind it. */
  readonly exposureHours: number
  /** How counts vary around the normal when nothing is going on. */
  readonly spread: Spread
  /** Messages per hour on average, with the messages (seen and supposed) that this rests on. */
  levelOf(where: SeriesPlace): { rate: number; shape: number }
  /** Factor of an hour of the week in a category; 1 on average over the week. */
  factorOf(category: string, hourOfWeek: number): number
}

/**
 * What is normal per area × category × hour of the week, from totals over [from, to).
 *
 * rate = level(area, category) · factor(category, hour of the week). A level is shrunk towards the category's rate in the municipality times
 * the area's share of all messages; a category's weekly shape is shrunk towards the municipality's, that towards its average day, and that
 * towards flat. Counts are held against how often the history holds their hour of the week, so it need not be whole weeks. An empty profile
 * gives a low flat rate: honest with little history, never zero. How counts vary around it is learnt from all series together.
 *
 * @example createNormal({ profile: [], from: 0, to: 0 }).levelOf({ areaCode: null, category: 'afval' }).rate // 0.02
 *
 * Source: empirical-Bayes gamma shrinkage and Dirichlet smoothing (Gelman et al., Bayesian Data Analysis, 2.6 and 3.4).
 */
export function createNormal({
  profile,
  from,
  to,
}: {
  profile: readonly { areaCode: string | null; category: string; hourOfWeek: number; messages: number }[]
  from: number
  to: number
}): Normal {
  const exposureHours = Math.max(0, (to - from) / HOUR_MS)
  const counts = countProfile(profile)
  const seen = hoursSeen(from, to)
  const town = weeklyShape(counts.byHour, seen, TOWN_SHAPE_MESSAGES, dailyShape(counts.byHour, seen))
  const shapes = new Map([...counts.byCategoryHour].map(([category, hours]) => [category, weeklyShape(hours, seen, SHAPE_MESSAGES, town)]))
  const areas = Math.max(1, counts.areas.size)
  const exposures = new Map([...shapes].map(([category, shape]) => [category, seenHours(shape, seen)]))
  const townExposure = seenHours(town, seen)
  return {
    exposureHours,
    spread: learnSpread(
      [...counts.series.values()].map(({ category, hours }) => ({ hours, factors: seenShape(shapes.get(category) ?? town, seen) })),
      exposureHours / HOURS_PER_WEEK,
    ),
    levelOf({ areaCode, category }) {
      const ofCategory = counts.byCategory.get(category) ?? 0
      const exposure = exposures.get(category) ?? townExposure
      const townLevel = gammaShrinkage(ofCategory, exposure, FLOOR_RATE, LEVEL_MESSAGES)
      if (areaCode === null) return townLevel
      const share = ((counts.byArea.get(areaCode) ?? 0) + SHARE_MESSAGES / areas) / (counts.all + SHARE_MESSAGES)
      const prior = Math.max(FLOOR_RATE / 4, townLevel.rate * share)
      return gammaShrinkage(counts.byAreaCategory.get(`${areaCode}|${category}`) ?? 0, exposure, prior, LEVEL_MESSAGES)
    },
    factorOf: (category, hour) => (shapes.get(category) ?? town)[hour]!,
  }
}

/**
 * What a series brings between two instants (milliseconds) when nothing is going on: `mean` messages with variance `dispersion` · mean.
 *
 * Dispersion holds the spread of ordinary counts, that days differ (what a week levels out to a seventh), that weeks differ, how little is
 * known of the level, and how little of holidays. An empty or negative span gives mean 0.
 *
 * @example expectedBetween(normal, { areaCode: null, category: 'afval' }, now - 3_600_000, now).mean // 0.02 without history
 */
export function expectedBetween(normal: Normal, where: SeriesPlace, from: number, to: number): { mean: number; dispersion: number } {
  const { rate, shape } = normal.levelOf(where)
  const factorOf = (hour: number) => normal.factorOf(where.category, hour)
  let mean = 0
  let doubt = 0
  for (let at = from; at < to; ) {
    const next = Math.min(to, (Math.floor(at / HOUR_MS) + 1) * HOUR_MS)
    const { factor, variance } = usualFactor(factorOf, at)
    const count = ((next - at) / HOUR_MS) * rate * factor
    mean += count
    doubt += count * variance
    at = next
  }
  const days = Math.max(1, (to - from) / DAY_MS)
  return { mean, dispersion: normal.spread.dispersion + doubt + mean * (1 / shape + normal.spread.dayVariance / days + WEEK_VARIANCE) }
}

type Counts = {
  all: number
  byHour: Float64Array
  byCategory: Map<string, number>
  byCategoryHour: Map<string, Float64Array>
  byArea: Map<string, number>
  byAreaCategory: Map<string, number>
  areas: Set<string>
  series: Map<string, { category: string; hours: [hourOfWeek: number, messages: number][] }>
}

function countProfile(profile: readonly { areaCode: string | null; category: string; hourOfWeek: number; messages: number }[]): Counts {
  const counts: Counts = {
    all: 0,
    byHour: new Float64Array(HOURS_PER_WEEK),
    byCategory: new Map(),
    byCategoryHour: new Map(),
    byArea: new Map(),
    byAreaCategory: new Map(),
    areas: new Set(),
    series: new Map(),
  }
  for (const { areaCode, category, hourOfWeek: hour, messages } of profile) {
    counts.all += messages
    counts.byHour[hour]! += messages
    add(counts.byCategory, category, messages)
    const hours = counts.byCategoryHour.get(category) ?? new Float64Array(HOURS_PER_WEEK)
    counts.byCategoryHour.set(category, hours)
    hours[hour]! += messages
    const key = `${areaCode ?? ''}|${category}`
    const series = counts.series.get(key) ?? { category, hours: [] }
    counts.series.set(key, series)
    series.hours.push([hour, messages])
    if (areaCode === null) continue
    counts.areas.add(areaCode)
    for (const code of areaChain(areaCode)) {
      add(counts.byArea, code, messages)
      add(counts.byAreaCategory, `${code}|${category}`, messages)
    }
  }
  return counts
}

function add(map: Map<string, number>, key: string, by: number): void {
  map.set(key, (map.get(key) ?? 0) + by)
}

/** How often the history holds each hour of the week, whole or in part. */
function hoursSeen(from: number, to: number): Float64Array {
  const seen = new Float64Array(HOURS_PER_WEEK)
  for (let at = from; at < to; ) {
    const next = Math.min(to, (Math.floor(at / HOUR_MS) + 1) * HOUR_MS)
    seen[hourOfWeek(at)]! += (next - at) / HOUR_MS
    at = next
  }
  return seen
}

/** Hours of the average kind that were seen: a history of nights alone is a short one. */
const seenHours = (factors: Float64Array, seen: Float64Array): number => seen.reduce((sum, hours, hour) => sum + hours * factors[hour]!, 0)

/** How messages fall over the hours of the week when each is seen as often as the history holds it; 1 on average. */
function seenShape(factors: Float64Array, seen: Float64Array): Float64Array {
  const total = seenHours(factors, seen)
  return total === 0 ? factors : factors.map((factor, hour) => (factor * seen[hour]! * HOURS_PER_WEEK) / total)
}

/** Factors per hour of the week with mean 1, every day alike: what is known of a weekday that was not seen yet. */
function dailyShape(hours: Float64Array, seen: Float64Array): Float64Array {
  const perDay = (list: Float64Array) =>
    list.map((_, hour) => list.reduce((sum, one, at) => (at % 24 === hour % 24 ? sum + one : sum), 0) / 7)
  return weeklyShape(perDay(hours), perDay(seen), TOWN_SHAPE_MESSAGES / 7, new Float64Array(HOURS_PER_WEEK).fill(1))
}

/** Factors per hour of the week with mean 1: messages per hour seen, smoothed towards another shape by so many supposed messages. */
function weeklyShape(hours: Float64Array, seen: Float64Array, weight: number, towards: Float64Array): Float64Array {
  const sum = (list: Float64Array) => list.reduce((total, one) => total + one, 0)
  const rate = sum(hours) / Math.max(1, seenHours(towards, seen))
  const supposed = weight / HOURS_PER_WEEK
  const raw = hours.map((count, hour) => (count + supposed * towards[hour]!) / (rate * seen[hour]! + supposed))
  const mean = sum(raw) / HOURS_PER_WEEK
  return raw.map((factor) => factor / mean)
}
