import type { Issue } from '@rumoer/contracts'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { type CSSProperties, useMemo, useRef } from 'react'
import { useNow } from '../../lib/clock.tsx'
import { byHeatOf } from '../../lib/issue-order.ts'
import { isOutOfDate, useLiveStatus } from '../../lib/live-status.ts'
import { issuesQuery, summaryQuery } from '../../lib/queries.ts'
import { useReplayId } from '../../lib/replay.ts'
import { isRevoked, viewerQuery } from '../../lib/screen.ts'
import { useText } from '../../lib/text.ts'
import { usePageTitle } from '../../lib/use-page-title.ts'
import { LeadCard } from './lead-card.tsx'
import { lowerTurn, TURN_MS } from './lower-turn.ts'
import { LowerZone } from './lower-zone.tsx'
import { ScreenGone } from './screen-gone.tsx'
import { NO_PLACES, settle } from './settled-order.ts'
import { wallTextPx } from './text-size.ts'
import { useRemote } from './use-remote.ts'
import { useScreenCare } from './use-screen-care.ts'
import { useSound } from './use-sound.ts'
import { WallControls } from './wall-controls.tsx'
import { WallFoot } from './wall-foot.tsx'
import { WallHead } from './wall-head.tsx'
import { wallIssues } from './wall-issues.ts'
import { wallLook } from './wall-look.ts'
import { WallQuiet } from './wall-quiet.tsx'
import { smallCards, zonesOf } from './wall-zones.ts'
import styles from './wand-page.module.css'

/** The wall: what now, why, what we do. No names, no residents' words, nothing sensitive. */
export function WandPage() {
  const { error } = useQuery(viewerQuery)
  return isRevoked(error) ? <ScreenGone /> : <Wall />
}

function Wall() {
  const text = useText()
  usePageTitle(text('nav.wall'))
  const replay = useReplayId()
  const { data: viewer } = useQuery(viewerQuery)
  const now = useNow(1_000)
  const look = wallLook(viewer?.screen?.settings ?? null, useSearch({ from: '/wall/wand' }), now)
  const { issues, isReady, isHeld } = useWallIssues(now)
  const { opened, isUsed, open } = useRemote()
  const turn = useRef(0)
  if (!isUsed) turn.current = Math.floor(now / TURN_MS)
  const sound = useSound(issues, isReady, now)
  const { data: summary } = useQuery(summaryQuery(replay))
  const shift = useScreenCare()
  const isStale = isOutOfDate(useLiveStatus(), Date.now())
  const textPx = Math.max(18, wallTextPx(look.inch, look.meter))
  const zones = zonesOf(look.screens, look.position)
  const lead = (isHeld ? undefined : issues.find(({ id }) => id === opened)) ?? issues[0]
  const others = issues.filter((issue) => issue !== lead)
  const { columns, slots } = smallCards(textPx, zones)
  const below = lowerTurn(others, slots, turn.current, isHeld)
  const cardColumns = Math.max(1, Math.min(columns, below.length))
  const size = {
    '--wall': `calc(${textPx} * 100vh / 1080)`,
    '--columns': cardColumns,
    // A style sheet cannot multiply a fraction.
    '--cards': `${cardColumns}fr`,
    '--shift-x': `${shift.x}px`,
    '--shift-y': `${shift.y}px`,
  } as CSSProperties
  return (
    <div className={styles.screen} style={size} data-wall data-theme={look.theme ?? undefined} data-stale={isStale}>
      <main className={styles.wall} data-part={zones.lead.includes('what') ? 'first' : 'later'}>
        <WallHead />
        {lead ? (
          <>
            <LeadCard issue={lead} parts={zones.lead} isNew={isHeld} />
            <LowerZone parts={zones.lower} issues={below} shown={[lead, ...below]} columns={columns} onOpen={open} />
          </>
        ) : (
          <WallQuiet isReady={isReady} />
        )}
        <WallFoot
          isStale={isStale}
          hidden={others.length - below.length}
          messages={summary?.messagesToday ?? 0}
          muted={summary?.mutedIssues ?? 0}
          sound={sound}
          isOpened={opened !== null && lead?.id === opened}
        />
      </main>
      <WallControls sound={sound} isPerson={viewer?.screen === null} />
    </div>
  )
}

/** The issues of the wall in their settled places; held while a new alarm keeps the top. */
function useWallIssues(now: number): { issues: Issue[]; isReady: boolean; isHeld: boolean } {
  const result = useInfiniteQuery(issuesQuery(useReplayId(), {}))
  const places = useRef(NO_PLACES)
  const all = useMemo(() => byHeatOf(result.data?.pages ?? []), [result.data])
  const candidates = wallIssues(all, now)
  if (result.isSuccess) places.current = settle(places.current, candidates, now)
  const byId = new Map(candidates.map((issue) => [issue.id, issue]))
  return {
    issues: places.current.ids.flatMap((id) => byId.get(id) ?? []),
    isReady: result.isSuccess,
    isHeld: places.current.top !== null,
  }
}
