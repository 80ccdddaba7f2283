import { ROLES } from '@rumoer/contracts'
import { answer, type Command, EXIT, UsageError } from '../command.ts'
import { newSecret } from '../new-secret.ts'
import { onlyArgument, readOptions, required } from '../read-options.ts'
import { municipalityOf, withStore } from '../with-store.ts'

export const keyAdd: Command = {
  name: 'key add',
  usage: '--role lezer --name N [--municipality GM0106]',
  does: 'adds a key for the API and the stream; prints {id, key}, shown once',
  async run(args, io) {
    const { values } = readOptions(args, {
      role: { type: 'string', default: 'lezer' },
      name: { type: 'string' },
      municipality: { type: 'string' },
    })
    const name = required(values.name, 'name')
    const role = ROLES.find((one) => one === values.role)
    if (!role) throw new UsageError(`--role: ${values.role.slice(0, 80)}; expected ${ROLES.join(', ')}`)
    await withStore(async (store) => {
      const municipality = await municipalityOf(store, values.municipality)
      const { secret, hash } = newSecret('rumoer_')
      const now = new Date()
      const { id } = await store.access.addKey({ municipalityId: municipality.id, name, role, sourceId: null, secretHash: hash, now })
      await store.audit.write({ municipalityId: municipality.id, by: 'command line', action: 'key.add', subject: id, detail: role, now })
      answer(io, { id, key: secret })
    })
    return EXIT.ok
  },
}

export const keyList: Command = {
  name: 'key list',
  usage: '[--municipality GM0106]',
  does: 'prints each key as a line of JSON, without its secret',
  async run(args, io) {
    const { values } = readOptions(args, { municipality: { type: 'string' } })
    await withStore(async (store) => {
      const municipality = await municipalityOf(store, values.municipality)
      for (const key of await store.access.keys(municipality.id)) answer(io, key)
    })
    return EXIT.ok
  },
}

export const keyRevoke: Command = {
  name: 'key revoke',
  usage: 'ID-OR-NAME [--municipality GM0106]',
  does: 'revokes a key; open streams that use it close within ten seconds',
  async run(args, io) {
    const { values, positionals } = readOptions(args, { municipality: { type: 'string' } })
    const idOrName = onlyArgument(positionals, 'ID or NAME')
    return withStore(async (store) => {
      const municipality = await municipalityOf(store, values.municipality)
      const revoked = await store.access.revokeKey(municipality.id, idOrName, new Date())
      answer(io, { revoked })
      return revoked ? EXIT.ok : EXIT.refused
    })
  },
}
