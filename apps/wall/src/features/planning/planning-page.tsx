import type { ContentItem } from '@rumoer/contracts'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { may } from '../../lib/access.ts'
import { contentItemsQuery, issueQuery, sessionQuery } from '../../lib/queries.ts'
import { useReplayId } from '../../lib/replay.ts'
import { useText } from '../../lib/text.ts'
import { Button } from '../../ui/button.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Empty, Failed, Loading } from '../../ui/panel-state.tsx'
import { Board } from './board.tsx'
import type { About } from './item-draft.ts'
import { ItemList } from './item-list.tsx'
import { useItemMove } from './item-move.ts'
import { ItemSheet } from './item-sheet.tsx'
import styles from './planning-page.module.css'
import { QuestionList } from './question-list.tsx'

type Editing = { item: ContentItem | null; about?: About } | null

/** What the newsroom makes, by status; made from an issue or from nothing. */
export function PlanningPage() {
  const text = useText()
  const replay = useReplayId()
  const navigate = useNavigate()
  const { weergave, van } = useSearch({ from: '/live/desk/planning' })
  const { data, error, isPending, refetch } = useQuery(contentItemsQuery(replay))
  const { data: session } = useQuery(sessionQuery)
  const issue = useQuery({ ...issueQuery(replay, van ?? ''), enabled: van !== undefined })
  const [editing, setEditing] = useState<Editing>(null)
  const move = useItemMove()
  if (isPending) return <Loading lines={8} />
  if (error && !data) return <Failed error={error} onRetry={() => void refetch()} />
  const items = data?.items ?? []
  const mayWork = may(session, 'planning.work') && replay === null
  const close = () => {
    setEditing(null)
    if (van) void navigate({ to: '/planning', search: (before) => ({ ...before, van: undefined }) })
  }
  const isFromIssue = van !== undefined && issue.data !== undefined && mayWork
  const undated = items.filter((item) => item.plannedOn === null && item.status !== 'published' && item.status !== 'cancelled').length
  return (
    <>
      <PageHead title={text('nav.planning')} lead={text('planning.lead', { count: items.length, undated })}>
        <nav className={styles.views} aria-label={text('planning.views')}>
          <Link to="/planning" search={(before) => ({ ...before, weergave: undefined })} className={styles.view} data-chosen={!weergave}>
            {text('planning.board')}
          </Link>
          <Link
            to="/planning"
            search={(before) => ({ ...before, weergave: 'lijst' as const })}
            className={styles.view}
            data-chosen={weergave === 'lijst'}
          >
            {text('planning.list')}
          </Link>
          <Link
            to="/planning"
            search={(before) => ({ ...before, weergave: 'vragen' as const })}
            className={styles.view}
            data-chosen={weergave === 'vragen'}
          >
            {text('questions.title')}
          </Link>
        </nav>
        {mayWork && (
          <Button look="primary" onPress={() => setEditing({ item: null })}>
            <Plus aria-hidden="true" /> {text('planning.new')}
          </Button>
        )}
      </PageHead>
      {weergave === 'vragen' && <QuestionList mayWork={mayWork} onAnswer={(about) => setEditing({ item: null, about })} />}
      {weergave !== 'vragen' && items.length === 0 && <Empty title={text('planning.none.title')}>{text('planning.none.body')}</Empty>}
      {weergave !== 'vragen' &&
        items.length > 0 &&
        (weergave === 'lijst' ? (
          <ItemList items={items} onOpen={(item) => setEditing({ item })} />
        ) : (
          <Board items={items} mayWork={mayWork} onOpen={(item) => setEditing({ item })} onMove={move} />
        ))}
      {(editing || isFromIssue) && (
        <ItemSheet
          key={editing?.item?.id ?? editing?.about?.title ?? van ?? 'new'}
          item={editing?.item ?? null}
          about={editing ? (editing.about ?? null) : (issue.data ?? null)}
          readOnly={!mayWork}
          onClose={close}
        />
      )}
    </>
  )
}
