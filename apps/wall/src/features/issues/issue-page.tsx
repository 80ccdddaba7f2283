import type { Issue } from '@rumoer/contracts'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { issueQuery } from '../../lib/queries.ts'
import { useReplayId } from '../../lib/replay.ts'
import { useSettings } from '../../lib/settings.ts'
import { Failed, Loading } from '../../ui/panel-state.tsx'
import { EvidenceList } from './evidence-list.tsx'
import { IssueHead } from './issue-head.tsx'
import styles from './issue-page.module.css'
import { IssueTabs } from './issue-tabs.tsx'
import { IssueTimeline } from './issue-timeline.tsx'
import { WorkPanel } from './work-panel.tsx'

/** One issue: what, why, since when, what people say, who works on it. */
export function IssuePage() {
  const { id } = useParams({ from: '/live/desk/issues/$id' })
  const { data, error, isPending, refetch } = useQuery(issueQuery(useReplayId(), id))
  if (isPending) return <Loading lines={10} />
  if (error && !data) return <Failed error={error} onRetry={() => void refetch()} />
  return data ? <IssueArticle key={id} issue={data} /> : null
}

function IssueArticle({ issue }: { issue: Issue }) {
  const article = useRef<HTMLElement>(null)
  const onKeyDown = usePageKeys(issue)
  useEffect(() => article.current?.focus({ preventScroll: true }), [])
  return (
    <article ref={article} tabIndex={-1} className={styles.page} onKeyDown={onKeyDown} aria-labelledby="issue-title">
      <IssueHead issue={issue} />
      <div className={styles.first}>
        <div className={styles.story}>
          <IssueTimeline issue={issue} />
          <EvidenceList issue={issue} />
        </div>
        <WorkPanel issue={issue} />
      </div>
      <IssueTabs issue={issue} />
    </article>
  )
}

/** `p` plans, Escape goes back to the desk; not while somebody types. */
function usePageKeys(issue: Issue) {
  const navigate = useNavigate()
  const { shortcuts } = useSettings()
  return (event: KeyboardEvent) => {
    const target = event.target as HTMLElement
    if (event.ctrlKey || event.metaKey || event.altKey || target.closest('input, textarea, select, [role=dialog], [role=listbox]')) return
    if (event.key === 'Escape') void navigate({ to: '/' })
    if (event.key === 'p' && shortcuts) {
      event.preventDefault()
      void navigate({ to: '/planning', search: { van: issue.id } })
    }
  }
}
