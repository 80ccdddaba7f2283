import type { Issue, IssuePatch } from '@rumoer/contracts'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Hand, UserRoundPlus } from 'lucide-react'
import { useState } from 'react'
import { may } from '../../lib/access.ts'
import { ApiError } from '../../lib/api.ts'
import { sessionQuery } from '../../lib/queries.ts'
import { useReplayId } from '../../lib/replay.ts'
import { useText } from '../../lib/text.ts'
import { takeChange, useIssuePatch } from '../../lib/use-issue-patch.ts'
import { ActionsMenu } from '../../ui/actions-menu.tsx'
import { announce } from '../../ui/announcer.tsx'
import { Button } from '../../ui/button.tsx'
import { HandoverSheet } from '../../ui/handover-sheet.tsx'
import { AssignSheet } from './assign-sheet.tsx'
import styles from './issue-actions.module.css'
import { MergeSheet } from './merge-sheet.tsx'
import { MuteSheet } from './mute-sheet.tsx'
import { NoteSheet } from './note-sheet.tsx'

type Open = 'assign' | 'mute' | 'note' | 'merge' | 'handover' | 'callback' | null

/** What a person can do with an issue. Everything shows at once and is put back when the server refuses. */
export function IssueActions({ issue }: { issue: Issue }) {
  const text = useText()
  const navigate = useNavigate()
  const replay = useReplayId()
  const { data: session } = useQuery(sessionQuery)
  const patch = useIssuePatch()
  const [open, setOpen] = useState<Open>(null)
  if (!session || replay !== null || !may(session, 'issues.work')) return null
  const close = () => setOpen(null)
  const isMine = issue.assignee?.id === session.user.id
  const isDone = issue.status === 'resolved' || issue.status === 'dismissed'
  const change = (wanted: IssuePatch, shown: Partial<Issue>) => {
    close()
    patch.mutate({ issue, patch: wanted, shown }, { onSuccess: () => announce(text('issue.changed')) })
  }
  const more = [
    { id: 'note', name: text('note.add'), run: () => setOpen('note') },
    issue.mutedUntil === null
      ? { id: 'mute', name: text('mute'), run: () => setOpen('mute') }
      : { id: 'unmute', name: text('mute.stop'), run: () => change({ muted: null }, { mutedUntil: null }) },
    ...(may(session, 'handovers.work')
      ? [
          { id: 'handover', name: text('handover.open'), run: () => setOpen('handover') },
          { id: 'callback', name: text('handover.promise'), run: () => setOpen('callback') },
        ]
      : []),
    { id: 'merge', name: text('merge'), run: () => setOpen('merge') },
    { id: 'plan', name: text('plan.from'), run: () => void navigate({ to: '/planning', search: { van: issue.id } }) },
    isDone
      ? { id: 'reopen', name: text('reopen'), run: () => change({ status: 'open' }, { status: 'open' }) }
      : { id: 'resolve', name: text('resolve'), run: () => change({ status: 'resolved' }, { status: 'resolved' }) },
    ...(isDone ? [] : [{ id: 'dismiss', name: text('dismiss'), run: () => change({ status: 'dismissed' }, { status: 'dismissed' }) }]),
  ]
  return (
    <div className={styles.actions}>
      {!isMine && !isDone && (
        <Button look="primary" onPress={() => patch.mutate(takeChange(issue, session.user))}>
          <Hand aria-hidden="true" /> {text('take')}
        </Button>
      )}
      <Button onPress={() => setOpen('assign')}>
        <UserRoundPlus aria-hidden="true" /> {text('assign')}
      </Button>
      <ActionsMenu label={text('more.actions')} actions={more} />
      {patch.isError && (
        <p className={styles.conflict} role="alert">
          {text('issue.conflict', { detail: patch.error instanceof ApiError ? (patch.error.problem?.detail ?? '') : '' })}
        </p>
      )}
      <AssignSheet
        isOpen={open === 'assign'}
        onClose={close}
        onChoose={(person) => change({ assignee: person?.id ?? null }, { assignee: person })}
      />
      <MuteSheet
        isOpen={open === 'mute'}
        onClose={close}
        onMute={(until, reason) => change({ muted: { until, reason } }, { mutedUntil: until })}
      />
      <NoteSheet isOpen={open === 'note'} onClose={close} issue={issue} />
      {(open === 'handover' || open === 'callback') && (
        <HandoverSheet message={null} issue={issue.id} kinds={[open === 'callback' ? 'callback' : 'melding']} onClose={close} />
      )}
      {open === 'merge' && <MergeSheet onClose={close} issue={issue} />}
    </div>
  )
}
