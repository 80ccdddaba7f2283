import type { Issue } from '@rumoer/contracts'
import { useQuery } from '@tanstack/react-query'
import { contentItemsQuery } from '../../lib/queries.ts'
import { useReplayId } from '../../lib/replay.ts'
import { useText } from '../../lib/text.ts'
import { LevelMark } from '../../ui/level-mark.tsx'
import { cutTitle } from './settled-order.ts'
import styles from './work-list.module.css'

/** What we do about the other issues: who has none stands out. */
export function WorkList({ issues }: { issues: readonly Issue[] }) {
  const text = useText()
  const { data } = useQuery(contentItemsQuery(useReplayId()))
  if (issues.length === 0) return <p className={styles.none}>{text('wall.restQuiet')}</p>
  const made = (id: string) => (data?.items ?? []).filter((item) => item.issueId === id && item.status !== 'cancelled').length
  return (
    <ul className={styles.work}>
      {issues.map((issue) => (
        <li key={issue.id}>
          <LevelMark level={issue.level} size="0.9em" label={text(`level.${issue.level}`)} />
          <h2>{cutTitle(issue.title, 42)}</h2>
          <span>
            {text(issue.assignee ? 'wall.taken' : 'wall.nobody')}
            {made(issue.id) > 0 && ` · ${text('wall.planned', { count: made(issue.id) })}`}
          </span>
        </li>
      ))}
    </ul>
  )
}
