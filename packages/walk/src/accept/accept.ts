import type { FieldError, IntakeResult } from '@rumoer/contracts'
import type { AcceptOutcome, InboxItem, SourceRow, Store } from '@rumoer/store'
import { checkMessage, shownValue } from './check-message.ts'
import { createMessageIds } from './message-id.ts'
import { type Line, readLines } from './read-lines.ts'
import { toInboxItem } from './to-inbox-item.ts'
import { createVault } from './vault.ts'

/** The inbox holds as much as it may: nothing was taken, come back later. */
export class InboxFullError extends Error {
  readonly status = 503
  readonly retry = true
  readonly retryAfterSeconds: number
  constructor(waiting: number, limit: number, retryAfterSeconds: number) {
    super(`inbox: ${waiting} messages wait, expected fewer than ${limit}`)
    this.name = 'InboxFullError'
    this.retryAfterSeconds = retryAfterSeconds
  }
}

export type Accepted = { ok: true; messageId: string; outcome: AcceptOutcome['outcome'] } | { ok: false; errors: FieldError[] }

/** What would be stored of a candidate, or what is wrong with it. */
export type Preview = { ok: true; payload: InboxItem['payload'] } | { ok: false; errors: FieldError[] }

export type Accept = {
  /**
   * Validates, masks, hashes, seals and makes durable, in order; answers per candidate after the commit. Throws `InboxFullError` before taking any.
   * With `onceInKind` a message that another source of the same kind brought, or any of them under another id with the same content, is a duplicate.
   */
  acceptBatch(source: SourceRow, candidates: readonly unknown[], options?: { onceInKind?: boolean }): Promise<{ outcomes: Accepted[] }>
  /** Each candidate as it would be stored, without storing it. */
  preview(source: SourceRow, candidates: readonly unknown[]): Preview[]
  /** Reads NDJSON of any length in batches with bounded memory; while the inbox is full it reads no further, and gives up after 30 s. */
  acceptLines(source: SourceRow, chunks: AsyncIterable<Uint8Array>, onProgress?: (result: IntakeResult) => void): Promise<IntakeResult>
}

export type AcceptOptions = {
  store: Store
  secret: Buffer
  now: () => Date
  /** Messages that may wait to be walked before `InboxFullError`; Infinity for a file import, which makes durable whatever it reads. */
  inboxLimit: number
  /** Called after each commit with the municipality that has something new waiting. */
  onAccepted?: (municipalityId: number) => void
}

const FLUSH_ITEMS = 1_000
const LINES_PER_BATCH = 500
const FULL_WAIT_MS = 30_000
const FULL_POLL_MS = 100
const RETRY_AFTER_SECONDS = 5
const COUNT_FRESH_MS = 250

type Group = { items: InboxItem[]; resolve: (outcomes: AcceptOutcome[]) => void; reject: (error: unknown) => void }
type Lane = { groups: Group[]; queued: number; flushing: boolean; waiting: number; countedAt: number; once: Promise<unknown> }

