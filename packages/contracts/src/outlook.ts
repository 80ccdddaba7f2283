import { z } from 'zod'
import { id, instant } from './primitives.ts'
import { condition } from './signal.ts'

/** Why an issue stands where it stands, and what may come of it, worked out at `at`. */
export const outlook = z.object({
  issue: id,
  at: instant,
  /** The sum of its parts is the heat; null for an issue that has been silent for a week. */
  heat: z.object({ value: z.number().nonnegative(), parts: z.array(z.object({ name: z.string(), value: z.number() })) }).nullable(),
  /** Messages in the next 24 hours: the middle, and bounds that hold about four in five; null with too few earlier issues to learn from. */
  forecast: z
    .object({
      hours: z.number().positive(),
      expected: z.number().nonnegative(),
      low: z.number().nonnegative(),
      high: z.number().nonnegative(),
      examples: z.int().nonnegative(),
    })
    .nullable(),
  /** Whether talk turned negative beyond chance in the last 24 hours. */
  moodTurn: z
    .object({ shareBefore: z.number(), shareNow: z.number(), pValue: z.number(), conditions: z.array(condition), sentence: z.string() })
    .nullable(),
})
export type Outlook = z.infer<typeof outlook>
