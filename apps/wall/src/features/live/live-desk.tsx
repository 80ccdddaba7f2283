import type { Issue } from '@rumoer/contracts'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { type ReactNode, useMemo, useState } from 'react'
import { useNow } from '../../lib/clock.tsx'
import { byHeatOf, isAtWork } from '../../lib/issue-order.ts'
import { issuesQuery, summaryQuery } from '../../lib/queries.ts'
import { useReplayId } from '../../lib/replay.ts'
import { useText } from '../../lib/text.ts'
import { usePageTitle } from '../../lib/use-page-title.ts'
import { Button } from '../../ui/button.tsx'
import { Empty, Failed, Loading } from '../../ui/panel-state.tsx'
import { useQuietWords } from '../../ui/use-quiet-words.ts'
import { IncomingPanel } from './incoming-panel.tsx'
import { IssueFilters } from './issue-filters.tsx'
import { IssueList } from './issue-list.tsx'
import styles from './live-desk.module.css'
import { MapPanel } from './map-panel.tsx'

/** What is going on now: issues by heat, what comes in, and where. */
export function LiveDesk({ alerts, replays }: { alerts: ReactNode; replays: ReactNode }) {
  const text = useText()
  usePageTitle(text('nav.live'))
  return (
    <>
      <h1 className="visually-hidden">{text('live.title')}</h1>
      {alerts}
      <div className={styles.desk}>
        <div className={styles.issues}>
          <IssueFilters replays={replays} />
          <Issues />
        </div>
        <aside className={styles.aside} aria-label={text('live.aside')}>
          <IncomingPanel />
          <MapPanel />
        </aside>
      </div>
    </>
  )
}

const FIRST_ROWS = 30

function Issues() {
  const text = useText()
  const replay = useReplayId()
  const filter = useSearch({ from: '/live/desk/' })
  const { replay: _replay, ...issueFilter } = filter
  const query = useInfiniteQuery(issuesQuery(replay, issueFilter))
  const now = useNow(60_000)
  const [most, setMost] = useState(FIRST_ROWS)
  const all = useMemo(() => (query.data ? byHeatOf(query.data.pages) : []), [query.data])
  if (query.isPending) return <Loading lines={8} />
  if (query.error && !query.data) return <Failed error={query.error} onRetry={() => void query.refetch()} />
  const shown = issueFilter.status ? all : all.filter((issue) => isAtWork(issue, now))
  const isFiltered = Object.keys(issueFilter).length > 0
  const showMore = () => {
    setMost(most + FIRST_ROWS)
    if (shown.length < most + FIRST_ROWS && query.hasNextPage) void query.fetchNextPage()
  }
  return (
    <>
      {shown.length === 0 && (isFiltered ? <Empty title={text('live.nothingFound')}>{text('live.nothingFound.body')}</Empty> : <Quiet />)}
      {shown.length > 0 && (
        <IssueList issues={shown.slice(0, most)} view={JSON.stringify(issueFilter)} isFiltered={isFiltered} quiet={<Quiet />} />
      )}
      <Footer all={all} shown={shown.slice(0, most)} now={now} />
      {(shown.length > most || query.hasNextPage) && (
        <Button isDisabled={query.isFetchingNextPage} onPress={showMore}>
          {text('more')}
        </Button>
      )}
    </>
  )
}

/** The quiet page says that nothing is unusual, and what was checked. */
function Quiet() {
  const text = useText()
  const quietWords = useQuietWords()
  const { data } = useQuery(summaryQuery(useReplayId()))
  if (!data) return null
  return (
    <div className={styles.quiet}>
      <h2>{text('quiet.title')}</h2>
      <p>{quietWords(data)}</p>
    </div>
  )
}

function Footer({ all, shown, now }: { all: readonly Issue[]; shown: readonly Issue[]; now: number }) {
  const text = useText()
  const muted = all.filter((issue) => issue.mutedUntil !== null && !isAtWork(issue, now)).length
  return (
    <p className={styles.footer}>
      {text('live.count', { count: shown.length })}
      {muted > 0 && ` · ${text('live.muted', { count: muted })}`}
    </p>
  )
}
