import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { REPOSITORY } from '../../repository.ts'

/** Reads a file of the evaluation folder, one JSON object a line. Throws with file and line where one is not as it should be. */
export async function readEvaluation<Line>(file: string, line: z.ZodType<Line>): Promise<Line[]> {
  const lines = (await readFile(join(REPOSITORY, 'packages/workbench/evaluation', file), 'utf8')).split('\n')
  return lines.flatMap((text, at) => {
    if (text === '') return []
    const result = line.safeParse(JSON.parse(text))
    if (!result.success) throw new Error(`${file}, line ${at + 1}: ${z.prettifyError(result.error)}`)
    return [result.data]
  })
}