/** Short and durable. Callers of one municipality that come while a commit is on its way share the next one. */
export function createAccept({ store, secret, now, inboxLimit, onAccepted }: AcceptOptions): Accept {
  const vault = createVault(secret)
  const newId = createMessageIds(() => now().getTime())
  const lanes = new Map<number, Lane>()

  const laneOf = (municipalityId: number): Lane => {
    const known = lanes.get(municipalityId)
    if (known) return known
    const lane: Lane = { groups: [], queued: 0, flushing: false, waiting: 0, countedAt: 0, once: Promise.resolve() }
    lanes.set(municipalityId, lane)
    return lane
  }

  async function ensureRoom(municipalityId: number, coming: number): Promise<void> {
    if (!Number.isFinite(inboxLimit)) return
    const lane = laneOf(municipalityId)
    if (now().getTime() - lane.countedAt > COUNT_FRESH_MS) {
      lane.countedAt = now().getTime()
      lane.waiting = await store.inbox.count(municipalityId)
    }
    if (lane.waiting + lane.queued + coming > inboxLimit)
      throw new InboxFullError(lane.waiting + lane.queued, inboxLimit, RETRY_AFTER_SECONDS)
  }

  async function flush(municipalityId: number, lane: Lane): Promise<void> {
    lane.flushing = true
    while (lane.groups.length > 0) {
      const groups = [lane.groups.shift()!]
      let size = groups[0]!.items.length
      while (lane.groups.length > 0 && size + lane.groups[0]!.items.length <= FLUSH_ITEMS) {
        const next = lane.groups.shift()!
        groups.push(next)
        size += next.items.length
      }
      try {
        const outcomes = await store.inbox.accept(
          municipalityId,
          groups.flatMap((group) => group.items),
          now(),
        )
        lane.waiting += outcomes.length
        let from = 0
        for (const { items, resolve } of groups) {
          resolve(outcomes.slice(from, from + items.length))
          from += items.length
        }
        onAccepted?.(municipalityId)
      } catch (error) {
        for (const group of groups) group.reject(error)
      } finally {
        lane.queued -= size
      }
    }
    lane.flushing = false
  }

  function makeDurable(municipalityId: number, items: InboxItem[]): Promise<AcceptOutcome[]> {
    if (items.length === 0) return Promise.resolve([])
    const lane = laneOf(municipalityId)
    return new Promise((resolve, reject) => {
      lane.groups.push({ items, resolve, reject })
      lane.queued += items.length
      if (!lane.flushing) void flush(municipalityId, lane)
    })
  }

  /** One at a time, so that two sources that bring the same at the same moment meet. */
  function makeDurableOnce(source: SourceRow, items: InboxItem[]): Promise<AcceptOutcome[]> {
    const lane = laneOf(source.municipalityId)
    const outcomes = lane.once.then(async () => {
      const elsewhere = await store.inbox.broughtElsewhere(source, items)
      const rest = await makeDurable(
        source.municipalityId,
        items.filter((_, at) => !elsewhere[at]),
      )
      let next = 0
      return items.map((_, at): AcceptOutcome => {
        const messageId = elsewhere[at]
        return messageId ? { messageId, outcome: 'duplicate', seq: null } : rest[next++]!
      })
    })
    lane.once = outcomes.catch(() => undefined)
    return outcomes
  }

  async function take(source: SourceRow, candidates: readonly unknown[], onceInKind = false): Promise<Accepted[]> {
    const items: InboxItem[] = []
    const checked = candidates.map((candidate) => {
      const result = checkMessage(candidate)
      if (result.ok) items.push(toInboxItem(result.message, source, vault, newId(), now()))
      return result
    })
    const outcomes = await (onceInKind ? makeDurableOnce(source, items) : makeDurable(source.municipalityId, items))
    let at = 0
    return checked.map((result): Accepted => {
      if (!result.ok) return result
      const { messageId, outcome } = outcomes[at++]!
      return { ok: true, messageId, outcome }
    })
  }

  async function waitForRoom(municipalityId: number, coming: number): Promise<void> {
    const givesUpAt = now().getTime() + FULL_WAIT_MS
    for (;;) {
      try {
        return await ensureRoom(municipalityId, coming)
      } catch (error) {
        if (!(error instanceof InboxFullError) || now().getTime() > givesUpAt) throw error
        await new Promise((resolve) => setTimeout(resolve, FULL_POLL_MS))
      }
    }
  }

  return {
    async acceptBatch(source, candidates, { onceInKind = false } = {}) {
      await ensureRoom(source.municipalityId, candidates.length)
      return { outcomes: await take(source, candidates, onceInKind) }
    },

    preview(source, candidates) {
      return candidates.map((candidate): Preview => {
        const checked = checkMessage(candidate)
        return checked.ok ? { ok: true, payload: toInboxItem(checked.message, source, vault, newId(), now()).payload } : checked
      })
    },

    async acceptLines(source, chunks, onProgress) {
      await ensureRoom(source.municipalityId, 1)
      const result: IntakeResult = { accepted: 0, updated: 0, duplicates: 0, rejected: [] }
      let batch: { index: number; candidate: unknown }[] = []
      const takeBatch = async () => {
        if (batch.length === 0) return
        await waitForRoom(source.municipalityId, batch.length)
        const outcomes = await take(
          source,
          batch.map(({ candidate }) => candidate),
        )
        for (const [at, outcome] of outcomes.entries()) tally(result, outcome, batch[at]!.index)
        batch = []
        onProgress?.(result)
      }
      for await (const line of readLines(chunks)) {
        const parsed = parseLine(line)
        if ('error' in parsed) result.rejected.push({ index: line.index, errors: [parsed.error] })
        else batch.push({ index: line.index, candidate: parsed.candidate })
        if (batch.length >= LINES_PER_BATCH) await takeBatch()
      }
      await takeBatch()
      result.rejected.sort((a, b) => a.index - b.index)
      return result
    },
  }
}

/** Adds one outcome to a batch's answer. */
export function tally(result: IntakeResult, outcome: Accepted, index: number): void {
  if (!outcome.ok) result.rejected.push({ index, errors: outcome.errors })
  else if (outcome.outcome === 'duplicate') result.duplicates += 1
  else result[outcome.outcome] += 1
}

function parseLine(line: Line): { candidate: unknown } | { error: FieldError } {
  if ('error' in line) return { error: { path: '', value: '', expected: line.error } }
  try {
    return { candidate: JSON.parse(line.text) as unknown }
  } catch {
    return { error: { path: '', value: shownValue(line.text), expected: 'expected one JSON object on the line' } }
  }
}
