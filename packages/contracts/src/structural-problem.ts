import { z } from 'zod'
import { areaCode, day, id } from './primitives.ts'
import { condition } from './signal.ts'

/** Trouble of one kind that keeps coming back in one area after it was closed, over the last 52 weeks. */
export const structuralProblem = z.object({
  areaCode,
  category: z.object({ main: z.string(), sub: z.string() }),
  /** Times that it flared up. */
  times: z.int().positive(),
  /** Times that chance and the season would bring there. */
  expectedTimes: z.number().nonnegative(),
  pValue: z.number().min(0).max(1),
  /** Times that it came back within 28 days after closing, and the days between on average. */
  returns: z.int().nonnegative(),
  meanDaysToReturn: z.number().nonnegative().nullable(),
  weeksWithSignal: z.int().nonnegative(),
  reopenRequests: z.int().nonnegative(),
  /** Distinct reporters: pseudonyms change each calendar quarter, so the most of one quarter and the sum of all bound them. */
  reporters: z.object({ atLeast: z.int().nonnegative(), atMost: z.int().nonnegative() }),
  firstOn: day,
  lastOn: day,
  /** Issues of this kind in this area, newest first, at most ten. */
  issues: z.array(z.object({ id, title: z.string() })),
  sentence: z.string(),
  conditions: z.array(condition),
})
export type StructuralProblem = z.infer<typeof structuralProblem>
