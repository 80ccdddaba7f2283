import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { issueQuery } from '../../lib/queries.ts'
import { useReplayId } from '../../lib/replay.ts'
import { useText } from '../../lib/text.ts'
import { RumoerLine } from '../../ui/rumoer-line.tsx'
import styles from './linked-issue.module.css'

/** The issue that an item is about, with its own line. */
export function LinkedIssue({ id, title }: { id: string; title: string | null }) {
  const text = useText()
  const { data } = useQuery(issueQuery(useReplayId(), id))
  return (
    <div className={styles.linked}>
      {data && <RumoerLine line={data.line} width={112} height={24} label={text('line.label', { count: data.messages })} />}
      <Link to="/issues/$id" params={{ id }} className={styles.link}>
        {data?.title ?? title ?? text('message.toIssue')}
      </Link>
    </div>
  )
}
