import { municipalityCode } from '@rumoer/contracts'
import { answer, type Command, EXIT, UsageError } from '../command.ts'
import { readOptions, required } from '../read-options.ts'
import { withStore } from '../with-store.ts'

export const municipalityAdd: Command = {
  name: 'municipality add',
  usage: '--code GM0106 --name Assen',
  does: 'adds a municipality; prints it as JSON',
  async run(args, io) {
    const { values } = readOptions(args, { code: { type: 'string' }, name: { type: 'string' } })
    const code = municipalityCode.safeParse(required(values.code, 'code'))
    if (!code.success) throw new UsageError(`--code: ${code.error.issues[0]!.message}`)
    const name = required(values.name, 'name')
    await withStore(async (store) => answer(io, await store.municipalities.add({ code: code.data, name, now: new Date() })))
    return EXIT.ok
  },
}

export const municipalityList: Command = {
  name: 'municipality list',
  usage: '',
  does: 'prints each municipality as a line of JSON',
  async run(args, io) {
    readOptions(args, {})
    await withStore(async (store) => {
      for (const one of await store.municipalities.list()) answer(io, one)
    })
    return EXIT.ok
  },
}
