import type { Issue } from '@rumoer/contracts'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { RotateCw, Split } from 'lucide-react'
import { useState } from 'react'
import { Checkbox } from 'react-aria-components'
import { may } from '../../lib/access.ts'
import { useNow } from '../../lib/clock.tsx'
import { momentText } from '../../lib/dates.ts'
import { messagesQuery, sessionQuery } from '../../lib/queries.ts'
import { useReplayId } from '../../lib/replay.ts'
import { useLocale, useText } from '../../lib/text.ts'
import { Button } from '../../ui/button.tsx'
import { MessageCard } from '../../ui/message-card.tsx'
import { Failed, Loading } from '../../ui/panel-state.tsx'
import { useChannelName } from '../../ui/use-channel-name.ts'
import styles from './issue-tabs.module.css'
import regroup from './regroup.module.css'
import { RegroupBar } from './regroup-bar.tsx'

/** All messages of the issue, newest first. New ones wait until asked for. */
export function MessagesTab({ issue }: { issue: Issue }) {
  const text = useText()
  const replay = useReplayId()
  const { data: session } = useQuery(sessionQuery)
  const locale = useLocale()
  const now = useNow(60_000)
  const channelName = useChannelName()
  const [chosen, setChosen] = useState<ReadonlySet<string> | null>(null)
  const query = useInfiniteQuery(messagesQuery(replay, { issue: issue.id }))
  if (query.isPending) return <Loading lines={6} />
  if (query.error && !query.data) return <Failed error={query.error} onRetry={() => void query.refetch()} />
  const total = query.data?.pages[0]?.total ?? 0
  const messages = query.data?.pages.flatMap((page) => page.items) ?? []
  const fresh = issue.messages - total
  const mayRegroup = may(session, 'issues.work') && replay === null
  return (
    <>
      {chosen && <RegroupBar issue={issue} chosen={chosen} onDone={() => setChosen(null)} />}
      {!chosen && mayRegroup && total > 1 && (
        <p className={styles.more}>
          <Button small onPress={() => setChosen(new Set())}>
            <Split aria-hidden="true" /> {text('regroup.title')}
          </Button>
        </p>
      )}
      {fresh > 0 && (
        <p className={styles.more}>
          <Button small onPress={() => void query.refetch()}>
            <RotateCw aria-hidden="true" /> {text('messages.new', { count: fresh })}
          </Button>
        </p>
      )}
      <ol>
        {messages.map((message) => (
          <li key={message.id} {...(chosen ? { className: regroup.row } : {})}>
            {chosen && (
              <Checkbox
                className={regroup.box ?? ''}
                aria-label={text('regroup.choose', {
                  time: momentText(message.createdAt, now, locale),
                  channel: channelName(message.channel),
                })}
                isSelected={chosen.has(message.id)}
                onChange={(isChosen) => setChosen(new Set([...chosen, message.id].filter((id) => isChosen || id !== message.id)))}
              />
            )}
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
