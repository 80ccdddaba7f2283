import { z } from 'zod'
import { instant, municipalityCode } from './primitives.ts'

/** A tenant. A replay is a tenant of its own that copies another: its counters are real, nothing leaves it. */
export const municipality = z.object({
  id: z.int().positive(),
  code: municipalityCode,
  name: z.string(),
  demo: z.boolean(),
  replayOf: z.int().positive().nullable(),
})
export type Municipality = z.infer<typeof municipality>

export const replay = z.object({
  id: z.int().positive(),
  label: z.string(),
  speed: z.number().positive(),
  from: instant,
  to: instant,
  /** The replay's own clock. */
  nowAt: instant,
  status: z.enum(['running', 'finished', 'stopped']),
})
export type Replay = z.infer<typeof replay>
