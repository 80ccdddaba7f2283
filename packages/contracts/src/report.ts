import { z } from 'zod'
import { moodCounts } from './issue.ts'
import { areaCode, day, id, instant } from './primitives.ts'

/** A week (Monday first) or a calendar month in Europe/Amsterdam, containing the day `on`. */
export const reportQuery = z.strictObject({
  period: z.enum(['week', 'month']).default('week'),
  on: day,
  area: areaCode.optional(),
  channel: z.string().max(40).optional(),
})
export type ReportQuery = z.infer<typeof reportQuery>

/** `now` over the period, `before` over the period before it; `query` is the message search whose list has exactly `now` items. */
const compared = z.object({ now: z.int().nonnegative(), before: z.int().nonnegative(), query: z.record(z.string(), z.string()) })

export const reportRow = compared.extend({ key: z.string(), label: z.string() })
export type ReportRow = z.infer<typeof reportRow>

export const reputationReport = z.object({
  period: z.object({ kind: z.enum(['week', 'month']), from: instant, to: instant, beforeFrom: instant }),
  filters: z.record(z.string(), z.string()),
  madeAt: instant,
  volume: compared,
  sentiment: z.object({ now: moodCounts, before: moodCounts, queries: z.record(z.string(), z.record(z.string(), z.string())) }),
  days: z.array(
    z.object({ on: day, messages: z.int().nonnegative(), negative: z.int().nonnegative(), query: z.record(z.string(), z.string()) }),
  ),
  themes: z.array(reportRow),
  areas: z.array(reportRow),
  channels: z.array(reportRow),
  issues: z.array(z.object({ id, title: z.string(), messages: z.int().nonnegative(), voices: z.int().nonnegative() })),
  /** Days in the period on which no message came in at all. */
  gaps: z.array(day),
  sources: z.array(z.string()),
})
export type ReputationReport = z.infer<typeof reputationReport>
