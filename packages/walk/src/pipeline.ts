import { moodOf, smallestArea } from '@rumoer/contracts'
import type { Store, TouchedIssue, WaitingMessage, WalkCommit, WalkedMessage } from '@rumoer/store'
import { type Mind, refreshKnowledge, sourceOf } from './mind.ts'
import { clusterItem, readMessage } from './read-message.ts'
import type { WalkLog } from './walk-log.ts'

/** What is on its way to the store already: thinking goes on behind it. */
export type InFlight = { lastSeq: number; placed: ReadonlyMap<string, string> }
export type PipelineOptions = {
  store: Store
  mind: Mind
  now: () => Date
  log: WalkLog
  limit: number
  inFlight: InFlight | null
}
/** A batch that was read and placed, ready to be committed; `taken` messages leave the inbox. */
export type Batch = InFlight & { commit: WalkCommit; taken: number }

/** Messages that a batch takes at most: large enough to spread the commit, small enough to stay live. */
export const BATCH_LIMIT = 500

/**
 * Reads and places the oldest waiting messages of one municipality, in order; null when none wait. The index runs ahead of the store until the
 * batch is committed: when that fails the caller throws the mind away and opens it anew. A message that cannot be walked is set aside with its
 * error and stops no other.
 */
export async function thinkBatch({ store, mind, now, log, limit, inFlight }: PipelineOptions): Promise<Batch | null> {
  const waiting = await store.inbox.waiting(mind.municipalityId, limit, inFlight?.lastSeq)
  if (waiting.length === 0) return null
  await refreshKnowledge(store, mind)
  const placed = await previousPlacements(store, mind, waiting, inFlight)
  const walked: WalkedMessage[] = []
  const opened: WalkCommit['opened'][number][] = []
  const at = now()
  for (const row of waiting) {
    try {
      walked.push(await walkOne(store, mind, row, placed, opened))
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      log.warn('message-set-aside', { municipality: mind.municipalityId, seq: row.seq, error: reason })
      await store.inbox.setAside(mind.municipalityId, row.seq, reason, at)
    }
  }
  const retired = mind.index.retire(newestOf(walked, at))
  const left = new Set(retired)
  const live = [...new Set(walked.map((one) => one.issueId))].filter((id) => !left.has(id) && mind.index.has(id))
  return {
    lastSeq: waiting[waiting.length - 1]!.seq,
    placed,
    taken: waiting.length,
    commit: {
      walked,
      opened,
      touched: live.map((issueId) => touchedIssue(mind, issueId, at.getTime())),
      states: live.map((issueId) => ({ issueId, state: mind.index.stateOf(issueId) })),
      retired,
      now: at,
    },
  }
}

/** Issues of messages that come again with a new revision: as stored, or as just decided. */
async function previousPlacements(
  store: Store,
  mind: Mind,
  waiting: readonly WaitingMessage[],
  inFlight: InFlight | null,
): Promise<Map<string, string>> {
  const again = waiting.filter((row) => row.revision > 1).map((row) => row.message.id)
  const stored = again.length === 0 ? [] : await store.walk.placed(mind.municipalityId, again)
  const placed = new Map(stored.map(({ messageId, issueId }) => [messageId, issueId]))
  for (const id of again) {
    const decided = inFlight?.placed.get(id)
    if (decided !== undefined) placed.set(id, decided)
  }
  return placed
}

async function walkOne(
  store: Store,
  mind: Mind,
  { seq, message, revision }: WaitingMessage,
  placed: Map<string, string>,
  opened: WalkCommit['opened'][number][],
): Promise<WalkedMessage> {
  const reading = readMessage(mind, await sourceOf(store, mind, message.sourceId), message)
  const areaCode = smallestArea(reading)
  let isEcho = false
  let issueId = revision > 1 ? placed.get(message.id) : undefined
  if (issueId === undefined) {
    const item = clusterItem(message, reading, areaCode)
    const placement = mind.index.place(item)
    issueId = placement.issueId
    isEcho = placement.isEcho
    if (placement.isNew) {
      const { title, category, firstAt } = mind.index.describe(issueId, item.createdAt)
      opened.push({ id: issueId, title, category, firstAt: new Date(firstAt) })
    }
  }
  placed.set(message.id, issueId)
  const countsAsVoice = message.kind !== 'article' && !REPOST.test(message.text) && !(isEcho && message.voice === null)
  return { seq, message, reading, mood: moodOf(reading), areaCode, issueId, countsAsVoice }
}

/** How sources mark what somebody only passes on. */
const REPOST = /^(?:RT @?\S|RT\s*:|Gedeeld:|Repost:|Doorgestuurd:)/i

/** What the walker alone knows of an issue, at a moment. */
export function touchedIssue(mind: Mind, issueId: string, nowMs: number): TouchedIssue {
  const { title, keywords, category, line, lineEndsAt, lastAt } = mind.index.describe(issueId, nowMs)
  return { id: issueId, title, keywords, category, line, lineEndsAt: new Date(lineEndsAt), lastAt: new Date(lastAt) }
}

/** Issues cool on the messages' own time, so that a file from last year walks as it would have then. */
function newestOf(walked: readonly WalkedMessage[], at: Date): number {
  const newest = walked.reduce((latest, one) => Math.max(latest, Date.parse(one.message.createdAt)), 0)
  return newest === 0 ? at.getTime() : Math.min(newest, at.getTime())
}
