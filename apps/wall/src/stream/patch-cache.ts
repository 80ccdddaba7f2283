import { type Alert, type Collection, type ContentItem, type Issue, type Summary, streamEvent } from '@rumoer/contracts'
import { notifyManager, type Query, type QueryClient, type QueryKey } from '@tanstack/react-query'
import type { IssueFilter } from '../lib/issue-filter.ts'
import { type IssuePages, type ReplayId, type Ticker, tickerKey } from '../lib/queries.ts'
import type { EventFrame } from './connection.ts'
import { patchAlerts, patchContentItems, patchIssue, patchIssues, patchSummary, patchTicker, type SeqEvent } from './patches.ts'

const KEPT_EVENTS = 1_000
const HIDDEN_FLUSH_MS = 250
const ASK_EVERY_MS = 5_000
const PAUSED_MAX = 2_000

export type PatchCache = {
  take(frame: EventFrame): void
  reset(): void
  pause(isPaused: boolean): void
  /** Events that wait while updates are paused. */
  waiting(): number
  onWaiting(listener: (waiting: number) => void): void
  stop(): void
}

/** Writes stream events into the query cache: once per animation frame, each event once, snapshots that came in late are caught up. */
export function createPatchCache(client: QueryClient, replay: ReplayId, clock: () => number): PatchCache {
  let queue: SeqEvent[] = []
  let applied: SeqEvent[] = []
  let isPaused = false
  let overflowed = false
  let isScheduled = false
  let tellWaiting: (waiting: number) => void = () => {}
  const startedAt = new WeakMap<Query, number>()
  const asked = new Map<string, ReturnType<typeof setTimeout>>()

  function schedule(): void {
    if (isScheduled || isPaused) return
    isScheduled = true
    if (document.visibilityState === 'visible') requestAnimationFrame(flush)
    else setTimeout(flush, HIDDEN_FLUSH_MS)
  }

  function flush(): void {
    isScheduled = false
    if (isPaused) return
    const events = queue
    queue = []
    applied = [...applied, ...events].slice(-KEPT_EVENTS)
    notifyManager.batch(() => {
      for (const query of client.getQueryCache().findAll({ queryKey: [replay] })) patchQuery(query, events)
    })
  }

  function patchQuery(query: Query, events: readonly SeqEvent[]): void {
    if (query.state.data === undefined) return
    let data: unknown = query.state.data
    for (const event of events) data = patch(query.queryKey, data, event)
    if (data !== query.state.data) client.setQueryData(query.queryKey, data)
  }

  function patch(key: QueryKey, data: unknown, event: SeqEvent): unknown {
    const now = clock()
    switch (key[1]) {
      case 'issues':
        return settle(key, patchIssues(data as IssuePages, (key[2] ?? {}) as IssueFilter, event))
      case 'issue':
        if (event.type === 'issue.merged' && event.data.id === key[2]) ask(key)
        return patchIssue(data as Issue, event)
      case 'timeline':
        if ((event.type === 'issue.changed' || event.type === 'issue.opened') && event.data.id === key[2]) ask(key)
        if (event.type === 'handover.changed' && event.data.issue === key[2]) ask(key)
        return data
      case 'crisis':
        if (event.type === 'crisis.changed') ask(key)
        return data
      case 'handovers':
        if (event.type === 'handover.changed') ask(key)
        return data
      case 'summary':
        return settle(key, patchSummary(data as Summary, event, now))
      case 'alerts':
        return patchAlerts(data as Collection<Alert>, event)
      case 'content-items':
        return patchContentItems(data as Collection<ContentItem>, event)
      case 'areas':
        if (event.type === 'areas.changed') ask(key)
        return data
      case 'ticker':
        return patchTicker(data as Ticker, event, now)
      default:
        return data
    }
  }

  function settle<Value>(key: QueryKey, patched: { value: Value; ask: boolean }): Value {
    if (patched.ask) ask(key)
    return patched.value
  }

  /** Fetches again, at most once in five seconds per entry. */
  function ask(key: QueryKey): void {
    const name = JSON.stringify(key)
    if (asked.has(name)) return
    asked.set(
      name,
      setTimeout(() => {
        asked.delete(name)
        void client.invalidateQueries({ queryKey: key, exact: true })
      }, ASK_EVERY_MS),
    )
  }

  /** A snapshot that was asked for before an event and arrives after it lacks that event. */
  const leave = client.getQueryCache().subscribe((notice) => {
    if (notice.type !== 'updated' || notice.query.queryKey[0] !== replay) return
    if (notice.action.type === 'fetch') startedAt.set(notice.query, applied.at(-1)?.seq ?? 0)
    if (notice.action.type !== 'success' || notice.action.manual) return
    const since = startedAt.get(notice.query) ?? 0
    const missed = applied.filter((event) => event.seq > since)
    if (missed.length > 0) patchQuery(notice.query, missed)
  })

  client.setQueryData<Ticker>(tickerKey(replay), (known) => known ?? { since: clock(), perChannel: {}, perMinute: {}, total: 0 })

  return {
    take(frame) {
      const parsed = streamEvent.safeParse({ type: frame.type, data: frame.data })
      if (!parsed.success) return
      queue.push({ ...parsed.data, seq: frame.seq })
      if (!isPaused) return schedule()
      if (queue.length > PAUSED_MAX) {
        overflowed = true
        queue = []
      }
      tellWaiting(queue.length)
    },
    reset() {
      queue = []
      applied = []
      void client.invalidateQueries({ queryKey: [replay] })
    },
    pause(next) {
      isPaused = next
      if (next) return
      tellWaiting(0)
      if (overflowed) {
        overflowed = false
        void client.invalidateQueries({ queryKey: [replay] })
      }
      schedule()
    },
    waiting: () => queue.length,
    onWaiting(listener) {
      tellWaiting = listener
    },
    stop() {
      leave()
      for (const timer of asked.values()) clearTimeout(timer)
    },
  }
}
