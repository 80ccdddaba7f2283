import { z } from 'zod'
import { level, moodCounts } from './issue.ts'
import { areaCode, id } from './primitives.ts'
import { sourceState } from './source.ts'

/** What the head and the map of the wall need, of one snapshot. "Today" is the Amsterdam day. */
export const summary = z.object({
  seq: z.int().nonnegative(),
  messagesToday: z.int().nonnegative(),
  messagesLastHour: z.int().nonnegative(),
  /** Messages that an ordinary last hour of this weekday and hour brings; null without history. */
  expectedLastHour: z.number().nonnegative().nullable(),
  moodToday: moodCounts,
  openIssues: z.int().nonnegative(),
  mutedIssues: z.int().nonnegative(),
  openMeldingen: z.int().nonnegative(),
  sources: z.array(z.object({ id, name: z.string(), state: sourceState })),
  /** Per area (all levels): messages of the last 24 hours, open issues and the highest level among them. */
  areas: z.array(z.object({ code: areaCode, messages: z.int().nonnegative(), issues: z.int().nonnegative(), level })),
})
export type Summary = z.infer<typeof summary>
