import { newUser } from '@rumoer/contracts'
import type { Store } from '@rumoer/store'
import { answer, type Command, EXIT, UsageError } from '../command.ts'
import { newSecret } from '../new-secret.ts'
import { onlyArgument, readOptions, required } from '../read-options.ts'
import { municipalityOf, withStore } from '../with-store.ts'

const INVITE_MS = 30 * 60_000

/** A sign-in link that works once, for half an hour. */
async function inviteLink(store: Store, userId: string, publicUrl: string, now: Date): Promise<string> {
  const { secret, hash } = newSecret('')
  await store.access.addInvite({ userId, tokenHash: hash, expiresAt: new Date(now.getTime() + INVITE_MS), now })
  return `${publicUrl}/aanmelden#${secret}`
}

export const userAdd: Command = {
  name: 'user add',
  usage: '--email E --name N --role adviseur [--municipality GM0106]',
  does: 'adds a person; prints {id, link}: a sign-in link that works once, for 30 minutes',
  async run(args, io) {
    const { values } = readOptions(args, {
      email: { type: 'string' },
      name: { type: 'string' },
      role: { type: 'string', default: 'lezer' },
      municipality: { type: 'string' },
    })
    const checked = newUser.safeParse({ email: required(values.email, 'email'), name: required(values.name, 'name'), role: values.role })
    if (!checked.success)
      throw new UsageError(checked.error.issues.map((issue) => `--${issue.path.join('.')}: ${issue.message}`).join('; '))
    await withStore(async (store, config) => {
      const municipality = await municipalityOf(store, values.municipality)
      const now = new Date()
      const user = await store.access.addUser({ municipalityId: municipality.id, ...checked.data, now })
      await store.audit.write({
        municipalityId: municipality.id,
        by: 'command line',
        action: 'user.add',
        subject: user.id,
        detail: user.role,
        now,
      })
      answer(io, { id: user.id, link: await inviteLink(store, user.id, config.publicUrl, now) })
    })
    return EXIT.ok
  },
}

export const userInvite: Command = {
  name: 'user invite',
  usage: 'EMAIL',
  does: 'makes another sign-in link for a person; prints {id, link}',
  async run(args, io) {
    const { positionals } = readOptions(args, {})
    const email = onlyArgument(positionals, 'EMAIL')
    await withStore(async (store, config) => {
      const user = await store.access.userByEmail(email)
      if (!user || user.revokedAt !== null) throw new UsageError('EMAIL: expected the address of a person here')
      answer(io, { id: user.id, link: await inviteLink(store, user.id, config.publicUrl, new Date()) })
    })
    return EXIT.ok
  },
}

export const userList: Command = {
  name: 'user list',
  usage: '[--municipality GM0106]',
  does: 'prints each person as a line of JSON',
  async run(args, io) {
    const { values } = readOptions(args, { municipality: { type: 'string' } })
    await withStore(async (store) => {
      const municipality = values.municipality === undefined ? null : (await municipalityOf(store, values.municipality)).id
      for (const user of await store.access.users(municipality)) answer(io, user)
    })
    return EXIT.ok
  },
}

export const userRevoke: Command = {
  name: 'user revoke',
  usage: 'EMAIL',
  does: 'takes a person’s access away and ends all sessions',
  async run(args, io) {
    const { positionals } = readOptions(args, {})
    const email = onlyArgument(positionals, 'EMAIL')
    return withStore(async (store) => {
      const user = await store.access.userByEmail(email)
      const revoked = user !== null && (await store.access.revokeUser(user.id, new Date()))
      if (user && revoked) await store.access.revokeSessionsOf(user.id)
      answer(io, { revoked })
      return revoked ? EXIT.ok : EXIT.refused
    })
  },
}
