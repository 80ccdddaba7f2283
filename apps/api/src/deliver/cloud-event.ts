import type { Delivery } from '@rumoer/contracts'
import { isSensitive, linkOf, type Told } from './alert-words.ts'

export const CLOUD_EVENT_TYPE = 'application/cloudevents+json; charset=utf-8'

/** Names after the domain and not after us, as the profile asks. */
const TYPES: Readonly<Record<Delivery['kind'], string>> = {
  raised: 'nl.leefbaarheid.buurtissue-ontstaan.v1',
  repeat: 'nl.leefbaarheid.buurtissue-herinnerd.v1',
  updated: 'nl.leefbaarheid.buurtissue-gewijzigd.v1',
  closed: 'nl.leefbaarheid.buurtissue-afgesloten.v1',
  digest: 'nl.leefbaarheid.buurtissue-gewijzigd.v1',
}

/**
 * One notice as a CloudEvent in structured mode, after the NL GOV profile 1.1: poor in information, with the address where the receiver may fetch
 * the rest. `time` is when we wrote it down; `subject` is the id of the issue, and never anything of a person.
 */
export function cloudEvent(
  { id, kind, source, at }: { id: string; kind: Delivery['kind']; source: string; at: Date },
  told: Told,
  publicUrl: string,
): Buffer {
  const { issueId, level, status } = told.alert
  const event = {
    specversion: '1.0',
    id,
    source,
    type: TYPES[kind],
    time: at.toISOString(),
    ...(issueId === null ? {} : { subject: issueId }),
    datacontenttype: 'application/json',
    dataref: linkOf(publicUrl, told),
    data: { niveau: level, status, gebieden: isSensitive(told) ? [] : told.alert.areaCodes },
  }
  return Buffer.from(JSON.stringify(event))
}
