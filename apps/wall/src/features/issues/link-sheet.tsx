import type { UseMutationResult } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { ApiError } from '../../lib/api.ts'
import { useText } from '../../lib/text.ts'
import { Button } from '../../ui/button.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import styles from './issue-actions.module.css'

type Props = {
  title: string
  body: string
  /** What the button says. */
  go: string
  action: Pick<UseMutationResult<unknown, Error, string>, 'mutate' | 'error' | 'isError' | 'isPending'>
  onClose: () => void
}

/** Asks for another issue by its pasted link, and does something with it. */
export function LinkSheet({ title, body, go, action, onClose }: Props) {
  const text = useText()
  const [link, setLink] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (link.trim() !== '') action.mutate(link.trim())
  }
  const isRefused = action.error instanceof ApiError && action.error.status < 500
  return (
    <Sheet title={title} isOpen onClose={onClose}>
      <form className={styles.form} onSubmit={submit}>
        <p>{body}</p>
        <TextInput
          label={text('merge.link')}
          hint={text('merge.hint')}
          error={isRefused ? text('merge.unknown') : action.isError ? text('saveFailed') : null}
          value={link}
          required
          maxLength={500}
          onChange={(event) => setLink(event.target.value)}
        />
        <div className={styles.buttons}>
          <Button type="submit" look="primary" isDisabled={action.isPending}>
            {go}
          </Button>
          <Button onPress={onClose}>{text('cancel')}</Button>
        </div>
      </form>
    </Sheet>
  )
}
