import { setTimeout as delay } from 'node:timers/promises'
import type { Message, RawMessage } from '@rumoer/contracts'
import type { InboxItem, SourceRow, Store } from '@rumoer/store'
import { type Accept, createAccept } from '../accept/accept.ts'
import { endOfDay } from '../accept/amsterdam-time.ts'
import { checkMessage } from '../accept/check-message.ts'
import { createMessageIds } from '../accept/message-id.ts'
import { createVault, type Vault } from '../accept/vault.ts'
import { history } from '../commands.ts'
import { fileOnDisk } from '../import/file-bytes.ts'
import type { Layout } from '../import/layout.ts'
import { expectLayout, openCandidates } from '../import/read-candidates.ts'
import type { WalkLog } from '../walk-log.ts'
import { type Lane, openLane } from '../walker.ts'

export type ReplayOptions = {
  store: Store
  secret: Buffer
  municipalityId: number
  path: string
  label: string
  /** First and last instant that are played; the file's own when absent. */
  from?: Date
  to?: Date
  /** Seconds of the file per second of the watcher. */
  speed: number
  log: WalkLog
  signal: AbortSignal
  /** The machine's clock, for pacing only. */
  realNowMs: () => number
  onProgress?: (progress: ReplayProgress) => void
}
export type ReplayProgress = { replayId: number; nowAt: Date; played: number; closed: number; total: number; refused: number }

/** Something that happens on the file's own clock: a message, or the closing of one. */
type Beat = { atMs: number; closes: boolean; raw: RawMessage }

const TICK_MS = 100
const SWEEP_EVERY_MS = 5 * 60_000
const HISTORY_BATCH = 500

/**
 * Plays a file on its own clock into a replay copy of the municipality: areas, sources and stored history before `from`, then the file's messages at
 * `speed`. A `closedAt` is played as a close at its own time. The copy is a tenant of its own: real counters are not touched, nothing is sent out.
 */
export async function replayFile(options: ReplayOptions): Promise<ReplayProgress> {
  const { store, municipalityId, speed, log, signal, realNowMs, onProgress } = options
  const { layout, beats, earlier, refused } = await readBeats(options)
  if (beats.length === 0) throw new Error(`${options.path}: no messages between the instants given, expected at least one`)
  const from = options.from ?? new Date(beats[0]!.atMs)
  const to = options.to ?? new Date(beats[beats.length - 1]!.atMs)
  let nowMs = from.getTime()
  const clock = () => new Date(nowMs)
  const copy = await store.replays.create(municipalityId, { label: options.label, speed, from, to, now: from })
  const ownership = await store.walk.ownReplay(copy.municipalityId)
  const vault = createVault(options.secret)
  const accept = createAccept({ store, secret: options.secret, now: clock, inboxLimit: Number.POSITIVE_INFINITY })
  const added = await store.sources.add(copy.municipalityId, {
    name: `Herhaling van ${options.label}`.slice(0, 100),
    kind: 'file',
    channel: 'other',
    now: from,
  })
  if (layout.categoryMap) await store.sources.setCategoryMap(added.id, layout.categoryMap)
  const seen = await copyHistory({ store, vault, from, municipalityId, copyId: copy.municipalityId, sources: copy.sources })
  const lane = await openLane({ store, ownership, now: clock, log })
  const progress: ReplayProgress = { replayId: copy.municipalityId, nowAt: clock(), played: 0, closed: 0, total: beats.length, refused }
  try {
    const play = (raws: readonly RawMessage[]) =>
      acceptAll(accept, raws, (raw) => seen.get(historyKey(raw.externalId, raw.createdAt)) ?? added)
    await play(earlier.filter((raw) => !seen.has(historyKey(raw.externalId, raw.createdAt))))
    await drain(lane)
    await lane.sweep()
    const startedMs = realNowMs()
    let next = 0
    let sweptMs = nowMs
    while (nowMs < to.getTime() && !signal.aborted) {
      nowMs = Math.min(to.getTime(), from.getTime() + (realNowMs() - startedMs) * speed)
      const due: Beat[] = []
      while (next < beats.length && beats[next]!.atMs <= nowMs) due.push(beats[next++]!)
      await play(due.map((beat) => beat.raw))
      await drain(lane)
      if (nowMs - sweptMs >= SWEEP_EVERY_MS) {
        await lane.sweep()
        sweptMs = nowMs
      }
      progress.played += due.filter((beat) => !beat.closes).length
      progress.closed += due.filter((beat) => beat.closes).length
      progress.nowAt = clock()
      await store.replays.progress(copy.municipalityId, { nowAt: clock(), status: 'running' })
      onProgress?.(progress)
      await delay(TICK_MS, undefined, { signal }).catch(() => undefined)
    }
    await lane.sweep()
    return progress
  } finally {
    await store.replays.progress(copy.municipalityId, { nowAt: clock(), status: signal.aborted ? 'stopped' : 'finished' })
    await lane.close()
  }
}

