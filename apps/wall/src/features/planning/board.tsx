import type { ContentItem, ContentStatus } from '@rumoer/contracts'
import { useText } from '../../lib/text.ts'
import styles from './board.module.css'
import { BoardColumn } from './board-column.tsx'
import type { Move } from './item-move.ts'
import { COLUMNS, inColumn, positionFor } from './item-order.ts'

type Props = { items: readonly ContentItem[]; mayWork: boolean; onOpen: (item: ContentItem) => void; onMove: (move: Move) => void }
export type Drop = { id: string; side: 'before' | 'after' } | null

/** Columns by status. Items are moved by mouse, by keyboard, or with the menu on each card. */
export function Board({ items, mayWork, onOpen, onMove }: Props) {
  const text = useText()
  const cancelled = items.filter((item) => item.status === 'cancelled').length
  const moveTo = (status: ContentStatus) => (id: string, drop: Drop) => {
    const item = items.find((one) => one.id === id)
    if (item) onMove({ item, status, position: positionFor(inColumn(items, status), id, drop) })
  }
  return (
    <>
      <section className={styles.board} aria-label={text('planning.board')}>
        {COLUMNS.map((status) => (
          <BoardColumn
            key={status}
            status={status}
            items={inColumn(items, status)}
            mayWork={mayWork}
            onOpen={onOpen}
            onDrop={moveTo(status)}
            onMoveTo={(item, target) => moveTo(target)(item.id, null)}
          />
        ))}
      </section>
      {cancelled > 0 && <p className={styles.note}>{text('planning.cancelled', { count: cancelled })}</p>}
      {mayWork && <p className={styles.note}>{text('planning.dragHint')}</p>}
    </>
  )
}
