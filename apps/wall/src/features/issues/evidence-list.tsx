import type { Issue } from '@rumoer/contracts'
import { useInfiniteQuery } from '@tanstack/react-query'
import { messagesQuery } from '../../lib/queries.ts'
import { useReplayId } from '../../lib/replay.ts'
import { useText } from '../../lib/text.ts'
import { MessageSource, MessageText } from '../../ui/message-card.tsx'
import styles from './evidence-list.module.css'

const SHOWN = 3

/** Three of the messages that the issue rests on. */
export function EvidenceList({ issue }: { issue: Issue }) {
  const text = useText()
  const { data } = useInfiniteQuery(messagesQuery(useReplayId(), { issue: issue.id }))
  const messages = [...(data?.pages[0]?.items ?? [])].sort((a, b) => b.createdAt.localeCompare(a.createdAt))
  const shown = [...messages.filter((message) => message.text !== ''), ...messages.filter((message) => message.text === '')].slice(0, SHOWN)
  if (shown.length === 0) return null
  return (
    <section className={styles.evidence} aria-labelledby="bewijs">
      <h2 id="bewijs">{text('evidence.title', { shown: shown.length, count: data?.pages[0]?.total ?? issue.messages })}</h2>
      <ul>
        {shown.map((message) => (
          <li key={message.id}>
            <div className={styles.text}>
              <MessageText message={message} />
            </div>
            <MessageSource message={message} />
          </li>
        ))}
      </ul>
    </section>
  )
}
