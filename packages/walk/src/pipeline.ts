import type { Ownership, Store, TouchedIssue, WaitingMessage, WalkCommit, WalkedMessage } from '@rumoer/store'
import { type Mind, refreshKnowledge, sourceOf } from './mind.ts'
import { clusterItem, moodOf, readMessage, smallestArea } from './read-message.ts'
import type { WalkLog } from './walk-log.ts'

export type PipelineOptions = { store: Store; ownership: Ownership; mind: Mind; now: () => Date; log: WalkLog; limit: number }

/** Messages that a batch takes at most: large enough to spread the commit, small enough to stay live. */
export const BATCH_LIMIT = 500

/**
 * Walks the oldest waiting messages of one municipality, in order: read, place, commit. Answers how many left the inbox.
 * A message that cannot be walked is set aside with its error and stops no other. When the commit fails the index no longer equals the
 * store: the caller throws the mind away and opens it anew.
 */
export async function walkBatch({ store, ownership, mind, now, log, limit }: PipelineOptions): Promise<number> {
  const waiting = await store.inbox.waiting(mind.municipalityId, limit)
  if (waiting.length === 0) return 0
  await refreshKnowledge(store, mind)
  const placedBefore = await previousPlacements(store, mind, waiting)
  const walked: WalkedMessage[] = []
  const opened: WalkCommit['opened'][number][] = []
  const at = now()
  for (const row of waiting) {
    try {
      walked.push(await walkOne(store, mind, row, placedBefore, opened))
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      log.warn('message-set-aside', { municipality: mind.municipalityId, seq: row.seq, error: reason })
      await store.inbox.setAside(mind.municipalityId, row.seq, reason, at)
    }
  }
  const retired = mind.index.retire(newestOf(walked, at))
  const left = new Set(retired)
  const live = [...new Set(walked.map((one) => one.issueId))].filter((id) => !left.has(id) && mind.index.has(id))
  await store.walk.commit(ownership, {
    walked,
    opened,
    touched: live.map((issueId) => touchedIssue(mind, issueId, at.getTime())),
    states: live.map((issueId) => ({ issueId, state: mind.index.stateOf(issueId) })),
    retired,
    now: at,
  })
  return waiting.length
}

/** Stored issues of messages that come again with a new revision. */
async function previousPlacements(store: Store, mind: Mind, waiting: readonly WaitingMessage[]): Promise<Map<string, string>> {
  const again = waiting.filter((row) => row.revision > 1).map((row) => row.message.id)
  const placed = again.length === 0 ? [] : await store.walk.placed(mind.municipalityId, again)
  return new Map(placed.map(({ messageId, issueId }) => [messageId, issueId]))
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
  let issueId = revision > 1 ? placed.get(message.id) : undefined
  if (issueId === undefined) {
    const item = clusterItem(message, reading, areaCode)
    const placement = mind.index.place(item)
    issueId = placement.issueId
    if (placement.isNew) {
      const { title, category, firstAt } = mind.index.describe(issueId, item.createdAt)
      opened.push({ id: issueId, title, category, firstAt: new Date(firstAt) })
    }
  }
  placed.set(message.id, issueId)
  return { seq, message, reading, mood: moodOf(reading), areaCode, issueId, countsAsVoice: message.kind !== 'article' }
}

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
