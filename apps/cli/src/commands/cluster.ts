import { clusterStream } from '@rumoer/analysis/cluster'
import { instant, locationIn } from '@rumoer/contracts'
import { z } from 'zod'
import { answer, type Command, EXIT, tell, UsageError } from '../command.ts'
import { readOptions } from '../read-options.ts'
import { readRows } from '../read-rows.ts'

const row = z.object({
  id: z.union([z.string(), z.number()]),
  text: z.string(),
  createdAt: instant.nullish(),
  areaCode: z.string().nullish(),
  location: locationIn.nullish(),
  category: z.object({ main: z.string(), sub: z.string().nullish() }).nullish(),
})
const LANGUAGES = ['nl', 'auto', 'simple'] as const

/** Groups a stream of messages into issues; opens no database. */
export const cluster: Command = {
  name: 'cluster',
  usage: '[FILE] [--language nl|auto|simple]',
  does: 'groups messages: NDJSON {id, text, createdAt?, areaCode?, location?, category?} in stream order to NDJSON {id, issue}',
  async run(args, io) {
    const { values, positionals } = readOptions(args, { language: { type: 'string', default: 'auto' } })
    const language = LANGUAGES.find((one) => one === values.language)
    if (!language) throw new UsageError(`--language: ${values.language}; expected ${LANGUAGES.join(', ')}`)
    let refused = 0
    const rows = []
    for await (const one of readRows(positionals[0], row, io, () => refused++)) {
      rows.push({
        id: one.id,
        text: one.text,
        createdAt: one.createdAt ? Date.parse(one.createdAt) : null,
        areaCode: one.areaCode ?? one.location?.areaCode ?? null,
        lat: one.location?.lat ?? null,
        lon: one.location?.lon ?? null,
        category: one.category ? { main: one.category.main, sub: one.category.sub ?? 'unknown' } : null,
      })
    }
    const issues = clusterStream(rows, { language })
    for (const [at, { id }] of rows.entries()) answer(io, { id, issue: issues[at] })
    if (refused > 0) tell(io, `${refused} lines refused`)
    return refused > 0 ? EXIT.refused : EXIT.ok
  },
}
