import type { ContentItem, ContentStatus } from '@rumoer/contracts'
import { Ellipsis } from 'lucide-react'
import { noonOf, shortDate } from '../../lib/dates.ts'
import { useLocale, useText } from '../../lib/text.ts'
import { ActionsMenu } from '../../ui/actions-menu.tsx'
import { Owner } from '../../ui/owner.tsx'
import { useChannelName } from '../../ui/use-channel-name.ts'
import styles from './item-card.module.css'
import { COLUMNS } from './item-order.ts'
import { LinkedIssue } from './linked-issue.tsx'

type Props = { item: ContentItem; mayWork: boolean; onOpen: () => void; onMoveTo: (status: ContentStatus) => void }

export function ItemCard({ item, mayWork, onOpen, onMoveTo }: Props) {
  const text = useText()
  const locale = useLocale()
  const channelName = useChannelName()
  const targets: ContentStatus[] = [...COLUMNS, 'cancelled']
  return (
    <div className={styles.card}>
      <div className={styles.top}>
        <span className={item.plannedOn ? styles.date : styles.someday}>
          {item.plannedOn ? shortDate(noonOf(item.plannedOn), locale) : text('someday')}
        </span>
        <ActionsMenu
          small
          look="quiet"
          label={text('planning.menu', { title: item.title })}
          actions={[
            { id: 'open', name: text('planning.open'), run: onOpen },
            ...(mayWork
              ? targets
                  .filter((status) => status !== item.status)
                  .map((status) => ({
                    id: status,
                    name: text('planning.moveTo', { status: text(`content.${status}`) }),
                    run: () => onMoveTo(status),
                  }))
              : []),
          ]}
        >
          <Ellipsis aria-hidden="true" />
        </ActionsMenu>
      </div>
      <p className={styles.title}>{item.title}</p>
      <p className={styles.meta}>{item.channels.map(channelName).join(', ')}</p>
      {item.issueId && <LinkedIssue id={item.issueId} title={item.issueTitle} />}
      <p className={styles.owner}>
        <Owner owner={item.owner} />
      </p>
    </div>
  )
}
