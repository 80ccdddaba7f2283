import type { Issue, IssuePatch } from '@rumoer/contracts'
import { useText } from '../../lib/text.ts'
import { useIssuePatch } from '../../lib/use-issue-patch.ts'
import { announce } from '../../ui/announcer.tsx'
import { AssignSheet } from './assign-sheet.tsx'
import { MuteSheet } from './mute-sheet.tsx'
import { NoteSheet } from './note-sheet.tsx'

type Props = { issue: Issue; kind: 'mute' | 'assign' | 'note'; onClose: () => void }

/** What a key in a list opens for one issue, without leaving that list. */
export function IssueSheet({ issue, kind, onClose }: Props) {
  const text = useText()
  const patch = useIssuePatch()
  const change = (wanted: IssuePatch, shown: Partial<Issue>) => {
    patch.mutate(
      { issue, patch: wanted, shown },
      {
        onSuccess: () => announce(text('issue.changed')),
        onError: () => announce(text('issue.notChanged', { title: issue.title })),
      },
    )
    onClose()
  }
  if (kind === 'note') return <NoteSheet isOpen onClose={onClose} issue={issue} />
  if (kind === 'mute')
    return <MuteSheet isOpen onClose={onClose} onMute={(until, reason) => change({ muted: { until, reason } }, { mutedUntil: until })} />
  return <AssignSheet isOpen onClose={onClose} onChoose={(person) => change({ assignee: person?.id ?? null }, { assignee: person })} />
}
