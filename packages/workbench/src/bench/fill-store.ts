import { randomBytes, randomUUID } from 'node:crypto'
import { createReader } from '@rumoer/analysis/read'
import { areaChain, DEFAULT_TAXONOMY, type RawMessage } from '@rumoer/contracts'
import { lindehaven } from '@rumoer/simulator'
import type { InboxItem, Ownership, Store, WaitingMessage, WalkCommit, WalkedMessage } from '@rumoer/store'
import { progress } from './outcome.ts'

const BATCH = 2_000
const MESSAGES_PER_ISSUE = 20
const HOUR_MS = 3_600_000
const TELL_EVERY = 100_000

type Fill = { store: Store; ownership: Ownership; sourceId: string; count: number; texts: readonly RawMessage[]; now: () => Date }

/**
 * Stores many past messages through the store's own accept and commit, in issues that are over: everything that a walk writes, without the
 * thinking. Their readings are real, one per text, and are used again and again.
 */
export async function fillStore({ store, ownership, sourceId, count, texts, now }: Fill): Promise<void> {
  const { areas, places } = lindehaven()
  const read = createReader({ areas, places, taxonomy: DEFAULT_TAXONOMY })
  const readings = texts.map((raw) =>
    read({ text: raw.text, kind: raw.kind, channel: raw.channel, givenAreaCode: raw.location?.areaCode ?? null }),
  )
  const buurten = areas.filter(({ level }) => level === 'buurt').map(({ code }) => code)
  for (let stored = 0; stored < count; ) {
    const size = Math.min(BATCH, count - stored)
    // Older than every hour that a sweep looks at, a year at most, so that time series have a realistic length.
    const createdAt = new Date(now().getTime() - 9 * 24 * HOUR_MS - (1 - stored / count) * 350 * 24 * HOUR_MS)
    const items = Array.from({ length: size }, (_, at) => inboxItem(texts[(stored + at) % texts.length]!, sourceId, createdAt))
    await store.inbox.accept(ownership.municipalityId, items, now())
    const waiting = await store.inbox.waiting(ownership.municipalityId, size)
    const walked = waiting.map((row, at) => {
      const position = (stored + at) % texts.length
      return walkedMessage(row, readings[position]!, buurten[Math.floor((stored + at) / MESSAGES_PER_ISSUE) % buurten.length]!)
    })
    await store.walk.commit(ownership, closedIssues(walked, createdAt, now()))
    if (Math.floor(stored / TELL_EVERY) !== Math.floor((stored + size) / TELL_EVERY))
      progress(`filled with ${stored + size} of ${count} messages`)
    stored += size
  }
}

function inboxItem(raw: RawMessage, sourceId: string, createdAt: Date): InboxItem {
  return {
    messageId: randomUUID(),
    sourceId,
    externalKey: randomBytes(32),
    contentHash: randomBytes(32),
    updatedAt: null,
    payload: {
      externalId: null,
      kind: raw.kind,
      channel: raw.channel,
      text: raw.text,
      language: 'nl',
      location: null,
      givenAreaCode: null,
      givenCategory: null,
      voice: randomBytes(16).toString('base64url'),
      reach: null,
      createdAt: createdAt.toISOString(),
      closedAt: null,
    },
    sealed: null,
  }
}

const walkedMessage = ({ seq, message }: WaitingMessage, reading: WalkedMessage['reading'], areaCode: string): WalkedMessage => ({
  seq,
  message,
  reading: {
    ...reading,
    areas: areaChain(areaCode).map((code, at) => ({
      code,
      level: (['buurt', 'wijk', 'gemeente'] as const)[at]!,
      confidence: 1,
      span: null,
    })),
  },
  mood: reading.sentiment.label,
  areaCode,
  issueId: '',
  countsAsVoice: message.kind !== 'article',
})

/** Every twenty messages one issue, opened and retired in the same commit. */
function closedIssues(walked: readonly WalkedMessage[], createdAt: Date, now: Date): WalkCommit {
  const ids = Array.from({ length: Math.ceil(walked.length / MESSAGES_PER_ISSUE) }, () => randomUUID())
  const category = { main: walked[0]!.reading.category.main, sub: walked[0]!.reading.category.sub }
  return {
    walked: walked.map((one, at) => ({ ...one, issueId: ids[Math.floor(at / MESSAGES_PER_ISSUE)]! })),
    opened: ids.map((id) => ({ id, title: 'Afgelopen kwestie', category, firstAt: createdAt })),
    touched: ids.map((id) => ({
      id,
      title: 'Afgelopen kwestie',
      keywords: [],
      category,
      line: [],
      lineEndsAt: createdAt,
      lastAt: createdAt,
    })),
    states: [],
    retired: ids,
    now,
  }
}
