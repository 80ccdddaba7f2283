import { type Alert, type Collection, LEVELS } from '@rumoer/contracts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Hand } from 'lucide-react'
import { may } from '../../lib/access.ts'
import { request } from '../../lib/api.ts'
import { clockTime } from '../../lib/dates.ts'
import { alertsQuery, sessionQuery } from '../../lib/queries.ts'
import { useReplayId } from '../../lib/replay.ts'
import { useText } from '../../lib/text.ts'
import { announce } from '../../ui/announcer.tsx'
import { Button } from '../../ui/button.tsx'
import { LevelMark } from '../../ui/level-mark.tsx'
import styles from './alert-strip.module.css'

/** The gravest first, and of one level the newest. */
const byGravity = (alerts: readonly Alert[]): Alert[] =>
  [...alerts].sort((a, b) => LEVELS.indexOf(b.level) - LEVELS.indexOf(a.level) || b.raisedAt.localeCompare(a.raisedAt))

/** Open alerts: what, where, how much above normal, and the hand to take it. */
export function AlertStrip({ most }: { most: number }) {
  const text = useText()
  const replay = useReplayId()
  const { data } = useQuery(alertsQuery(replay))
  const { data: session } = useQuery(sessionQuery)
  const take = useTake()
  if (!data || data.items.length === 0) return null
  return (
    <section className={styles.strip} aria-label={text('alerts.title')}>
      <ul>
        {byGravity(data.items)
          .slice(0, most)
          .map((alert) => (
            <li key={alert.id} className={styles.alert} data-level={alert.level}>
              <LevelMark level={alert.level} size={22} label={text(`level.${alert.level}`)} />
              <p className={styles.words}>
                {alert.issueId ? (
                  <Link to="/issues/$id" params={{ id: alert.issueId }}>
                    {alert.title}
                  </Link>
                ) : (
                  <b>{alert.title}</b>
                )}
                <span>
                  {clockTime(alert.raisedAt)} · {alert.sentence}
                </span>
              </p>
              {may(session, 'alerts.work') && replay === null && (
                <Button look="primary" aria-label={text('alerts.takeThis', { title: alert.title })} onPress={() => take.mutate(alert)}>
                  <Hand aria-hidden="true" /> {text('take')}
                </Button>
              )}
            </li>
          ))}
      </ul>
      {data.items.length > most && <p className={styles.more}>{text('alerts.more', { count: data.items.length - most })}</p>}
    </section>
  )
}

/** Takes an alert at once on this screen, and puts it back when the server refuses. */
function useTake() {
  const client = useQueryClient()
  const text = useText()
  const key = alertsQuery(null).queryKey
  return useMutation({
    mutationFn: (alert: Alert) => request<Alert>(`/alerts/${alert.id}`, { method: 'PATCH', body: { status: 'acknowledged' } }),
    onMutate: (alert) => {
      const before = client.getQueryData(key)
      client.setQueryData<Collection<Alert>>(key, (list) => list && { ...list, items: list.items.filter((item) => item.id !== alert.id) })
      return { before }
    },
    onSuccess: (_answer, alert) => {
      announce(text('alerts.taken', { title: alert.title }))
      if (alert.issueId) void client.invalidateQueries({ queryKey: [null, 'issue', alert.issueId] })
    },
    onError: (_error, alert, context) => {
      client.setQueryData(key, context?.before)
      announce(text('alerts.notTaken', { title: alert.title }))
      void client.invalidateQueries({ queryKey: key })
    },
  })
}
