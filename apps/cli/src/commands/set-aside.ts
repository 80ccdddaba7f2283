import { answer, type Command, EXIT } from '../command.ts'
import { readOptions } from '../read-options.ts'
import { municipalityOf, withStore } from '../with-store.ts'

export const setAsideList: Command = {
  name: 'set-aside list',
  usage: '[--municipality GM0106]',
  does: 'prints each message that could not be walked, with its error',
  async run(args, io) {
    const { values } = readOptions(args, { municipality: { type: 'string' } })
    await withStore(async (store) => {
      const municipality = await municipalityOf(store, values.municipality)
      for (const one of await store.inbox.listSetAside(municipality.id)) answer(io, one)
    })
    return EXIT.ok
  },
}

export const setAsideRetry: Command = {
  name: 'set-aside retry',
  usage: '[--municipality GM0106]',
  does: 'puts set-aside messages back into the inbox',
  async run(args, io) {
    const { values } = readOptions(args, { municipality: { type: 'string' } })
    await withStore(async (store) => {
      const municipality = await municipalityOf(store, values.municipality)
      answer(io, { retried: await store.inbox.retrySetAside(municipality.id, new Date()) })
    })
    return EXIT.ok
  },
}
