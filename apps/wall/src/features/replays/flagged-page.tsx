import { type Alert, type Collection, LEVELS } from '@rumoer/contracts'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { clockTime, longDate } from '../../lib/dates.ts'
import { flaggedQuery, replaysQuery } from '../../lib/queries.ts'
import { useReplayId } from '../../lib/replay.ts'
import { useLocale, useText } from '../../lib/text.ts'
import { LevelMark } from '../../ui/level-mark.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Empty, Failed, Loading } from '../../ui/panel-state.tsx'
import styles from './flagged-page.module.css'

/** What was flagged in the replay that is watched, and when on its own clock; the first of each issue says how early it was. */
export function FlaggedPage() {
  const text = useText()
  const locale = useLocale()
  const replay = useReplayId()
  const { data: replays } = useQuery(replaysQuery)
  const flagged = useQuery({ ...flaggedQuery(replay), enabled: replay !== null })
  const found = replays?.items.find(({ id }) => id === replay)
  if (replay === null) return <Empty title={text('flagged.noReplay')}>{text('flagged.noReplay.body')}</Empty>
  if (flagged.isError) return <Failed error={flagged.error} onRetry={() => void flagged.refetch()} />
  if (!flagged.data) return <Loading lines={6} />
  const days = byDay(flagged.data, (at) => longDate(at, locale))
  const total = flagged.data.items.length
  return (
    <>
      <PageHead title={text('flagged.title', { count: total })} lead={found ? text('flagged.lead', { label: found.label }) : undefined} />
      {total === 0 && <Empty title={text('flagged.none')}>{text('flagged.none.body')}</Empty>}
      {days.map(([day, alerts]) => (
        <section key={day} className={styles.day} aria-label={day}>
          <h2>{day}</h2>
          <ol>
            {alerts.map((alert) => (
              <li key={alert.id} className={styles.alert}>
                <time dateTime={alert.raisedAt}>{clockTime(alert.raisedAt)}</time>
                <LevelMark level={alert.level} size={18} label={text(`level.${alert.level}`)} />
                <div>
                  {alert.issueId ? (
                    <Link to="/issues/$id" params={{ id: alert.issueId }}>
                      {alert.title}
                    </Link>
                  ) : (
                    <b>{alert.title}</b>
                  )}
                  <p>{alert.sentence}</p>
                </div>
              </li>
            ))}
          </ol>
        </section>
      ))}
    </>
  )
}

/** Alerts in order of raising, under their day; at one moment the gravest first. */
function byDay({ items }: Collection<Alert>, dayOf: (at: string) => string): [string, Alert[]][] {
  const days = new Map<string, Alert[]>()
  const sorted = [...items].sort(
    (a, b) =>
      a.raisedAt.localeCompare(b.raisedAt) || LEVELS.indexOf(b.level) - LEVELS.indexOf(a.level) || a.title.localeCompare(b.title, 'nl'),
  )
  for (const alert of sorted) days.set(dayOf(alert.raisedAt), [...(days.get(dayOf(alert.raisedAt)) ?? []), alert])
  return [...days]
}