const historyKey = (externalId: string | null, createdAt: string) => `${externalId ?? ''}|${Date.parse(createdAt)}`

async function drain(lane: Lane): Promise<void> {
  while ((await lane.step()) > 0);
}

/** Accepts in order, in batches of one source: a message that the history knows keeps the source it came from. */
async function acceptAll(accept: Accept, raws: readonly RawMessage[], sourceOf: (raw: RawMessage) => SourceRow): Promise<void> {
  let batch: RawMessage[] = []
  let source: SourceRow | null = null
  const takeBatch = async () => {
    if (source && batch.length > 0) await accept.acceptBatch(source, batch)
    batch = []
  }
  for (const raw of raws) {
    const own = sourceOf(raw)
    if (source?.id !== own.id || batch.length >= HISTORY_BATCH) await takeBatch()
    source = own
    batch.push(raw)
  }
  await takeBatch()
}

/** Reads the whole file; what lies before `from` is history, what closes later than `from` is open until then. */
async function readBeats({
  path,
  from,
  to,
}: ReplayOptions): Promise<{ layout: Layout; beats: Beat[]; earlier: RawMessage[]; refused: number }> {
  const beats: Beat[] = []
  const earlier: RawMessage[] = []
  let refused = 0
  const opened = await openCandidates(await fileOnDisk(path))
  const layout = expectLayout(opened)
  for await (const row of opened.rows) {
    const checked = 'candidate' in row ? checkMessage(row.candidate) : null
    if (!checked?.ok) {
      refused += 1
      continue
    }
    const { closedAt, ...open } = checked.message
    const atMs = Date.parse(open.createdAt)
    if (to && atMs > to.getTime()) continue
    const closedMs = closedAt === undefined ? null : (closedAt.length === 10 ? endOfDay(closedAt) : new Date(closedAt)).getTime()
    const isHistory = from !== undefined && atMs < from.getTime()
    if (isHistory) earlier.push(closedMs !== null && closedMs < from.getTime() ? checked.message : open)
    else beats.push({ atMs, closes: false, raw: open })
    if (closedMs !== null && (from === undefined || closedMs >= from.getTime()) && (!to || closedMs <= to.getTime())) {
      beats.push({ atMs: Math.max(closedMs, atMs), closes: true, raw: checked.message })
    }
  }
  return { layout, beats: beats.sort((a, b) => a.atMs - b.atMs), earlier, refused }
}

type CopyOptions = { store: Store; vault: Vault; from: Date; municipalityId: number; copyId: number; sources: ReadonlyMap<string, string> }

/** Brings the stored messages before `from` into the copy's inbox, as they were then: what closed later is open again. */
async function copyHistory({ store, vault, from, municipalityId, copyId, sources }: CopyOptions): Promise<Map<string, SourceRow>> {
  const newId = createMessageIds(() => from.getTime())
  const seen = new Map<string, SourceRow>()
  const copies = new Map<string, SourceRow>()
  for (const [original, copied] of sources) {
    const row = await store.sources.byId(copyId, copied)
    if (row) copies.set(original, row)
  }
  for await (const page of history(store, municipalityId, from)) {
    const items = page.map((message): InboxItem => {
      const source = copies.get(message.sourceId)
      if (!source) throw new Error(`source: ${message.sourceId}, expected a copy of it in replay ${copyId}`)
      if (message.externalId !== null) seen.set(historyKey(message.externalId, message.createdAt), source)
      return historyItem(message, source.id, vault.externalKey(copyId, message.externalId ?? message.id), newId(), from)
    })
    await store.inbox.accept(copyId, items, from)
  }
  return seen
}

function historyItem(message: Message, sourceId: string, externalKey: Buffer, messageId: string, from: Date): InboxItem {
  const closedAt = message.closedAt !== null && Date.parse(message.closedAt) < from.getTime() ? message.closedAt : null
  const { externalId, kind, channel, text, language, createdAt, location, givenAreaCode, givenCategory, voice, reach } = message
  return {
    messageId,
    sourceId,
    externalKey,
    contentHash: externalKey,
    updatedAt: null,
    payload: { externalId, kind, channel, text, language, createdAt, closedAt, location, givenAreaCode, givenCategory, voice, reach },
    sealed: null,
  }
}
