import type { Issue } from '@rumoer/contracts'
import { useInfiniteQuery } from '@tanstack/react-query'
import { type ReactNode, useMemo, useState } from 'react'
import { useNow } from '../../lib/clock.tsx'
import type { IssueFilter } from '../../lib/issue-filter.ts'
import { byHeatOf, isAtWork } from '../../lib/issue-order.ts'
import { issuesQuery } from '../../lib/queries.ts'
import { useReplayId } from '../../lib/replay.ts'
import { useText } from '../../lib/text.ts'
import { Button } from '../../ui/button.tsx'
import { Empty, Failed, Loading } from '../../ui/panel-state.tsx'
import { IssueList, type IssueSheet } from './issue-list.tsx'
import styles from './live-desk.module.css'

const FIRST_ROWS = 30
type Props = {
  filter: IssueFilter
  label: string
  sheet: IssueSheet
  /** Shown when nothing is unusual; a list with it leads with its hottest issue. */
  quiet: ReactNode
}

/** The issues of one query, kept up to date. */
export function Issues({ filter, label, sheet, quiet }: Props) {
  const text = useText()
  const query = useInfiniteQuery(issuesQuery(useReplayId(), filter))
  const now = useNow(60_000)
  const [most, setMost] = useState(FIRST_ROWS)
  const all = useMemo(() => (query.data ? byHeatOf(query.data.pages) : []), [query.data])
  if (query.isPending) return <Loading lines={8} />
  if (query.error && !query.data) return <Failed error={query.error} onRetry={() => void query.refetch()} />
  const shown = filter.status ? all : all.filter((issue) => isAtWork(issue, now))
  const isFiltered = Object.keys(filter).length > 0
  const showMore = () => {
    setMost(most + FIRST_ROWS)
    if (shown.length < most + FIRST_ROWS && query.hasNextPage) void query.fetchNextPage()
  }
  return (
    <>
      {shown.length === 0 &&
        (isFiltered || quiet === null ? <Empty title={text('live.nothingFound')}>{text('live.nothingFound.body')}</Empty> : quiet)}
      {shown.length > 0 && (
        <IssueList
          issues={shown}
          most={most}
          view={JSON.stringify(filter)}
          label={label}
          sheet={sheet}
          hasLead={quiet !== null}
          quiet={isFiltered ? null : quiet}
        />
      )}
      <Footer all={all} shown={shown.slice(0, most)} now={now} />
      {(shown.length > most || query.hasNextPage) && (
        <Button small={quiet === null} isDisabled={query.isFetchingNextPage} onPress={showMore}>
          {text('more')}
        </Button>
      )}
    </>
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
