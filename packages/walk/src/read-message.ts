import type { ClusterItem } from '@rumoer/analysis/cluster'
import type { Message, Reading } from '@rumoer/contracts'
import type { SourceRow } from '@rumoer/store'
import type { Mind } from './mind.ts'

/** Reads one message: the source's own category is mapped by the source's table first. */
export function readMessage(mind: Mind, source: SourceRow, message: Message): Reading {
  const given = message.givenCategory
  const mapped = given ? (source.categoryMap[`${given.main}/${given.sub ?? ''}`] ?? source.categoryMap[given.main] ?? given) : null
  return mind.read({
    text: message.text,
    kind: message.kind,
    channel: message.channel,
    language: message.language,
    location: message.location,
    givenAreaCode: message.givenAreaCode,
    givenCategory: mapped,
  })
}

/** What the clusterer looks at. */
export function clusterItem(message: Message, reading: Reading, areaCode: string | null): ClusterItem {
  return {
    id: message.id,
    text: message.text,
    language: reading.language,
    createdAt: Date.parse(message.createdAt),
    areaCode,
    lat: message.location?.lat ?? null,
    lon: message.location?.lon ?? null,
    category: { main: reading.category.main, sub: reading.category.sub },
    kind: message.kind,
    channel: message.channel,
    closed: message.closedAt !== null,
  }
}
