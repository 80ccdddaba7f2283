import type { Services } from '../services.ts'
import { newSecret } from './new-secret.ts'

const INVITE_MS = 30 * 60_000

/** A sign-in link that works once, for half an hour. The token stands behind the `#`, so that no server log sees it. */
export async function inviteLink({ store, now, running }: Pick<Services, 'store' | 'now' | 'running'>, userId: string): Promise<string> {
  const { secret, hash } = newSecret('')
  const at = now()
  await store.access.addInvite({ userId, tokenHash: hash, expiresAt: new Date(at.getTime() + INVITE_MS), now: at })
  return `${running.publicUrl}/aanmelden#${secret}`
}
