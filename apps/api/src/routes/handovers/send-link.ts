import { randomUUID } from 'node:crypto'
import type { Handover, HandoverWithLink, Municipality, ReceiverKind } from '@rumoer/contracts'
import { handoverMail } from '../../deliver/handover-words.ts'
import { errorFields } from '../../log.ts'
import type { Services } from '../../services.ts'

const AFTER_TERM_MS = 14 * 86_400_000
/** Those who do not sign in here. */
const BY_LINK: readonly ReceiverKind[] = ['department', 'participation', 'wijkmanager']

/** Makes the link of a hand-over, two weeks longer than its term, and mails it where there is an address and a mail server. */
export async function sendLink(services: Services, municipality: Municipality, handover: Handover, by: string): Promise<HandoverWithLink> {
  const { store, links } = services
  if (!BY_LINK.includes(handover.receiver.kind)) return { ...handover, link: null, mailed: false }
  const now = services.now()
  const until = new Date(Math.ceil(Math.max(Date.parse(handover.dueAt), now.getTime()) / 1_000) * 1_000 + AFTER_TERM_MS)
  const version = await store.handovers.renewLink(municipality.id, handover.id, { until, by, now })
  const present = await store.handovers.byId(municipality.id, handover.id, now)
  if (version === null || present === null) return { ...handover, link: null, mailed: false }
  const link = `${services.running.publicUrl}/overdracht#${links.sign({ id: handover.id, version, until })}`
  return { ...present, link, mailed: await mail(services, municipality, present, link, until) }
}

async function mail(
  { mailer, log }: Services,
  { id, name }: Municipality,
  handover: Handover,
  link: string,
  until: Date,
): Promise<boolean> {
  if (mailer === null || handover.mail === null) return false
  const messageId = mailer.messageId(`overdracht-${randomUUID()}`)
  try {
    await mailer.send({ to: handover.mail, ...handoverMail(handover, name, link, until), messageId, inReplyTo: null })
    return true
  } catch (error) {
    log.warn('handover-mail-failed', { municipality: id, handover: handover.id, ...errorFields(error) })
    return false
  }
}
