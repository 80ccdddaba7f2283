import type { ContentItem, ContentStatus } from '@rumoer/contracts'
import { GripVertical } from 'lucide-react'
import { Button, GridList, GridListItem, isTextDropItem, useDragAndDrop } from 'react-aria-components'
import { useText } from '../../lib/text.ts'
import styles from './board.module.css'
import type { Drop } from './board.tsx'
import { ItemCard } from './item-card.tsx'

const DRAG_TYPE = 'rumoer-content-item'
type Props = {
  status: ContentStatus
  items: ContentItem[]
  mayWork: boolean
  onOpen: (item: ContentItem) => void
  onDrop: (id: string, drop: Drop) => void
  onMoveTo: (item: ContentItem, status: ContentStatus) => void
}

/** One column: a list that items can be dragged from, to and within. */
export function BoardColumn({ status, items, mayWork, onOpen, onDrop, onMoveTo }: Props) {
  const text = useText()
  const { dragAndDropHooks } = useDragAndDrop({
    isDisabled: !mayWork,
    getItems: (keys) =>
      [...keys].map((key) => ({ [DRAG_TYPE]: String(key), 'text/plain': items.find((item) => item.id === key)?.title ?? '' })),
    acceptedDragTypes: [DRAG_TYPE],
    getDropOperation: () => 'move',
    onInsert: async (event) => {
      const side = event.target.dropPosition === 'before' ? 'before' : 'after'
      for (const id of await idsOf(event.items)) onDrop(id, { id: String(event.target.key), side })
    },
    onRootDrop: async (event) => {
      for (const id of await idsOf(event.items)) onDrop(id, null)
    },
    onReorder: (event) => {
      const side = event.target.dropPosition === 'before' ? 'before' : 'after'
      for (const key of event.keys) onDrop(String(key), { id: String(event.target.key), side })
    },
  })
  return (
    <div className={styles.column}>
      <h2 className={styles.heading}>
        {text(`content.${status}`)} <span>{items.length}</span>
      </h2>
      <GridList
        className={styles.list ?? ''}
        aria-label={text(`content.${status}`)}
        items={items}
        dragAndDropHooks={dragAndDropHooks}
        renderEmptyState={() => <p className={styles.none}>{text('planning.emptyColumn')}</p>}
        onAction={(key) => {
          const item = items.find((one) => one.id === key)
          if (item) onOpen(item)
        }}
      >
        {(item) => (
          <GridListItem id={item.id} textValue={item.title} className={styles.card ?? ''}>
            {mayWork && (
              <Button slot="drag" className={styles.grip ?? ''} aria-label={text('planning.drag', { title: item.title })}>
                <GripVertical aria-hidden="true" />
              </Button>
            )}
            <ItemCard item={item} mayWork={mayWork} onOpen={() => onOpen(item)} onMoveTo={(target) => onMoveTo(item, target)} />
          </GridListItem>
        )}
      </GridList>
    </div>
  )
}

async function idsOf(items: Iterable<Parameters<typeof isTextDropItem>[0]>): Promise<string[]> {
  return Promise.all([...items].filter(isTextDropItem).map((item) => item.getText(DRAG_TYPE)))
}
