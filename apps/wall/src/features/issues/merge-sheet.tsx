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

type Props = { isOpen: boolean; onClose: () => void; issue: Issue }

/** Puts another issue, named by its pasted link, into this one. */
export function MergeSheet({ isOpen, onClose, issue }: Props) {
  const text = useText()
  const client = useQueryClient()
  const [link, setLink] = useState('')
  const merge = useMutation({
    mutationFn: (other: string) => request(`/issues/${issue.id}/_merge`, { method: 'POST', body: { issues: [other] } }),
    onSuccess: () => {
      setLink('')
      announce(text('merge.done'))
      void client.invalidateQueries({ queryKey: [null] })
      onClose()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (link.trim() !== '') merge.mutate(link.trim())
  }
  const refusal =
    merge.error instanceof ApiError && merge.error.status < 500 ? text('merge.unknown') : merge.isError ? text('saveFailed') : null
  return (
    <Sheet title={text('merge.title')} isOpen={isOpen} onClose={onClose}>
      <form className={styles.form} onSubmit={submit}>
        <p>{text('merge.body', { title: issue.title })}</p>
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
          <Button type="submit" look="primary" isDisabled={merge.isPending}>
            {text('merge')}
          </Button>
          <Button onPress={onClose}>{text('cancel')}</Button>
        </div>
      </form>
    </Sheet>
  )
}
