import { z } from 'zod'
import { pageQuery } from './paging.ts'
import { areaCode, id, instant } from './primitives.ts'

/** What residents ask, near-identical questions counted together. */
export const residentQuestion = z.object({
  /** In the words of the resident whose question the others are most like, masked. */
  question: z.string(),
  times: z.int().positive(),
  firstAt: instant,
  lastAt: instant,
  /** Where it is asked, most often first, at most five. */
  areaCodes: z.array(areaCode),
  /** The issues it is asked in, most often first, at most five. */
  issues: z.array(z.object({ id, title: z.string() })),
  /** The messages that ask it, oldest first, at most fifty. */
  messages: z.array(id),
  /** When the last of its issues got something published after the question was asked; null while one has not. */
  answeredAt: instant.nullable(),
})
export type ResidentQuestion = z.infer<typeof residentQuestion>

export const residentQuestionQuery = z.strictObject({
  ...pageQuery,
  area: areaCode.optional(),
  category: z.string().max(100).optional(),
  from: instant.optional(),
  to: instant.optional(),
  /** Absent: both. */
  answered: z.stringbool().optional(),
})
export type ResidentQuestionQuery = z.infer<typeof residentQuestionQuery>
