import type { Message, MessageOut, PlacedMessage, Reading, ReadingCorrection } from '@rumoer/contracts'
import { areaChain } from '@rumoer/contracts'
import { overlayReading } from './overlay-reading.ts'
import type { messages } from './schema/index.ts'
import type { WalkedMessage } from './store.ts'
import type { Tally } from './tally.ts'

export type MessageRow = Omit<typeof messages.$inferSelect, 'search'>

/** The columns that people filter and count by: the machine's reading, or a person's correction of it. */
export function hotColumns(
  reading: Reading,
  machine: { mood: WalkedMessage['mood']; areaCode: string | null },
  correction: ReadingCorrection | null,
) {
  const seen = overlayReading(reading, correction)
  const recast = correction?.sentiment !== undefined || correction?.towardsMunicipality !== undefined
  return {
    mood: recast ? (seen.towardsMunicipality ?? seen.sentiment).label : machine.mood,
    areaCode: correction?.areaCode === undefined ? machine.areaCode : correction.areaCode,
    categoryMain: seen.category.main,
    categorySub: seen.category.sub,
    hasQuestion: seen.question !== null,
  }
}

/** A walked message as it is stored; `received_at` comes from its inbox row. */
export function toMessageRow(
  walked: WalkedMessage,
  municipalityId: number,
  before: MessageRow | undefined,
): Omit<MessageRow, 'receivedAt'> {
  const { message, reading } = walked
  const correction = before?.correction ?? null
  return {
    municipalityId,
    id: message.id,
    revision: message.revision,
    sourceId: message.sourceId,
    externalId: message.externalId,
    kind: message.kind,
    channel: message.channel,
    text: message.text,
    language: message.language,
    createdAt: new Date(message.createdAt),
    closedAt: message.closedAt === null ? null : new Date(message.closedAt),
    lat: message.location?.lat ?? null,
    lon: message.location?.lon ?? null,
    address: message.location?.address ?? null,
    givenAreaCode: message.givenAreaCode,
    givenMain: message.givenCategory?.main ?? null,
    givenSub: message.givenCategory?.sub ?? null,
    voice: message.voice,
    countsAsVoice: before?.countsAsVoice ?? walked.countsAsVoice,
    reach: message.reach,
    issueId: walked.issueId,
    reading,
    correction,
    erasedAt: null,
    ...hotColumns(reading, walked, correction),
  }
}

export function tallyOf(row: Omit<MessageRow, 'receivedAt'>): Tally {
  return {
    issueId: row.issueId,
    areaCode: row.areaCode,
    category: row.categoryMain,
    mood: row.mood,
    channel: row.channel,
    voice: row.voice,
    countsAsVoice: row.countsAsVoice,
    openMelding: row.kind === 'melding' && row.closedAt === null,
    createdAtMs: row.createdAt.getTime(),
  }
}

export function toPlacedMessage(row: Omit<MessageRow, 'receivedAt'>, receivedAt: string): PlacedMessage {
  return {
    id: row.id,
    revision: row.revision,
    issue: row.issueId,
    kind: row.kind,
    channel: row.channel,
    areaCode: row.areaCode,
    category: row.categoryMain,
    sentiment: row.mood,
    createdAt: row.createdAt.toISOString(),
    receivedAt,
  }
}

const locationOf = ({ lat, lon, address }: Pick<MessageRow, 'lat' | 'lon' | 'address'>): Message['location'] =>
  lat === null && lon === null && address === null ? null : { lat, lon, address }

/** The walk's own view of a stored message. */
export function toMessage(row: MessageRow): Message {
  return {
    id: row.id,
    revision: row.revision,
    sourceId: row.sourceId,
    externalId: row.externalId,
    kind: row.kind,
    channel: row.channel,
    text: row.text,
    language: row.language,
    createdAt: row.createdAt.toISOString(),
    receivedAt: row.receivedAt.toISOString(),
    closedAt: row.closedAt?.toISOString() ?? null,
    location: locationOf(row),
    givenAreaCode: row.givenAreaCode,
    givenCategory: row.givenMain === null ? null : { main: row.givenMain, sub: row.givenSub },
    voice: row.voice,
    reach: row.reach,
  }
}

/** What goes out; an area is told with the wijk and gemeente that it lies in. */
export function toMessageOut(row: MessageRow, sourceName: string): MessageOut {
  return {
    id: row.id,
    externalId: row.externalId,
    source: { id: row.sourceId, name: sourceName },
    kind: row.kind,
    channel: row.channel,
    text: row.text,
    language: row.language,
    createdAt: row.createdAt.toISOString(),
    receivedAt: row.receivedAt.toISOString(),
    closedAt: row.closedAt?.toISOString() ?? null,
    location: locationOf(row),
    areaCode: row.areaCode,
    areaCodes: row.areaCode === null ? [] : areaChain(row.areaCode),
    issue: row.issueId,
    reading: overlayReading(row.reading, row.correction),
  }
}
