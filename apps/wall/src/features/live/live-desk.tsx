import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { parseColumns } from '../../lib/columns.ts'
import { summaryQuery } from '../../lib/queries.ts'
import { useReplayId } from '../../lib/replay.ts'
import { useText } from '../../lib/text.ts'
import { usePageTitle } from '../../lib/use-page-title.ts'
import { useQuietWords } from '../../ui/use-quiet-words.ts'
import { DeskTools } from './desk-tools.tsx'
import { IncomingPanel } from './incoming-panel.tsx'
import { IssueColumns } from './issue-columns.tsx'
import { IssueFilters } from './issue-filters.tsx'
import type { IssueSheet } from './issue-list.tsx'
import { Issues } from './issues.tsx'
import styles from './live-desk.module.css'
import { MapPanel } from './map-panel.tsx'

const ALERTS = 3
/** Columns are for watching: the gravest alert leads, the others are counted. */
const ALERTS_ABOVE_COLUMNS = 1

type Props = { alerts: (most: number) => ReactNode; replays: ReactNode; crisis: ReactNode; sheet: IssueSheet }

/** What is going on now: issues by heat, what comes in, and where; or up to four standing queries side by side. */
export function LiveDesk({ alerts, replays, crisis, sheet }: Props) {
  const text = useText()
  usePageTitle(text('nav.live'))
  const { replay: _replay, kolommen, ...filter } = useSearch({ from: '/live/desk/' })
  return (
    <>
      <h1 className="visually-hidden">{text('live.title')}</h1>
      {alerts(kolommen === undefined ? ALERTS : ALERTS_ABOVE_COLUMNS)}
      <DeskTools filter={filter} columns={kolommen === undefined ? null : parseColumns(kolommen)}>
        {crisis}
      </DeskTools>
      {kolommen !== undefined && <IssueColumns columns={parseColumns(kolommen)} sheet={sheet} />}
      {kolommen === undefined && (
        <div className={styles.desk}>
          <div className={styles.issues}>
            <IssueFilters filter={filter} replays={replays} />
            <Issues filter={filter} label={text('live.list')} sheet={sheet} quiet={<Quiet />} />
          </div>
          <aside className={styles.aside} aria-label={text('live.aside')}>
            <IncomingPanel />
            <MapPanel />
          </aside>
        </div>
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
