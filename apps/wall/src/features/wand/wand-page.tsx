import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { type CSSProperties, useMemo, useRef } from 'react'
import { useNow } from '../../lib/clock.tsx'
import { byHeatOf } from '../../lib/issue-order.ts'
import { isOutOfDate, useLiveStatus } from '../../lib/live-status.ts'
import { issuesQuery, summaryQuery } from '../../lib/queries.ts'
import { useReplayId } from '../../lib/replay.ts'
import { useText } from '../../lib/text.ts'
import { usePageTitle } from '../../lib/use-page-title.ts'
import { useConnectionWords } from '../../ui/connection-state.tsx'
import { LeadCard } from './lead-card.tsx'
import { NO_PLACES, settle } from './settled-order.ts'
import { SmallCard } from './small-card.tsx'
import { wallTextPx } from './text-size.ts'
import { useScreenCare } from './use-screen-care.ts'
import { WallControls } from './wall-controls.tsx'
import { WallHead } from './wall-head.tsx'
import { wallIssues } from './wall-issues.ts'
import { WallMap } from './wall-map.tsx'
import { WallQuiet } from './wall-quiet.tsx'
import styles from './wand-page.module.css'

const MOST_SMALL = 5
const WALL_WIDTH = 1805
const MAP_SHARE = 0.24

/** How many small cards fit beside the map at this letter size. */
export function smallCards(textPx: number): { columns: number; rows: number } {
  const columns = Math.max(1, Math.floor((WALL_WIDTH * (1 - MAP_SHARE)) / (textPx * 13)))
  const rows = textPx <= 26 ? 2 : 1
  return { columns: Math.min(3, columns), rows }
}

/** The wall: what now, why, what we do. No names, no residents' words, nothing sensitive. */
export function WandPage() {
  const text = useText()
  usePageTitle(text('nav.wall'))
  const replay = useReplayId()
  const { inch = 55, meter = 4, thema } = useSearch({ from: '/live/wand' })
  const textPx = Math.max(18, wallTextPx(inch, meter))
  const now = useNow(1_000)
  const issuesResult = useInfiniteQuery(issuesQuery(replay, {}))
  const { data: summary } = useQuery(summaryQuery(replay))
  const places = useRef(NO_PLACES)
  const shift = useScreenCare()
  const status = useLiveStatus()
  const isStale = isOutOfDate(status, Date.now())
  const all = useMemo(() => byHeatOf(issuesResult.data?.pages ?? []), [issuesResult.data])
  const candidates = wallIssues(all, now)
  places.current = settle(places.current, candidates, now)
  const byId = new Map(candidates.map((issue) => [issue.id, issue]))
  const shown = places.current.ids.flatMap((id) => byId.get(id) ?? [])
  const { columns, rows } = smallCards(textPx)
  const small = shown.slice(1, 1 + Math.min(MOST_SMALL, columns * rows))
  const hidden = Math.max(0, shown.length - 1 - small.length)
  const size = {
    '--wall': `calc(${textPx} * 100vh / 1080)`,
    '--columns': columns,
    '--shift-x': `${shift.x}px`,
    '--shift-y': `${shift.y}px`,
  } as CSSProperties
  return (
    <div
      className={styles.screen}
      style={size}
      data-theme={thema === 'donker' ? 'dark' : thema === 'licht' ? 'light' : undefined}
      data-stale={isStale}
    >
      <main className={styles.wall}>
        <WallHead />
        {shown[0] ? <LeadCard issue={shown[0]} /> : <WallQuiet isReady={issuesResult.isSuccess} />}
        {shown[0] && (
          <div className={styles.rest}>
            <ol className={styles.cards}>
              {small.length === 0 && <li className={styles.quietRest}>{text('wall.restQuiet')}</li>}
              {small.map((issue) => (
                <SmallCard key={issue.id} issue={issue} />
              ))}
            </ol>
            <WallMap />
          </div>
        )}
        <WallFoot isStale={isStale} hidden={hidden} messages={summary?.messagesToday ?? 0} muted={summary?.mutedIssues ?? 0} />
      </main>
      <WallControls />
    </div>
  )
}

function WallFoot({ isStale, hidden, messages, muted }: { isStale: boolean; hidden: number; messages: number; muted: number }) {
  const text = useText()
  const lost = useConnectionWords()
  if (isStale) {
    return (
      <p className={`${styles.foot} ${styles.lost}`} role="alert">
        {text('wall.stale', { lost })}
      </p>
    )
  }
  return (
    <p className={styles.foot}>
      <span>{text('wall.today', { count: messages })}</span>
      {muted > 0 && <span>{text('wall.muted', { count: muted })}</span>}
      {hidden > 0 && <b>{text('wall.more', { count: hidden })}</b>}
    </p>
  )
}
