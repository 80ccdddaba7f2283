import type { Issue } from '@rumoer/contracts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { request } from '../../lib/api.ts'
import { timelineQuery } from '../../lib/queries.ts'
import { useText } from '../../lib/text.ts'
import { announce } from '../../ui/announcer.tsx'
import { Button } from '../../ui/button.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { TextArea } from '../../ui/text-input.tsx'
import styles from './issue-actions.module.css'

type Props = { isOpen: boolean; onClose: () => void; issue: Issue }

export function NoteSheet({ isOpen, onClose, issue }: Props) {
  const text = useText()
  const client = useQueryClient()
  const [note, setNote] = useState('')
  const add = useMutation({
    mutationFn: (words: string) => request(`/issues/${issue.id}/_notes`, { method: 'POST', body: { text: words } }),
    onSuccess: () => {
      setNote('')
      announce(text('note.added'))
      void client.invalidateQueries({ queryKey: timelineQuery(null, issue.id).queryKey })
      onClose()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (note.trim() !== '') add.mutate(note.trim())
  }
  return (
    <Sheet title={text('note.add')} isOpen={isOpen} onClose={onClose}>
      <form className={styles.form} onSubmit={submit}>
        <TextArea
          label={text('note')}
          hint={text('note.hint')}
          error={add.isError ? text('saveFailed') : null}
          value={note}
          required
          maxLength={2_000}
          onChange={(event) => setNote(event.target.value)}
        />
        <div className={styles.buttons}>
          <Button type="submit" look="primary" isDisabled={add.isPending}>
            {text('save')}
          </Button>
          <Button onPress={onClose}>{text('cancel')}</Button>
        </div>
      </form>
    </Sheet>
  )
}
