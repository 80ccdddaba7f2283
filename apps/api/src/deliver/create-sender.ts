import { setTimeout as delay } from 'node:timers/promises'
import { quietUntil } from '@rumoer/analysis/decide'
import type { DueDelivery, Store } from '@rumoer/store'
import { type EventLog, errorFields } from '../log.ts'
import type { Outbound } from '../outbound/outbound.ts'
import { alertLines, newsOf, subjectOf, webhookBody } from './alert-words.ts'
import { CLOUD_EVENT_TYPE, cloudEvent } from './cloud-event.ts'
import type { Mailer } from './mailer.ts'
import { nextTry } from './next-try.ts'
import { DeliveryError, postWebhook } from './post-webhook.ts'
import { sendDigests } from './send-digests.ts'
import { signatureHeaders, webhookSecret } from './sign.ts'

const MINUTE_MS = 60_000
const LEASE_MS = 2 * MINUTE_MS
const BATCH = 100
const POLL_MS = 1_000
const REPEAT_EVERY_MS = 15_000

export type SenderOptions = {
  store: Store
  secret: Buffer
  mailer: Mailer | null
  outbound: Outbound
  publicUrl: () => string
  now: () => Date
  log: EventLog
}
/** Sends what stands in the outbox of alerts, at least once, each notice under an id of its own. */
export type Sender = {
  start(): void
  stop(): Promise<void>
  /** Sends all that is due now; answers how many notices went out. */
  run(): Promise<number>
}

export function createSender(options: SenderOptions): Sender {
  const { store, mailer, now, log } = options
  const stopping = new AbortController()
  let running: Promise<unknown> = Promise.resolve()
  let repeatedAt = Number.NEGATIVE_INFINITY

  async function run(): Promise<number> {
    const at = now()
    if (Math.abs(at.getTime() - repeatedAt) >= REPEAT_EVERY_MS) {
      repeatedAt = at.getTime()
      await store.deliveries.repeat(at)
    }
    const due = await store.deliveries.claim(at, { leaseMs: LEASE_MS, limit: BATCH })
    let sent = await sendDigests(options, at)
    for (const bundle of bundlesOf(due)) sent += await sendBundle(bundle, at)
    return sent
  }

  /** Notices of one bundle succeed and fail together. */
  async function sendBundle(bundle: readonly DueDelivery[], at: Date): Promise<number> {
    const wanted = bundle.filter(isWanted)
    const unwanted = bundle.filter((one) => !isWanted(one)).map(({ id }) => id)
    if (unwanted.length > 0) await store.deliveries.drop(unwanted)
    const [first] = wanted
    if (!first) return 0
    const ids = wanted.map(({ id }) => id)
    const later = waitUntil(wanted, at)
    if (later !== null) {
      await store.deliveries.postpone(ids, new Date(later))
      return 0
    }
    try {
      const thread = first.channel === 'mail' ? await mailBundle(wanted) : await callWebhook(first, at)
      await store.deliveries.noteSent(ids, { at: now(), thread })
      return wanted.length
    } catch (error) {
      const gone = error instanceof DeliveryError && error.gone
      const retryAt = gone ? null : nextTry(first.attempts + 1, now(), error instanceof DeliveryError ? error.askedMs : null)
      const { reason } = errorFields(error)
      await store.deliveries.noteFailed(ids, { error: reason, retryAt })
      log.warn('delivery-failed', {
        municipality: first.municipality.id,
        channel: first.channel,
        deliveries: ids,
        reason,
        given: retryAt === null,
      })
      return 0
    }
  }

  async function mailBundle(bundle: readonly DueDelivery[]): Promise<string> {
    const [first] = bundle
    if (mailer === null) throw new DeliveryError('mail is not configured: set SMTP_URL and MAIL_FROM', { gone: true })
    const thread = first!.thread
    const messageId = mailer.messageId(first!.id)
    const parts = bundle.map((one) =>
      [...[newsOf(one.kind, one.alert, one.issueLevel) ?? []].flat(), ...alertLines(one, options.publicUrl())].join('\n'),
    )
    const others = bundle.length > 1 ? ` (en nog ${bundle.length - 1})` : ''
    await mailer.send({
      to: first!.to!,
      subject: `${thread === null ? '' : 'Re: '}${subjectOf(first!)}${others}`,
      lines: parts.flatMap((part, place) => (place === 0 ? [part] : ['', part])),
      messageId,
      inReplyTo: thread,
    })
    return messageId
  }

  async function callWebhook(one: DueDelivery, at: Date): Promise<null> {
    const source = one.cloudEventSource
    const body = source
      ? cloudEvent({ id: one.id, kind: one.kind, source, at }, one, options.publicUrl())
      : webhookBody(one.kind, one, one.municipality.code, options.publicUrl(), at)
    const headers = signatureHeaders(webhookSecret(options.secret, one.target), one.id, at, body)
    const call = { headers, body, signal: stopping.signal, ...(source ? { type: CLOUD_EVENT_TYPE } : {}) }
    await postWebhook(options.outbound, one.to!, call)
    return null
  }

  async function keepSending(): Promise<void> {
    while (!stopping.signal.aborted) {
      const sent = await run().catch((error: unknown) => {
        log.error('sender-failed', errorFields(error))
        return 0
      })
      if (sent < BATCH) await delay(POLL_MS, undefined, { signal: stopping.signal }).catch(() => undefined)
    }
  }

  return {
    run,
    start() {
      running = keepSending()
    },
    async stop() {
      stopping.abort()
      await running
      mailer?.close()
    },
  }
}

/** Mail about new alerts of one group to one person goes together; all else alone, in order. */
function bundlesOf(due: readonly DueDelivery[]): DueDelivery[][] {
  const isGrouped = (one: DueDelivery) => one.channel === 'mail' && one.kind === 'raised' && one.groupMinutes > 0 && one.attempts === 0
  return [...Map.groupBy(due, (one) => (isGrouped(one) ? `${one.target}/${one.groupKey}` : one.id)).values()]
}

/** The receiver is still there, and the alert still is what the notice is about. */
function isWanted({ to, kind, alert }: DueDelivery): boolean {
  if (to === null) return false
  if (kind === 'repeat') return alert.status === 'open'
  return kind === 'closed' || alert.status !== 'closed'
}

/** When mail may go at the soonest: after quiet hours, and after the last mail of its group; null when that is now. */
function waitUntil([first]: readonly DueDelivery[], at: Date): number | null {
  const { channel, alert, quiet, kind, groupSentAt, groupMinutes } = first!
  if (channel !== 'mail' || alert.level === 'crisis') return null
  const quietEnds = quietUntil(quiet, at.getTime())
  if (quietEnds !== null) return quietEnds
  const groupEnds = kind === 'raised' && groupSentAt ? groupSentAt.getTime() + groupMinutes * MINUTE_MS : 0
  return groupEnds > at.getTime() ? groupEnds : null
}
