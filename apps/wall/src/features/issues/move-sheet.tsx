import type { Issue } from '@rumoer/contracts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { request } from '../../lib/api.ts'
import { useText } from '../../lib/text.ts'
import { announce } from '../../ui/announcer.tsx'
import { LinkSheet } from './link-sheet.tsx'

type Props = { issue: Issue; messages: readonly string[]; onClose: () => void; onDone: () => void }

/** Puts messages into another issue, named by its pasted link. */
export function MoveSheet({ issue, messages, onClose, onDone }: Props) {
  const text = useText()
  const client = useQueryClient()
  const count = messages.length
  const move = useMutation({
    mutationFn: (into: string) => request<Issue>(`/issues/${issue.id}/_split`, { method: 'POST', body: { messages, into } }),
    onSuccess: ({ title }) => {
      announce(text('regroup.move.done', { count, title }))
      void client.invalidateQueries({ queryKey: [null] })
      onClose()
      onDone()
    },
  })
  return (
    <LinkSheet
      title={text('regroup.move')}
      body={text('regroup.move.body', { count })}
      go={text('regroup.move.go')}
      action={move}
      onClose={onClose}
    />
  )
}
