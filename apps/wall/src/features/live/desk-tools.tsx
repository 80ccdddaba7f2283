import { useNavigate } from '@tanstack/react-router'
import { Columns3, Rows3 } from 'lucide-react'
import type { ReactNode } from 'react'
import { type Column, columnsText, MOST_COLUMNS } from '../../lib/columns.ts'
import type { IssueFilter } from '../../lib/issue-filter.ts'
import { useText } from '../../lib/text.ts'
import { Button } from '../../ui/button.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { ViewsMenu } from '../../ui/views-menu.tsx'
import styles from './desk-tools.module.css'
import { SEARCH_FIELD } from './use-list-keys.ts'

type Props = { filter: IssueFilter; columns: readonly Column[] | null; children: ReactNode }

/** Search, saved views, and the way to columns and back. */
export function DeskTools({ filter, columns, children }: Props) {
  const text = useText()
  const navigate = useNavigate()
  const showColumns = (next: readonly Column[]) =>
    void navigate({ to: '/', search: ({ replay }) => ({ replay, kolommen: columnsText(next) }) })
  return (
    <div className={styles.tools}>
      {columns === null ? (
        <SearchField
          key={filter.q ?? ''}
          id={SEARCH_FIELD}
          label={text('desk.search')}
          value={filter.q ?? ''}
          onSearch={(q) => void navigate({ to: '/', search: (before) => ({ ...before, q }) })}
        />
      ) : (
        <p className={styles.lead}>{text('columns.lead', { count: columns.length })}</p>
      )}
      <div className={styles.buttons}>
        {columns === null ? (
          <Button onPress={() => showColumns([{ filter }, { filter: { assignee: 'none' } }, { filter: { level: 'urgent' } }])}>
            <Columns3 aria-hidden="true" /> {text('columns.show')}
          </Button>
        ) : (
          <>
            <Button isDisabled={columns.length >= MOST_COLUMNS} onPress={() => showColumns([...columns, { filter: {} }])}>
              <Columns3 aria-hidden="true" /> {text('columns.add')}
            </Button>
            <Button onPress={() => void navigate({ to: '/', search: ({ replay }) => ({ replay }) })}>
              <Rows3 aria-hidden="true" /> {text('columns.hide')}
            </Button>
          </>
        )}
        <ViewsMenu />
        {children}
      </div>
    </div>
  )
}
