import type { Issue } from '@rumoer/contracts'
import { useQuery } from '@tanstack/react-query'
import { may } from '../../lib/access.ts'
import { sessionQuery } from '../../lib/queries.ts'
import { useReplayId } from '../../lib/replay.ts'
import { useText } from '../../lib/text.ts'
import { takeChange, useIssuePatch } from '../../lib/use-issue-patch.ts'
import { announce } from '../../ui/announcer.tsx'

/** Takes an issue in the name of who is signed in; null for who may not. */
export function useTake(): ((issue: Issue) => void) | null {
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
