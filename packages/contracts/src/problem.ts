import { z } from 'zod'

/** RFC 9457 problem+json, with all errors of the input together. */
export const problem = z.object({
  type: z.string().default('about:blank'),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  instance: z.string().optional(),
  errors: z.array(z.object({ path: z.string(), value: z.string(), expected: z.string() })).optional(),
})
export type Problem = z.infer<typeof problem>
