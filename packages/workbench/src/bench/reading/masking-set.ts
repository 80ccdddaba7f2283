import { z } from 'zod'
import { readEvaluation } from './read-evaluation.ts'

const maskingLine = z.strictObject({
  text: z.string(),
  /** What must be gone, as it stands in the text. */
  hidden: z.array(z.strictObject({ kind: z.enum(['bsn', 'email', 'phone', 'iban', 'plate', 'name']), value: z.string() })),
  /** What looks like personal data and must stay. */
  kept: z.array(z.string()),
})
export type MaskingLine = z.infer<typeof maskingLine>

/** Reads adversarial lines for masking; `report` ones are for reporting only. Throws where a line is not as it should be. */
export const maskingSet = (part: 'development' | 'report'): Promise<MaskingLine[]> => readEvaluation(`masking-${part}.ndjson`, maskingLine)
