import { useNavigate } from '@tanstack/react-router'
import { Ellipsis } from 'lucide-react'
import { useState } from 'react'
import { type Column, columnsText } from '../../lib/columns.ts'
import { useText } from '../../lib/text.ts'
import { ActionsMenu } from '../../ui/actions-menu.tsx'
import { ColumnSheet } from './column-sheet.tsx'
import styles from './issue-columns.module.css'
import type { IssueSheet } from './issue-list.tsx'
import { Issues } from './issues.tsx'
import { useFilterWords } from './use-filter-words.ts'

/** Standing queries side by side, as the address names them. */
export function IssueColumns({ columns, sheet }: { columns: readonly Column[]; sheet: IssueSheet }) {
  const text = useText()
  const navigate = useNavigate()
  const filterWords = useFilterWords()
  const [edited, setEdited] = useState<number | null>(null)
  const show = (next: readonly Column[]) =>
    void navigate({
      to: '/',
      search: ({ replay }) => ({ replay, kolommen: next.length === 0 ? undefined : columnsText(next) }),
    })
  const moved = (at: number, to: number) => {
    const next = columns.filter((_, index) => index !== at)
    return [...next.slice(0, to), columns[at]!, ...next.slice(to)]
  }
  const actionsOf = (at: number) => [
    { id: 'edit', name: text('columns.edit'), run: () => setEdited(at) },
    ...(at > 0 ? [{ id: 'left', name: text('columns.left'), run: () => show(moved(at, at - 1)) }] : []),
    ...(at < columns.length - 1 ? [{ id: 'right', name: text('columns.right'), run: () => show(moved(at, at + 1)) }] : []),
    { id: 'remove', name: text('columns.remove'), run: () => show(columns.filter((_, index) => index !== at)) },
  ]
  const opened = edited === null ? undefined : columns[edited]
  return (
    <div className={styles.columns} data-count={columns.length}>
      {columns.map(({ name, filter }, at) => {
        const words = filterWords(filter)
        const title = name ?? words
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: two columns may ask for the same; their place is what tells them apart
          <section key={`${at} ${JSON.stringify(filter)}`} className={styles.column} aria-label={title}>
            <header className={styles.head}>
              <div className={styles.words}>
                <h2 className={styles.title}>{title}</h2>
                {name !== undefined && <p className={styles.filter}>{words}</p>}
              </div>
              <ActionsMenu label={text('columns.menu', { name: title })} actions={actionsOf(at)} look="quiet" small>
                <Ellipsis aria-hidden="true" />
              </ActionsMenu>
            </header>
            <Issues filter={filter} label={title} sheet={sheet} quiet={null} />
          </section>
        )
      })}
      {edited !== null && opened && (
        <ColumnSheet
          column={opened}
          onClose={() => setEdited(null)}
          onSave={(column) => {
            show(columns.map((one, index) => (index === edited ? column : one)))
            setEdited(null)
          }}
        />
      )}
    </div>
  )
}
