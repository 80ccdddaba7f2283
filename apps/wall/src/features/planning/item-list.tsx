import type { ContentItem } from '@rumoer/contracts'
import { noonOf, shortDate } from '../../lib/dates.ts'
import { useLocale, useText } from '../../lib/text.ts'
import { Button } from '../../ui/button.tsx'
import { Owner } from '../../ui/owner.tsx'
import { TwinTable } from '../../ui/twin-table.tsx'
import { useChannelName } from '../../ui/use-channel-name.ts'
import { COLUMNS } from './item-order.ts'

/** The same items as a table: dated ones first, by date. */
export function ItemList({ items, onOpen }: { items: readonly ContentItem[]; onOpen: (item: ContentItem) => void }) {
  const text = useText()
  const locale = useLocale()
  const channelName = useChannelName()
  const rank = (item: ContentItem) => (item.status === 'cancelled' ? COLUMNS.length : COLUMNS.indexOf(item.status))
  const sorted = [...items].sort(
    (a, b) => (a.plannedOn ?? '9999').localeCompare(b.plannedOn ?? '9999') || rank(a) - rank(b) || a.position - b.position,
  )
  const dateText = (item: ContentItem) => (item.plannedOn ? shortDate(noonOf(item.plannedOn), locale) : text('someday'))
  const channelText = (item: ContentItem) => item.channels.map(channelName).join(', ')
  return (
    <TwinTable
      caption={text('planning.list')}
      rows={sorted}
      rowKey={(item) => item.id}
      columns={[
        {
          id: 'title',
          name: text('item.title'),
          cell: (item) => (
            <Button look="quiet" small onPress={() => onOpen(item)}>
              {item.title}
            </Button>
          ),
          text: (item) => item.title,
        },
        { id: 'date', name: text('item.date'), cell: dateText, text: (item) => item.plannedOn },
        { id: 'status', name: text('filter.status'), cell: (item) => text(`content.${item.status}`), text: (item) => item.status },
        { id: 'channels', name: text('item.channels'), cell: channelText, text: channelText },
        { id: 'owner', name: text('item.owner'), cell: (item) => <Owner owner={item.owner} />, text: (item) => item.owner?.name ?? null },
        { id: 'issue', name: text('item.issue'), cell: (item) => item.issueTitle ?? '', text: (item) => item.issueTitle },
      ]}
    />
  )
}
