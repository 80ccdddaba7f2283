import { createHash, randomUUID } from 'node:crypto'
import type { Area, Reading } from '@rumoer/contracts'
import type { AcceptOutcome, InboxItem, InboxPayload, Ownership, SourceRow, Store, WalkCommit, WalkedMessage } from '../store.ts'

export const NOW = new Date('2026-11-24T09:00:00Z')
const HOUR_MS = 3_600_000

/** What a test says of a message; the rest is a melding about a lamp post. */
export type Said = {
  /** Which message: the same key comes again as a revision. */
  key: string
  content?: string
  text?: string
  kind?: InboxPayload['kind']
  channel?: string
  voice?: string | null
  createdAt?: Date
  closedAt?: Date | null
  updatedAt?: Date | null
}
/** How a test wants a message walked. */
export type Placed = {
  issue: string
  areaCode?: string | null
  mood?: WalkedMessage['mood']
  category?: { main: string; sub: string }
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
export const externalKeyOf = (key: string): Buffer => digest(`key ${key}`)

/** A municipality of its own on one store, walked by hand. */
export type TestTown = {
  id: number
  source: SourceRow
  ownership: Ownership
  item(said: Said): InboxItem
  accept(said: readonly Said[], now?: Date): Promise<AcceptOutcome[]>
  /** Walks all that waits, each message as `place` says by its key. */
  walk(place: (message: { key: string; text: string }) => Placed, now?: Date): Promise<void>
  /** The batch that would walk all that waits. */
  batch(place: (message: { key: string; text: string }) => Placed, now?: Date): Promise<WalkCommit>
  /** Ids of issues by the names that tests give them. */
  issueId(name: string): string
}

let towns = 0

export async function openTestTown(store: Store): Promise<TestTown> {
  towns += 1
  const municipality = await store.municipalities.add({ code: `GM${String(8_000 + towns)}`, name: `Lindehaven ${towns}`, now: NOW })
  const source = await store.sources.add(municipality.id, { name: 'Proef', kind: 'http', channel: 'form', now: NOW })
  const ownership = await store.walk.own(municipality.id)
  if (!ownership) throw new Error('expected a municipality that nobody owns')
  const ids = new Map<string, string>()
  const opened = new Set<string>()
  const issueId = (name: string) => {
    const id = ids.get(name) ?? randomUUID()
    ids.set(name, id)
    return id
  }
  const item = (said: Said): InboxItem => toItem(source.id, said)
  const batch: TestTown['batch'] = async (place, now = NOW) => {
    const waiting = await store.inbox.waiting(municipality.id, 1_000)
    const walked = waiting.map(({ seq, message }): WalkedMessage => {
      const {
        issue,
        areaCode = 'BU99010101',
        mood = 'negative',
        category = { main: 'wegen', sub: 'lantaarnpaal' },
      } = place({
        key: message.externalId ?? '',
        text: message.text,
      })
      const reading = testReading(mood, category, areaCode)
      return { seq, message, reading, mood, areaCode, issueId: issueId(issue), countsAsVoice: message.kind !== 'article' }
    })
    const touched = [...new Set(walked.map((one) => one.issueId))]
    const fresh = touched.filter((id) => !opened.has(id))
    for (const id of fresh) opened.add(id)
    const category = { main: 'wegen', sub: 'lantaarnpaal' }
    return {
      walked,
      opened: fresh.map((id) => ({ id, title: 'Lantaarnpaal kapot', category, firstAt: now })),
      touched: touched.map((id) => ({
        id,
        title: 'Lantaarnpaal kapot',
        keywords: ['lantaarnpaal'],
        category,
        line: [1],
        lineEndsAt: now,
        lastAt: now,
      })),
      states: touched.map((id) => ({ issueId: id, state: { messages: walked.length } })),
      retired: [],
      now,
    }
  }
  return {
    id: municipality.id,
    source,
    ownership,
    item,
    issueId,
    batch,
    accept: (said, now = NOW) => store.inbox.accept(municipality.id, said.map(item), now),
    async walk(place, now = NOW) {
      await store.walk.commit(ownership, await batch(place, now))
    },
  }
}

function toItem(sourceId: string, said: Said): InboxItem {
  const { key, text = 'De lantaarnpaal in de straat is kapot', content = JSON.stringify(said), updatedAt = null } = said
  return {
    messageId: randomUUID(),
    sourceId,
    externalKey: externalKeyOf(key),
    contentHash: digest(content),
    updatedAt,
    sealed: { bytes: Buffer.from(`sealed ${key}`), expiresAt: new Date(NOW.getTime() + 24 * HOUR_MS) },
    payload: {
      externalId: key,
      kind: said.kind ?? 'melding',
      channel: said.channel ?? 'form',
      text,
      language: 'nl',
      createdAt: (said.createdAt ?? NOW).toISOString(),
      closedAt: said.closedAt?.toISOString() ?? null,
      location: { lat: 52.6, lon: 5.3, address: 'Dorpsstraat 1' },
      givenAreaCode: null,
      givenCategory: null,
      voice: said.voice === undefined ? `bewoner van ${key}` : said.voice,
      reach: null,
    },
  }
}

export function testReading(mood: WalkedMessage['mood'], category: { main: string; sub: string }, areaCode: string | null): Reading {
  return {
    language: 'nl',
    sentiment: { score: mood === 'negative' ? -0.5 : mood === 'positive' ? 0.5 : 0, label: mood, confidence: 0.8 },
    towardsMunicipality: null,
    keywords: [{ term: 'lantaarnpaal', weight: 2 }],
    category: { ...category, confidence: 0.9 },
    department: null,
    areas: areaCode === null ? [] : [{ code: areaCode, level: 'buurt', confidence: 1, span: [0, 2] }],
    roles: [],
    facets: [{ facet: 'melding', confidence: 0.9 }],
    question: 'Wanneer is het klaar?',
    avoidable: null,
    evidence: [{ label: 'sentiment', span: [0, 5], words: ['kapot'] }],
  }
}

const outline = (west: number): Area['geometry'] => ({
  type: 'MultiPolygon',
  coordinates: [
    [
      [
        [west, 52.6],
        [west + 0.01, 52.6],
        [west + 0.01, 52.61],
        [west, 52.6],
      ],
    ],
  ],
})
const area = (code: string, level: Area['level'], name: string, parentCode: string | null): Area => ({
  code,
  level,
  name,
  parentCode,
  inhabitants: 1_200,
  geometry: level === 'buurt' ? outline(5.3) : null,
})
export const TEST_AREAS: readonly Area[] = [
  area('GM9901', 'gemeente', 'Lindehaven', null),
  area('WK990101', 'wijk', 'Havenwijk', 'GM9901'),
  area('WK990102', 'wijk', 'Élan', 'GM9901'),
  area('BU99010101', 'buurt', 'Havenkwartier', 'WK990101'),
  area('BU99010102', 'buurt', 'Oude Dijk', 'WK990101'),
  area('BU99010201', 'buurt', 'zonneweide', 'WK990102'),
]
