import { channel, SOURCE_KINDS } from '@rumoer/contracts'
import { answer, type Command, EXIT, UsageError } from '../command.ts'
import { newSecret } from '../new-secret.ts'
import { readOptions, required } from '../read-options.ts'
import { municipalityOf, withStore } from '../with-store.ts'

export const sourceAdd: Command = {
  name: 'source add',
  usage: '--name N --kind http --channel website [--municipality GM0106]',
  does: 'adds a source; prints {id, key}: the bearer key for POST /v1/messages, shown once',
  async run(args, io) {
    const { values } = readOptions(args, {
      name: { type: 'string' },
      kind: { type: 'string', default: 'http' },
      channel: { type: 'string' },
      municipality: { type: 'string' },
    })
    const name = required(values.name, 'name')
    const kind = SOURCE_KINDS.find((one) => one === values.kind)
    if (!kind) throw new UsageError(`--kind: ${values.kind.slice(0, 80)}; expected ${SOURCE_KINDS.join(', ')}`)
    const checked = channel.safeParse(required(values.channel, 'channel'))
    if (!checked.success) throw new UsageError(`--channel: ${checked.error.issues[0]!.message}`)
    await withStore(async (store) => {
      const municipality = await municipalityOf(store, values.municipality)
      const now = new Date()
      const source = await store.sources.add(municipality.id, { name, kind, channel: checked.data, now })
      const { secret, hash } = newSecret('rumoer_')
      await store.access.addKey({ municipalityId: municipality.id, name, role: null, sourceId: source.id, secretHash: hash, now })
      await store.audit.write({ municipalityId: municipality.id, by: 'command line', action: 'source.add', subject: source.id, now })
      answer(io, { id: source.id, key: secret })
    })
    return EXIT.ok
  },
}

export const sourceList: Command = {
  name: 'source list',
  usage: '[--municipality GM0106]',
  does: 'prints each source as a line of JSON',
  async run(args, io) {
    const { values } = readOptions(args, { municipality: { type: 'string' } })
    await withStore(async (store) => {
      const municipality = await municipalityOf(store, values.municipality)
      for (const source of await store.sources.list(municipality.id, new Date())) answer(io, source)
    })
    return EXIT.ok
  },
}

export const sourceRevoke: Command = {
  name: 'source revoke',
  usage: 'NAME [--municipality GM0106]',
  does: 'revokes the keys of a source; its messages stay',
  async run(args, io) {
    const { values, positionals } = readOptions(args, { municipality: { type: 'string' } })
    const name = positionals[0]
    if (name === undefined) throw new UsageError('expected the NAME of a source')
    return withStore(async (store) => {
      const municipality = await municipalityOf(store, values.municipality)
      const keys = (await store.access.keys(municipality.id)).filter((key) => key.source === name && key.revokedAt === null)
      for (const key of keys) await store.access.revokeKey(municipality.id, key.id, new Date())
      answer(io, { revoked: keys.length })
      return keys.length > 0 ? EXIT.ok : EXIT.refused
    })
  },
}
