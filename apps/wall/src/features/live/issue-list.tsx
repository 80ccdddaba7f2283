import type { Issue } from '@rumoer/contracts'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { ArrowUp } from 'lucide-react'
import { type FocusEvent, type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { may } from '../../lib/access.ts'
import { isAtLeast } from '../../lib/issue-order.ts'
import { sessionQuery } from '../../lib/queries.ts'
import { useReplayId } from '../../lib/replay.ts'
import { changeSettings, useSettings } from '../../lib/settings.ts'
import { useText } from '../../lib/text.ts'
import { takeChange, useIssuePatch } from '../../lib/use-issue-patch.ts'
import { announce } from '../../ui/announcer.tsx'
import { Button } from '../../ui/button.tsx'
import { ShortcutHelp } from '../../ui/shortcut-help.tsx'
import { useHeldOrder } from './held-order.ts'
import styles from './issue-list.module.css'
import { IssueRow } from './issue-row.tsx'
import { LeadIssue } from './lead-issue.tsx'

type Props = { issues: readonly Issue[]; view: string; isFiltered: boolean; quiet: ReactNode }
const SCROLLED_PX = 160

/** Issues by heat, the hottest as the lead. What is new waits while somebody reads. */
export function IssueList({ issues, view, isFiltered, quiet }: Props) {
  const text = useText()
  const list = useRef<HTMLDivElement>(null)
  const { isReading, handlers } = useReading()
  const { shown, waiting, release } = useHeldOrder(issues, isReading, view)
  const [isHelpOpen, setHelpOpen] = useState(false)
  const take = useTake()
  const navigate = useNavigate()
  const onKeyDown = useListKeys(list, shown, {
    take,
    plan: (issue) => void navigate({ to: '/planning', search: { van: issue.id } }),
    help: () => setHelpOpen(true),
  })
  const lead = shown[0] && isAtLeast(shown[0].level, 'attention') ? shown[0] : null
  const rest = lead ? shown.slice(1) : shown
  const showNew = () => {
    release()
    window.scrollTo({ top: 0 })
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys work on the links inside, this only hears them
    <div ref={list} className={styles.list} onKeyDown={onKeyDown} {...handlers}>
      {waiting > 0 && (
        <div className={styles.pill}>
          <Button look="primary" small onPress={showNew}>
            <ArrowUp aria-hidden="true" /> {text('live.new', { count: waiting })}
          </Button>
        </div>
      )}
      {lead ? <LeadIssue issue={lead} onTake={take} /> : !isFiltered && quiet}
      <ol className={styles.rows} aria-label={text('live.list')}>
        {rest.map((issue) => (
          <IssueRow key={issue.id} issue={issue} />
        ))}
      </ol>
      <ShortcutHelp isOpen={isHelpOpen} onClose={() => setHelpOpen(false)} />
    </div>
  )
}

/** Somebody reads when the focus is in the list or the page is scrolled down. */
function useReading() {
  const [hasFocus, setFocus] = useState(false)
  const [isScrolled, setScrolled] = useState(false)
  useEffect(() => {
    const look = () => setScrolled(window.scrollY > SCROLLED_PX)
    window.addEventListener('scroll', look, { passive: true })
    return () => window.removeEventListener('scroll', look)
  }, [])
  const handlers = {
    onFocus: () => setFocus(true),
    onBlur: (event: FocusEvent<HTMLElement>) => setFocus(event.currentTarget.contains(event.relatedTarget)),
  }
  return { isReading: hasFocus || isScrolled, handlers }
}

/** Takes an issue in the name of who is signed in; null for who may not. */
function useTake(): ((issue: Issue) => void) | null {
  const text = useText()
  const replay = useReplayId()
  const { data: session } = useQuery(sessionQuery)
  const patch = useIssuePatch()
  if (!session || replay !== null || !may(session, 'issues.work')) return null
  return (issue) => {
    patch.mutate(takeChange(issue, session.user), {
      onSuccess: () => announce(text('issue.taken', { title: issue.title })),
      onError: () => announce(text('issue.notChanged', { title: issue.title })),
    })
  }
}

type KeyActions = { take: ((issue: Issue) => void) | null; plan: (issue: Issue) => void; help: () => void }

/** j, k, arrows, e, Escape, Space and ? while the focus is in the list. Enter is the link's own. */
function useListKeys(list: { current: HTMLElement | null }, issues: readonly Issue[], actions: KeyActions) {
  const { shortcuts, paused } = useSettings()
  return (event: KeyboardEvent) => {
    const links = [...(list.current?.querySelectorAll<HTMLElement>('a[data-issue]') ?? [])]
    const at = links.indexOf(document.activeElement as HTMLElement)
    if (at === -1 || event.ctrlKey || event.metaKey || event.altKey) return
    const isLetter = event.key.length === 1
    if (isLetter && !shortcuts) return
    const focused = issues.find((issue) => issue.id === links[at]?.dataset.issue)
    const focusAt = (index: number) => links[index]?.focus()
    const keys = new Map([
      ['j', () => focusAt(at + 1)],
      ['ArrowDown', () => focusAt(at + 1)],
      ['k', () => focusAt(at - 1)],
      ['ArrowUp', () => focusAt(at - 1)],
      ['e', () => focused && actions.take?.(focused)],
      ['p', () => focused && actions.plan(focused)],
      [' ', () => changeSettings({ paused: !paused })],
      ['?', actions.help],
      ['Escape', () => links[at]?.blur()],
    ])
    const run = keys.get(event.key)
    if (!run) return
    event.preventDefault()
    run()
  }
}
