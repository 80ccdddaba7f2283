import type { Area, AreaSeries, MoodCounts } from '@rumoer/contracts'
import type { Measure } from '../../lib/map-search.ts'
import { MINIMUM_FOR_SHARE, moodTotal } from '../../lib/mood.ts'
import { classOf, valueEdges } from '../../map/classes.ts'

/** What one area has in the chosen time. */
export type AreaValue = {
  area: Area
  mood: MoodCounts
  messages: number
  /** Messages per 1,000 inhabitants; null where the number of inhabitants is unknown or nobody lives. */
  perThousand: number | null
  /** Share of negative messages; null below the number at which a share says something. */
  negative: number | null
  /** How many times what is normal; null without a normal. */
  times: number | null
}

/** Below this many messages nothing is called above normal. */
const FEWEST_ABOVE = 3
const TIMES_EDGES = [0.5, 1.5, 2.5, 4]
const NEGATIVE_EDGES = [0.2, 0.3, 0.4, 0.5]

const sumOf = (counts: readonly number[], step: number | null) =>
  step === null ? counts.reduce((sum, count) => sum + count, 0) : (counts[step] ?? 0)

/** Values of these areas in one step, or in the whole time. */
export function areaValues(series: AreaSeries, areas: readonly Area[], step: number | null): AreaValue[] {
  const byCode = new Map(series.areas.map((one) => [one.code, one]))
  return areas.map((area) => {
    const found = byCode.get(area.code)
    const mood = {
      negative: sumOf(found?.negative ?? [], step),
      neutral: sumOf(found?.neutral ?? [], step),
      positive: sumOf(found?.positive ?? [], step),
    }
    const messages = moodTotal(mood)
    const expected = found?.expected ? sumOf(found.expected, step) : 0
    return {
      area,
      mood,
      messages,
      perThousand: area.inhabitants ? (messages / area.inhabitants) * 1_000 : null,
      negative: messages < MINIMUM_FOR_SHARE ? null : mood.negative / messages,
      times: expected > 0 ? messages / expected : null,
    }
  })
}

export const measured = (value: AreaValue, measure: Measure): number | null =>
  ({ aantal: value.messages, inwoners: value.perThousand, toon: value.negative, gewoon: value.times })[measure]

/** The one that stands out most; null when none does. */
export function mostOf(values: readonly AreaValue[], measure: Measure): AreaValue | null {
  const told = values.filter((value) => (measured(value, measure) ?? 0) > 0 && (measure !== 'gewoon' || isAbove(value)))
  return told.sort((a, b) => measured(b, measure)! - measured(a, measure)!)[0] ?? null
}

const isAbove = ({ messages, times }: AreaValue) => messages >= FEWEST_ABOVE && times !== null && times >= TIMES_EDGES[1]!

/** Shades from 0 to 4, null where there is nothing to say; `edges` are their upper edges, without the last. */
export function shadesOf(
  values: readonly AreaValue[],
  measure: Measure,
): { edges: number[]; shadeOf: (value: AreaValue) => number | null } {
  if (measure === 'toon') return { edges: NEGATIVE_EDGES, shadeOf: ({ negative }) => stepAt(negative, NEGATIVE_EDGES) }
  if (measure === 'gewoon')
    return {
      edges: TIMES_EDGES,
      shadeOf: (value) => (value.times === null ? null : isAbove(value) ? stepAt(value.times, TIMES_EDGES) : lowShade(value)),
    }
  const edges = valueEdges(values.map((value) => rounded(measured(value, measure) ?? 0)))
  return {
    edges,
    shadeOf(value) {
      const found = measured(value, measure)
      return found === null ? null : classOf(rounded(found), edges)
    },
  }
}

/** Of what is not above normal: far below it, or normal. */
const lowShade = ({ times }: AreaValue) => (times! < TIMES_EDGES[0]! ? 0 : 1)
const stepAt = (value: number | null, edges: readonly number[]): number | null =>
  value === null ? null : edges.filter((edge) => value >= edge).length
const rounded = (value: number) => Math.round(value * 10) / 10
