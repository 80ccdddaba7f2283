import type { Issue } from '@rumoer/contracts'
import { ArrowUp } from 'lucide-react'
import { type ReactNode, useRef, useState } from 'react'
import { isAtLeast } from '../../lib/issue-order.ts'
import { useText } from '../../lib/text.ts'
import { Button } from '../../ui/button.tsx'
import { ShortcutHelp } from '../../ui/shortcut-help.tsx'
import { useHeldOrder } from './held-order.ts'
import styles from './issue-list.module.css'
import { IssueRow } from './issue-row.tsx'
import { LeadIssue } from './lead-issue.tsx'
import { type IssueSheetKind, useListKeys } from './use-list-keys.ts'
import { useReading } from './use-reading.ts'
import { useTake } from './use-take.ts'

/** Draws what a key opens for an issue; made by the page, since it belongs to another feature. */
export type IssueSheet = (issue: Issue, kind: IssueSheetKind, close: () => void) => ReactNode
type Props = {
  issues: readonly Issue[]
  /** How many of them to show. */
  most: number
  view: string
  label: string
  sheet: IssueSheet
  /** What stands in the place of a lead: null lists all issues alike. */
  quiet: ReactNode
  hasLead: boolean
}

/** Issues by heat, the hottest as the lead. What is new waits while somebody reads. */
export function IssueList({ issues, most, view, label, sheet, quiet, hasLead }: Props) {
  const text = useText()
  const list = useRef<HTMLDivElement>(null)
  const { isReading, handlers } = useReading(list)
  const { shown, waiting, release } = useHeldOrder(issues, isReading, view, most)
  const [isHelpOpen, setHelpOpen] = useState(false)
  const [opened, setOpened] = useState<{ issue: Issue; kind: IssueSheetKind } | null>(null)
  const take = useTake()
  const onKeyDown = useListKeys(list, shown, {
    take,
    sheet: take && ((issue, kind) => setOpened({ issue, kind })),
    help: () => setHelpOpen(true),
  })
  const lead = hasLead && shown[0] && isAtLeast(shown[0].level, 'attention') ? shown[0] : null
  const showNew = () => {
    release()
    list.current?.scrollTo({ top: 0 })
    if (hasLead) window.scrollTo({ top: 0 })
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys work on the links inside, this only hears them
    <div ref={list} className={styles.list} data-issue-list="" onKeyDown={onKeyDown} {...handlers}>
      {waiting > 0 && (
        <div className={styles.pill}>
          <Button look="primary" small onPress={showNew}>
            <ArrowUp aria-hidden="true" /> {text('live.new', { count: waiting })}
          </Button>
        </div>
      )}
      {lead ? <LeadIssue issue={lead} onTake={take} /> : quiet}
      <ol className={styles.rows} aria-label={label}>
        {(lead ? shown.slice(1) : shown).map((issue) => (
          <IssueRow key={issue.id} issue={issue} />
        ))}
      </ol>
      <ShortcutHelp isOpen={isHelpOpen} onClose={() => setHelpOpen(false)} />
      {opened && sheet(opened.issue, opened.kind, () => setOpened(null))}
    </div>
  )
}
