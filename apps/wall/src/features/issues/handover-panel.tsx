import type { Issue } from '@rumoer/contracts'
import { useQuery } from '@tanstack/react-query'
import { handoversQuery } from '../../lib/queries.ts'
import { useReplayId } from '../../lib/replay.ts'
import { useText } from '../../lib/text.ts'
import { HandoverRow } from '../../ui/handover-row.tsx'
import styles from '../../ui/handovers.module.css'

/** What of the issue was handed over and promised. */
export function HandoverPanel({ issue }: { issue: Issue }) {
  const text = useText()
  const { data } = useQuery(handoversQuery(useReplayId(), { issue: issue.id }))
  if (!data || data.items.length === 0) return null
  return (
    <section>
      <h2>{text('handovers.onIssue')}</h2>
      <ul className={styles.rows}>
        {data.items.map((one) => (
          <HandoverRow key={one.id} one={one} />
        ))}
      </ul>
    </section>
  )
}
