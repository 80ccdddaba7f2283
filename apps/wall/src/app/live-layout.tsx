import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Outlet } from '@tanstack/react-router'
import { useCallback, useEffect, useRef, useState } from 'react'
import { ClockProvider } from '../lib/clock.tsx'
import { type LiveStatus, LiveStatusProvider } from '../lib/live-status.ts'
import { replaysQuery, summaryQuery } from '../lib/queries.ts'
import { useReplayId } from '../lib/replay.ts'
import { useSettings } from '../lib/settings.ts'
import { createPatchCache, type PatchCache } from '../stream/patch-cache.ts'
import { openStream, streamAddress } from '../stream/socket.ts'
import { Failed } from '../ui/panel-state.tsx'
import { useStreamNews } from './stream-news.ts'
import { useAlertNotices } from './use-alert-notices.ts'

/** One stream for all pages behind it. It starts after the first snapshot, at the seq of that snapshot. */
export function LiveLayout() {
  const replay = useReplayId()
  const read = useReplayClock(replay)
  const summary = useQuery(summaryQuery(replay))
  const status = useStream(replay, summary.data?.seq ?? null, read)
  if (summary.isError && !summary.data) return <Failed error={summary.error} onRetry={() => void summary.refetch()} />
  return (
    <ClockProvider read={read}>
      <LiveStatusProvider value={status}>{summary.data ? <Outlet /> : null}</LiveStatusProvider>
    </ClockProvider>
  )
}

/** The machine's clock, or the replay's own, moving on at the replay's speed between two answers. */
function useReplayClock(replay: number | null): () => number {
  const { data, dataUpdatedAt } = useQuery({ ...replaysQuery, enabled: replay !== null })
  const found = data?.items.find((item) => item.id === replay)
  const { nowAt, speed, status, to } = found ?? {}
  return useCallback(() => {
    if (replay === null || !nowAt || !to) return Date.now()
    const moved = status === 'running' ? (Date.now() - dataUpdatedAt) * (speed ?? 1) : 0
    return Math.min(Date.parse(nowAt) + moved, Date.parse(to))
  }, [replay, nowAt, to, speed, status, dataUpdatedAt])
}

const FIRST: LiveStatus = { phase: 'connecting', lastFrameAt: null, waiting: 0 }

function useStream(replay: number | null, firstSeq: number | null, read: () => number): LiveStatus {
  const client = useQueryClient()
  const { paused } = useSettings()
  const [status, setStatus] = useState<LiveStatus>(FIRST)
  const [cache, setCache] = useState<PatchCache | null>(null)
  const isReady = firstSeq !== null
  const news = useStreamNews()
  const notice = useAlertNotices(replay)
  const clock = useRef(read)
  clock.current = read

  // The first seq opens the stream; later snapshots must not open it again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    if (!isReady) return
    const made = createPatchCache(client, replay, () => clock.current())
    made.onWaiting((waiting) => setStatus((before) => ({ ...before, waiting })))
    const stream = openStream({
      address: (cursor) => streamAddress(cursor, replay),
      onEvent: (event) => {
        made.take(event)
        news(event.type)
        notice(event)
      },
      onReset: () => made.reset(),
      onStatus: (next) => setStatus((before) => ({ ...before, ...next })),
    })
    setCache(made)
    stream.start(firstSeq)
    return () => {
      stream.stop()
      made.stop()
    }
  }, [client, replay, isReady])

  useEffect(() => cache?.pause(paused), [cache, paused])
  return status
}
