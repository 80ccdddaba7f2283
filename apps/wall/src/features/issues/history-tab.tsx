import type { Issue, TimelineEntry } from '@rumoer/contracts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Undo2 } from 'lucide-react'
import { may } from '../../lib/access.ts'
import { request } from '../../lib/api.ts'
import { useNow } from '../../lib/clock.tsx'
import { momentText } from '../../lib/dates.ts'
import { sessionQuery, timelineQuery } from '../../lib/queries.ts'
import { useReplayId } from '../../lib/replay.ts'
import { useLocale, useText } from '../../lib/text.ts'
import { announce } from '../../ui/announcer.tsx'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/panel-state.tsx'
import styles from './issue-tabs.module.css'

/** Everything that happened to the issue, newest first. */
export function HistoryTab({ issue }: { issue: Issue }) {
  const text = useText()
  const locale = useLocale()
  const now = useNow(60_000)
  const replay = useReplayId()
  const { data } = useQuery(timelineQuery(replay, issue.id))
  const { data: session } = useQuery(sessionQuery)
  const mayUndo = replay === null && may(session, 'issues.work')
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
          {entry.undo !== null && mayUndo && <UndoButton issue={issue} entry={entry} regrouping={entry.undo} />}
        </li>
      ))}
    </ol>
  )
}

type UndoProps = { issue: Issue; entry: TimelineEntry; regrouping: number }

/** Takes back one merge or split, by people or by the machine. */
function UndoButton({ issue, entry, regrouping }: UndoProps) {
  const text = useText()
  const client = useQueryClient()
  const undo = useMutation({
    mutationFn: () => request(`/issues/${issue.id}/_undo`, { method: 'POST', body: { regrouping } }),
    onSuccess: () => announce(text('history.undone')),
    onError: () => announce(text('saveFailed')),
    onSettled: () => client.invalidateQueries({ queryKey: [null] }),
  })
  return (
    <div>
      <Button small isDisabled={undo.isPending} aria-label={text('history.undo.this', { step: entry.text })} onPress={() => undo.mutate()}>
        <Undo2 aria-hidden="true" /> {text('history.undo')}
      </Button>
      {undo.isError && <p role="alert">{text('saveFailed')}</p>}
    </div>
  )
}
