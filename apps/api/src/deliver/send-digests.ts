import { nextTimeOfDay } from '@rumoer/analysis/decide'
import type { Digest } from '@rumoer/store'
import { errorFields } from '../log.ts'
import { alertLines } from './alert-words.ts'
import type { SenderOptions } from './create-sender.ts'

const DIGEST_AT = '08:30'
const DAY_MS = 86_400_000

/** The last time that a digest was due. */
const lastDigestAt = (at: Date): Date => {
  const yesterdays = nextTimeOfDay(DIGEST_AT, at.getTime() - 1.5 * DAY_MS)
  const next = nextTimeOfDay(DIGEST_AT, yesterdays)
  return new Date(next <= at.getTime() ? next : yesterdays)
}

/** Mails everybody whose digest is due what is new or changed since the last one; somebody without news gets no mail. Answers how many went out. */
export async function sendDigests(options: SenderOptions, at: Date): Promise<number> {
  let sent = 0
  for (const digest of await options.store.deliveries.digests(lastDigestAt(at))) {
    try {
      if (await sendDigest(options, digest, at)) sent += 1
    } catch (error) {
      options.log.warn('digest-failed', { municipality: digest.municipality.id, reason: errorFields(error).reason })
    }
  }
  return sent
}

async function sendDigest({ store, mailer, publicUrl }: SenderOptions, digest: Digest, at: Date): Promise<boolean> {
  const { said, alerts, municipality, userId, to } = digest
  const fresh = alerts.filter(({ alert }) => !said[alert.id] && alert.status !== 'closed')
  const changed = alerts.filter(
    ({ alert }) => said[alert.id] && (said[alert.id]!.level !== alert.level || said[alert.id]!.status !== alert.status),
  )
  const hasNews = fresh.length + changed.length > 0 && to !== null && mailer !== null
  if (hasNews) {
    const url = publicUrl()
    const part = (title: string, told: typeof alerts) =>
      told.length === 0 ? [] : [title, '', ...told.flatMap((one) => [...stateOf(one.alert.status), ...alertLines(one, url), ''])]
    await mailer.send({
      to,
      subject: `Attenderingen in ${municipality.name}: ${fresh.length} nieuw, ${changed.length} veranderd`,
      lines: [...part('Nieuw sinds het vorige overzicht', fresh), ...part('Veranderd sinds het vorige overzicht', changed)],
      messageId: mailer.messageId(`digest-${userId}-${at.toISOString().slice(0, 10)}`),
      inReplyTo: null,
    })
  }
  await store.deliveries.noteDigest(municipality.id, userId, {
    said: Object.fromEntries(
      alerts.filter(({ alert }) => alert.status !== 'closed').map(({ alert: { id, level, status } }) => [id, { level, status }]),
    ),
    deliveryIds: alerts.filter(({ alert }) => alert.status === 'closed').map(({ deliveryId }) => deliveryId),
    at,
  })
  return hasNews
}

const stateOf = (status: string): string[] =>
  status === 'closed' ? ['Gesloten.'] : status === 'acknowledged' ? ['Iemand pakt dit op.'] : []
