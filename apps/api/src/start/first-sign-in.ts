import { inviteLink } from '../access/invite.ts'
import type { Services } from '../services.ts'

/** The first administrator of an installation: its address is no mailbox. */
const FIRST_ADMINISTRATOR = { email: 'admin@rumoer.example', name: 'Beheerder' } as const

/** Makes the first administrator when there is none, and answers the sign-in link that is shown once; null when there is one already. */
export async function firstSignIn(services: Services): Promise<string | null> {
  const { access } = services.store
  if (await access.anyAdministrator()) return null
  const user = await access.addUser({ municipalityId: null, ...FIRST_ADMINISTRATOR, role: 'beheerder', now: services.now() })
  return inviteLink(services, user.id)
}
