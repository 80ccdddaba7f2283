import { type Issue, RESIDENT_ROLES } from '@rumoer/contracts'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { messagesQuery } from '../../lib/queries.ts'
import { useReplayId } from '../../lib/replay.ts'
import { useText } from '../../lib/text.ts'
import { TwinTable } from '../../ui/twin-table.tsx'
import { useChannelName } from '../../ui/use-channel-name.ts'
import { useMessageCounts } from './count-messages.ts'
import styles from './issue-tabs.module.css'

/** Over which channels it comes in, and as whom residents speak. */
export function ChannelsTab({ issue }: { issue: Issue }) {
  const text = useText()
  const replay = useReplayId()
  const channelName = useChannelName()
  const counted = useMessageCounts(
    replay,
    issue.channels.map((channel) => ({ issue: issue.id, channel })),
  )
  const rows = issue.channels
    .map((channel, at) => ({ channel, messages: counted[at] ?? null }))
    .sort((a, b) => (b.messages ?? 0) - (a.messages ?? 0))
  return (
    <div className={styles.columns}>
      <TwinTable
        caption={text('channels.caption')}
        rows={rows}
        rowKey={(row) => row.channel}
        columns={[
          { id: 'channel', name: text('filter.channel'), cell: (row) => channelName(row.channel), text: (row) => row.channel },
          {
            id: 'messages',
            name: text('nav.messages'),
            numeric: true,
            cell: (row) => (
              <Link to="/berichten" search={{ issue: issue.id, channel: row.channel }}>
                {row.messages ?? '…'}
              </Link>
            ),
            text: (row) => row.messages,
          },
        ]}
      />
      <Roles issue={issue} />
    </div>
  )
}

function Roles({ issue }: { issue: Issue }) {
  const text = useText()
  const { data } = useInfiniteQuery(messagesQuery(useReplayId(), { issue: issue.id }))
  const messages = data?.pages.flatMap((page) => page.items) ?? []
  const rows = RESIDENT_ROLES.map((role) => ({
    role,
    messages: messages.filter((message) => message.reading?.roles.some((one) => one.role === role)).length,
  }))
    .filter((row) => row.messages > 0)
    .sort((a, b) => b.messages - a.messages)
  return (
    <div>
      <TwinTable
        caption={text('roles.caption')}
        rows={rows}
        rowKey={(row) => row.role}
        columns={[
          { id: 'role', name: text('roles.role'), cell: (row) => text(`residentRole.${row.role}`), text: (row) => row.role },
          { id: 'messages', name: text('nav.messages'), numeric: true, cell: (row) => row.messages, text: (row) => row.messages },
        ]}
      />
      <p className={styles.note}>{text('roles.note', { count: messages.length })}</p>
    </div>
  )
}
