import type { Handover, HandoverKind, HandoverStatus, ReceiverKind } from '@rumoer/contracts'
import type { Ownership } from './store.ts'

/** One to add; the caller has checked what it points at. */
export type HandoverInput = {
  kind: HandoverKind
  messageId: string | null
  issueId: string | null
  receiver: { kind: ReceiverKind; code: string | null; name: string }
  mail: string | null
  note: string
  externalId: string | null
  dueAt: Date
}
export type HandoverFilter = {
  kind?: HandoverKind | undefined
  status?: HandoverStatus | 'open' | undefined
  overdue?: boolean | undefined
  receiver?: ReceiverKind | undefined
  receiverCode?: string | undefined
  message?: string | undefined
  issue?: string | undefined
  /** Those that go to this address. */
  mail?: string | undefined
}
export type HandoverChange = {
  /** The version that was seen. */
  version: number
  status?: HandoverStatus | undefined
  dueAt?: Date | undefined
  note?: string | undefined
  externalId?: string | null | undefined
  mail?: string | null | undefined
  /** The receiver's own words. */
  answer?: string | undefined
  by: string
  now: Date
}

export type HandoverQuestions = {
  /** Overdue first, then open by term, then closed with the latest first; at most 5,000. */
  list(municipalityId: number, filter: HandoverFilter, now: Date): Promise<Handover[]>
  byId(municipalityId: number, id: string, now: Date): Promise<Handover | null>
  /** All of them or none, each on the timeline of its issue. */
  add(municipalityId: number, inputs: readonly HandoverInput[], by: { by: string; now: Date }): Promise<Handover[]>
  /** Null when unknown; throws `StaleVersionError` carrying the present one when `version` is not the present one. */
  change(municipalityId: number, id: string, change: HandoverChange): Promise<Handover | null>
  /** Makes every earlier link useless; answers the number of the new one, that works until `until`. Null until: no link works. Null when unknown. */
  renewLink(municipalityId: number, id: string, input: { until: Date | null; by: string; now: Date }): Promise<number | null>
  /** The hand-over that a link opens; null once it is over, revoked or followed by another. */
  byLink(id: string, linkVersion: number, now: Date): Promise<{ municipalityId: number; handover: Handover } | null>
  /** Closes what the receiver's own system closed since it was handed over; answers how many. */
  settle(ownership: Ownership, now: Date): Promise<number>
}
