import { z } from 'zod'
import { areaCode, id, instant } from './primitives.ts'
import { sentimentLabel } from './reading.ts'

/** How far the map looks back: the last 24 hours by the hour, or the last twelve weeks by the week. */
export const MAP_SPANS = ['day', 'weeks'] as const
export const mapSpan = z.enum(MAP_SPANS)
export type MapSpan = z.infer<typeof mapSpan>

const counts = z.array(z.int().nonnegative())

/** Messages per area of every level and step of time, oldest first; every list is as long as `steps`. Areas without a message are there with zeros. */
export const areaSeries = z.object({
  seq: z.int().nonnegative(),
  steps: z.array(z.object({ from: instant, to: instant })),
  areas: z.array(
    z.object({
      code: areaCode,
      negative: counts,
      neutral: counts,
      positive: counts,
      /** What such a step brings when nothing is going on; null without history. */
      expected: z.array(z.number().nonnegative()).nullable(),
    }),
  ),
})
export type AreaSeries = z.infer<typeof areaSeries>

/** Messages about one spot, no finer than some fifty metres: never a house, and none that the law protects most. */
export const mapPoint = z.object({
  lat: z.number(),
  lon: z.number(),
  messages: z.int().positive(),
  /** The mood of most of them. */
  sentiment: sentimentLabel,
  category: z.string(),
  /** The issue of most of them. */
  issue: id,
})
export type MapPoint = z.infer<typeof mapPoint>
