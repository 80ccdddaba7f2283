import type { Reading } from '@rumoer/contracts'
import type { MessageRow } from './message-rows.ts'

/** What stays of a message whose words are gone: what was counted. Its voice stays too, as the pseudonym that it is. */
export const withoutWords = (row: MessageRow, now: Date): MessageRow => ({
  ...row,
  text: '',
  externalId: null,
  lat: null,
  lon: null,
  address: null,
  reading: wordless(row.reading),
  erasedAt: now,
})

/** What stays of a message that its source erased: not even the voice. */
export const tombstone = (row: MessageRow, now: Date): MessageRow => ({
  ...withoutWords(row, now),
  voice: null,
  countsAsVoice: false,
  hasQuestion: false,
})

const wordless = ({ aspects: _told, special: _special, ...reading }: Reading): Reading => ({
  ...reading,
  keywords: [],
  question: null,
  evidence: [],
  areas: reading.areas.map((area) => ({ ...area, span: null })),
})
