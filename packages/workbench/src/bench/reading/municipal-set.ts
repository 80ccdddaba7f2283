import { FACETS, MESSAGE_KINDS, RESIDENT_ROLES, SENTIMENTS } from '@rumoer/contracts'
import { z } from 'zod'
import { readEvaluation } from './read-evaluation.ts'

const label = z.enum(SENTIMENTS)
/** One labelled message; who labelled it and what each label means stands in `evaluation/README.md`. */
const judged = z.strictObject({
  id: z.string(),
  channel: z.string(),
  kind: z.enum(MESSAGE_KINDS),
  text: z.string(),
  sentiment: label,
  towards: label.nullable(),
  main: z.string(),
  sub: z.string(),
  facets: z.array(z.enum(FACETS)),
  roles: z.array(z.enum(RESIDENT_ROLES)),
  places: z.array(z.string()),
  question: z.string().nullable(),
  avoidable: z.string().nullable(),
  language: z.string(),
})
export type Judged = z.infer<typeof judged>

/** `training` and `development` may be looked at and learnt from; `report` is for reporting only. */
export type Part = 'training' | 'development' | 'report'

/** Reads one part of our own municipal messages. Throws where a line is not as it should be. */
export const municipalSet = (part: Part): Promise<Judged[]> => readEvaluation(`municipal-${part}.ndjson`, judged)
