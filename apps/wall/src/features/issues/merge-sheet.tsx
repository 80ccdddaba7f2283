import type { Issue } from '@rumoer/contracts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { request } from '../../lib/api.ts'
import { useText } from '../../lib/text.ts'
import { announce } from '../../ui/announcer.tsx'
import { LinkSheet } from './link-sheet.tsx'

/** Puts another issue, named by its pasted link, into this one. */
export function MergeSheet({ issue, onClose }: { issue: Issue; onClose: () => void }) {
  const text = useText()
  const client = useQueryClient()
  const merge = useMutation({
    mutationFn: (other: string) => request(`/issues/${issue.id}/_merge`, { method: 'POST', body: { issues: [other] } }),
    onSuccess: () => {
      announce(text('merge.done'))
      void client.invalidateQueries({ queryKey: [null] })
      onClose()
    },
  })
  return (
    <LinkSheet
      title={text('merge.title')}
      body={text('merge.body', { title: issue.title })}
      go={text('merge')}
      action={merge}
      onClose={onClose}
    />
  )
}
