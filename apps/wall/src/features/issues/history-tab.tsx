import type { Issue } from '@rumoer/contracts'
import { useQuery } from '@tanstack/react-query'
import { useNow } from '../../lib/clock.tsx'
import { momentText } from '../../lib/dates.ts'
import { timelineQuery } from '../../lib/queries.ts'
import { useReplayId } from '../../lib/replay.ts'
import { useLocale, useText } from '../../lib/text.ts'
import { Empty } from '../../ui/panel-state.tsx'
import styles from './issue-tabs.module.css'

/** Everything that happened to the issue, newest first. */
export function HistoryTab({ issue }: { issue: Issue }) {
  const text = useText()
  const locale = useLocale()
  const now = useNow(60_000)
  const { data } = useQuery(timelineQuery(useReplayId(), issue.id))
  const entries = [...(data?.entries ?? [])].sort((a, b) => b.at.localeCompare(a.at))
  if (entries.length === 0) return <Empty title={text('history.none')} />
  return (
    <ol className={styles.history}>
      {entries.map((entry) => (
        <li key={`${entry.at}${entry.type}${entry.text}`}>
          <time dateTime={entry.at}>{momentText(entry.at, now, locale)}</time>
          <p>
            {entry.text} <span>{entry.by ?? text('history.machine')}</span>
          </p>
        </li>
      ))}
    </ol>
  )
}
