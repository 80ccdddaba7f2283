import type { Issue } from '@rumoer/contracts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { ApiError, request } from '../../lib/api.ts'
import { useText } from '../../lib/text.ts'
import { announce } from '../../ui/announcer.tsx'
import { Button } from '../../ui/button.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import styles from './issue-actions.module.css'

type Props = { issue: Issue; messages: readonly string[]; onClose: () => void; onDone: () => void }

/** Puts messages into another issue, named by its pasted link. */
export function MoveSheet({ issue, messages, onClose, onDone }: Props) {
  const text = useText()
  const client = useQueryClient()
  const [link, setLink] = useState('')
  const move = useMutation({
    mutationFn: (into: string) => request<Issue>(`/issues/${issue.id}/_split`, { method: 'POST', body: { messages, into } }),
    onSuccess: ({ title }) => {
      announce(text('regroup.move.done', { count: messages.length, title }))
      void client.invalidateQueries({ queryKey: [null] })
      onClose()
      onDone()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (link.trim() !== '') move.mutate(link.trim())
  }
  const refusal =
    move.error instanceof ApiError && move.error.status < 500 ? text('merge.unknown') : move.isError ? text('saveFailed') : null
  return (
    <Sheet title={text('regroup.move')} isOpen onClose={onClose}>
      <form className={styles.form} onSubmit={submit}>
        <p>{text('regroup.move.body', { count: messages.length })}</p>
        <TextInput
          label={text('merge.link')}
          hint={text('merge.hint')}
          error={refusal}
          value={link}
          required
          maxLength={500}
          onChange={(event) => setLink(event.target.value)}
        />
        <div className={styles.buttons}>
          <Button type="submit" look="primary" isDisabled={move.isPending}>
            {text('regroup.move.go')}
          </Button>
          <Button onPress={onClose}>{text('cancel')}</Button>
        </div>
      </form>
    </Sheet>
  )
}
