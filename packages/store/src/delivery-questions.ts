import type { Alert, DayHours, Delivery, Level, NewWebhook, Webhook } from '@rumoer/contracts'

/** Somebody who must hear of an alert. */
export type DeliveryInput = {
  ruleId: string
  channel: Delivery['channel']
  target: string
  digest: boolean
  groupKey: string
  groupMinutes: number
  quiet: DayHours | null
  repeatMinutes: number
}
/** A notice that is due, with the alert as it stands now. */
export type DueDelivery = {
  id: string
  municipality: { id: number; code: string; name: string }
  kind: Delivery['kind']
  channel: Delivery['channel']
  target: string
  /** Address of the person or of the webhook; null when they are gone. */
  to: string | null
  /** Of a webhook that takes CloudEvents. */
  cloudEventSource: string | null
  alert: Alert
  /** Main category of its issue. */
  category: string | null
  /** How its issue stands now, calm when its episode is over; null for a finding on areas. */
  issueLevel: Level | null
  areaNames: string[]
  attempts: number
  createdAt: Date
  groupKey: string
  groupMinutes: number
  quiet: DayHours | null
  /** When the group last went out to this receiver. */
  groupSentAt: Date | null
  /** The mail that this alert went out in first. */
  thread: string | null
}
/** What a digest may tell a person: alerts of their rules that were raised or changed lately. */
export type DigestAlert = { deliveryId: string; alert: Alert; category: string | null; areaNames: string[] }
export type Digest = {
  municipality: { id: number; code: string; name: string }
  userId: string
  to: string | null
  /** What the last one said of each alert. */
  said: Record<string, { level: Level; status: string }>
  alerts: DigestAlert[]
}
export type DeliveryQuestions = {
  webhooks(municipalityId: number): Promise<Webhook[]>
  addWebhook(
    municipalityId: number,
    input: Omit<NewWebhook, 'cloudEventSource'> & { cloudEventSource?: string | null; now: Date },
  ): Promise<Webhook>
  removeWebhook(municipalityId: number, id: string, now: Date): Promise<boolean>
  /** Newest first. */
  list(municipalityId: number, query: { alert?: string; limit: number }): Promise<Delivery[]>
  /** Takes due notices in hand for a while, of all municipalities, oldest first; no two senders get the same. */
  claim(now: Date, query: { leaseMs: number; limit: number }): Promise<DueDelivery[]>
  postpone(ids: readonly string[], dueAt: Date): Promise<void>
  noteSent(ids: readonly string[], sent: { at: Date; thread: string | null }): Promise<void>
  /** `retryAt` null: it is given up. */
  noteFailed(ids: readonly string[], failure: { error: string; retryAt: Date | null }): Promise<void>
  drop(ids: readonly string[]): Promise<void>
  /** Tells open alerts that nobody took up again, to whoever was told so long ago; answers how many. */
  repeat(now: Date): Promise<number>
  /** People whose digest was not made since `dueAt` and who have something in it from before, as it stands now. */
  digests(dueAt: Date): Promise<Digest[]>
  /** Remembers what was said, and takes out the notices that need no telling any more. */
  noteDigest(
    municipalityId: number,
    userId: string,
    digest: { said: Digest['said']; deliveryIds: readonly string[]; at: Date },
  ): Promise<void>
}
