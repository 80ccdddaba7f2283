import { readFile } from 'node:fs/promises'
import type { IntakeResult } from '@rumoer/contracts'
import { createAccept, fileOnDisk, importFile, mappedLayout } from '@rumoer/walk'
import { answer, type Command, EXIT, tell, UsageError } from '../command.ts'
import { createProgressBar } from '../progress-bar.ts'
import { onlyArgument, readOptions, required } from '../read-options.ts'
import { settleWalk } from '../settle-walk.ts'
import { municipalityOf, secretOf, sourceOf, withStore } from '../with-store.ts'

const shownCounts = ({ accepted, updated, duplicates }: IntakeResult, refused: number) =>
  `${accepted} new, ${updated} updated, ${duplicates} known, ${refused} refused`

export const importCommand: Command = {
  name: 'import',
  usage: 'FILE --source NAME [--mapping FILE] [--wait] [--municipality GM0106]',
  does: 'brings in CSV, XLSX, NDJSON, GeoJSON or the zip of Signalen’s CSV export; running it again brings in only what is new or changed',
  async run(args, io) {
    const { values, positionals } = readOptions(args, {
      source: { type: 'string' },
      mapping: { type: 'string' },
      wait: { type: 'boolean', default: false },
      municipality: { type: 'string' },
    })
    const path = onlyArgument(positionals, 'FILE')
    const name = required(values.source, 'source')
    const mapping = values.mapping === undefined ? null : mappedLayout(JSON.parse(await readFile(values.mapping, 'utf8')))
    let refused = 0
    await withStore(async (store, config) => {
      const municipality = await municipalityOf(store, values.municipality)
      const source = await sourceOf(store, municipality, name)
      const accept = createAccept({ store, secret: await secretOf(config), now: () => new Date(), inboxLimit: Number.POSITIVE_INFINITY })
      const bar = createProgressBar(io, () => Date.now())
      const file = await fileOnDisk(path).catch((error: NodeJS.ErrnoException) => {
        throw error.code === 'ENOENT' ? new UsageError(`${path}: expected a file that can be read`) : error
      })
      const result = await importFile({
        store,
        accept,
        source,
        file,
        mapping,
        now: () => new Date(),
        onProgress: ({ result }) => bar.show(shownCounts(result, refused)),
        onRefused: ({ line, problems }) => {
          refused += 1
          bar.end()
          for (const { field, column, value, expected } of problems) {
            const where = column === field ? field || '(line)' : `${column} (${field})`
            tell(io, `line ${line}: ${where}: ${value || '(absent)'}; ${expected}`)
          }
        },
      })
      if (values.wait)
        await settleWalk(store, municipality.id, (waiting) => bar.show(`${shownCounts(result, refused)}; ${waiting} wait to be placed`))
      bar.end()
      const { accepted, updated, duplicates } = result
      answer(io, { accepted, updated, duplicates, rejected: refused })
    })
    return refused > 0 ? EXIT.refused : EXIT.ok
  },
}
