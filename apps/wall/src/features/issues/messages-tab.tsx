import type { Issue } from '@rumoer/contracts'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { RotateCw } from 'lucide-react'
import { may } from '../../lib/access.ts'
import { messagesQuery, sessionQuery } from '../../lib/queries.ts'
import { useReplayId } from '../../lib/replay.ts'
import { useText } from '../../lib/text.ts'
import { Button } from '../../ui/button.tsx'
import { MessageCard } from '../../ui/message-card.tsx'
import { Failed, Loading } from '../../ui/panel-state.tsx'
import styles from './issue-tabs.module.css'

/** All messages of the issue, newest first. New ones wait until asked for. */
export function MessagesTab({ issue }: { issue: Issue }) {
  const text = useText()
  const replay = useReplayId()
  const { data: session } = useQuery(sessionQuery)
  const query = useInfiniteQuery(messagesQuery(replay, { issue: issue.id }))
  if (query.isPending) return <Loading lines={6} />
  if (query.error && !query.data) return <Failed error={query.error} onRetry={() => void query.refetch()} />
  const total = query.data?.pages[0]?.total ?? 0
  const messages = query.data?.pages.flatMap((page) => page.items) ?? []
  const fresh = issue.messages - total
  return (
    <>
      {fresh > 0 && (
        <p className={styles.more}>
          <Button small onPress={() => void query.refetch()}>
            <RotateCw aria-hidden="true" /> {text('messages.new', { count: fresh })}
          </Button>
        </p>
      )}
      <ol>
        {messages.map((message) => (
          <li key={message.id}>
            <MessageCard
              message={message}
              mayCorrect={may(session, 'messages.correct') && replay === null}
              mayHandOver={may(session, 'handovers.work') && replay === null}
            />
          </li>
        ))}
      </ol>
      {query.hasNextPage && (
        <p className={styles.more}>
          <Button isDisabled={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>
            {text('more')}
          </Button>
          {text('messages.shown', { shown: messages.length, total })}
        </p>
      )}
    </>
  )
}
