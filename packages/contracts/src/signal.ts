import { z } from 'zod'
import { level } from './issue.ts'
import { areaCode, id, instant } from './primitives.ts'

/** One condition of a detector or rule: what was measured, on what, against which threshold. */
export const condition = z.object({
  name: z.string(),
  /** What the condition looks at. */
  scope: z.enum(['message', 'issue', 'area']),
  value: z.number(),
  operator: z.enum(['>=', '>', '<=', '<', '=']),
  threshold: z.number(),
  holds: z.boolean(),
})
export type Condition = z.infer<typeof condition>

/** A detector's finding on an issue or on an area × category series. */
export const signal = z.object({
  kind: z.enum(['burst', 'outbreak', 'cluster', 'structural', 'regression', 'mood', 'silence']),
  issueId: id.nullable(),
  areaCode: areaCode.nullable(),
  category: z.string().nullable(),
  at: instant,
  windowHours: z.number().positive(),
  observed: z.number().nonnegative(),
  expected: z.number().nonnegative(),
  /** Chance of so many or more when nothing is going on. */
  pValue: z.number().min(0).max(1),
  falseAlarmsPerYear: z.number().nonnegative(),
  level,
  conditions: z.array(condition),
  /** One Dutch sentence with its numbers. */
  sentence: z.string(),
})
export type Signal = z.infer<typeof signal>

/** A finding that lasts: found at `openedAt`, back to normal at `closedAt`. */
export const watchedSignal = signal.extend({
  id,
  /** Areas that it covers; more than one where a cluster crosses their borders. */
  places: z.array(areaCode),
  openedAt: instant,
  closedAt: instant.nullable(),
})
export type WatchedSignal = z.infer<typeof watchedSignal>
