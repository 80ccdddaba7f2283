import { reportQuery } from '@rumoer/contracts'
import { answer, type Command, EXIT, UsageError } from '../command.ts'
import { readOptions, required } from '../read-options.ts'
import { municipalityOf, withStore } from '../with-store.ts'

export const report: Command = {
  name: 'report',
  usage: '--on 2026-11-23 [--period week|month] [--area CODE] [--channel C] [--municipality GM0106]',
  does: 'prints the reputation report of the week or month that holds a day, as JSON',
  async run(args, io) {
    const { values } = readOptions(args, {
      on: { type: 'string' },
      period: { type: 'string', default: 'week' },
      area: { type: 'string' },
      channel: { type: 'string' },
      municipality: { type: 'string' },
    })
    const { municipality: code, ...asked } = values
    const query = reportQuery.safeParse({ ...asked, on: required(values.on, 'on') })
    if (!query.success) throw new UsageError(query.error.issues.map((issue) => `--${issue.path.join('.')}: ${issue.message}`).join('; '))
    await withStore(async (store) => {
      const municipality = await municipalityOf(store, code)
      answer(io, await store.reports.reputation(municipality.id, query.data, new Date()))
    })
    return EXIT.ok
  },
}
