import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { REPOSITORY } from '../../repository.ts'

const maskingLine = z.strictObject({
  text: z.string(),
  /** What must be gone, as it stands in the text. */
  hidden: z.array(z.strictObject({ kind: z.enum(['bsn', 'email', 'phone', 'iban', 'plate', 'name']), value: z.string() })),
  /** What looks like personal data and must stay. */
  kept: z.array(z.string()),
})
export type MaskingLine = z.infer<typeof maskingLine>

/** Reads adversarial lines for masking; `report` ones are for reporting only. Throws with the line where one is not as it should be. */
export async function maskingSet(part: 'development' | 'report'): Promise<MaskingLine[]> {
  const lines = (await readFile(join(REPOSITORY, `packages/workbench/evaluation/masking-${part}.ndjson`), 'utf8')).split('\n')
  return lines.flatMap((line, at) => {
    if (line === '') return []
    const result = maskingLine.safeParse(JSON.parse(line))
    if (!result.success) throw new Error(`masking-${part}.ndjson, line ${at + 1}: ${z.prettifyError(result.error)}`)
    return [result.data]
  })
}
