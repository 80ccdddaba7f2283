import { readFile } from 'node:fs/promises'
import { parseAreas } from '@rumoer/walk'
import { answer, type Command, EXIT, tell, UsageError } from '../command.ts'
import { onlyArgument, readOptions } from '../read-options.ts'
import { settleWalk } from '../settle-walk.ts'
import { municipalityOf, withStore } from '../with-store.ts'

export const areasImport: Command = {
  name: 'areas import',
  usage: 'FILE [--municipality GM0106]',
  does: 'imports CBS/PDOK GeoJSON or a Signalen areas file; stored messages are placed again',
  async run(args, io) {
    const { values, positionals } = readOptions(args, { municipality: { type: 'string' } })
    const file = onlyArgument(positionals, 'FILE')
    const text = await readFile(file, 'utf8').catch(() => {
      throw new UsageError(`${file}: expected a file that can be read`)
    })
    const { areas, problems } = parseAreas(parseJson(text, file))
    for (const problem of problems) tell(io, problem)
    if (areas.length === 0) throw new UsageError(`${file}: expected at least one area`)
    await withStore(async (store) => {
      const municipality = await municipalityOf(store, values.municipality)
      const foreign = areas.filter((area) => area.code.slice(2, 6) !== municipality.code.slice(2))
      if (foreign.length > 0)
        tell(io, `${foreign.length} areas lie outside ${municipality.code}, such as ${foreign[0]!.code}; imported as they are`)
      const imported = await store.areas.importAll(municipality.id, areas, new Date())
      await store.walk.addCommand(municipality.id, { type: 'relocate', by: null }, new Date())
      await settleWalk(store, municipality.id)
      answer(io, { ...imported, refused: problems.length })
    })
    return problems.length > 0 ? EXIT.refused : EXIT.ok
  },
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch (error) {
    throw new UsageError(`${file}: ${error instanceof Error ? error.message.slice(0, 80) : ''}; expected JSON`)
  }
}
