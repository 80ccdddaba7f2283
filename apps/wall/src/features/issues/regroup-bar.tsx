import type { Issue } from '@rumoer/contracts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { request } from '../../lib/api.ts'
import { useText } from '../../lib/text.ts'
import { announce } from '../../ui/announcer.tsx'
import { Button } from '../../ui/button.tsx'
import { MoveSheet } from './move-sheet.tsx'
import styles from './regroup.module.css'

type Props = { issue: Issue; chosen: ReadonlySet<string>; onDone: () => void }

/** What can be done with messages that do not belong here: an issue of their own, or another issue. Not with all of them. */
export function RegroupBar({ issue, chosen, onDone }: Props) {
  const text = useText()
  const navigate = useNavigate()
  const client = useQueryClient()
  const [isMoving, setMoving] = useState(false)
  const split = useMutation({
    mutationFn: () => request<Issue>(`/issues/${issue.id}/_split`, { method: 'POST', body: { messages: [...chosen] } }),
    onSuccess: (opened) => {
      announce(text('regroup.split.done', { count: chosen.size }))
      void client.invalidateQueries({ queryKey: [null] })
      onDone()
      if (opened.id !== undefined) void navigate({ to: '/issues/$id', params: { id: opened.id } })
    },
  })
  const isAll = chosen.size >= issue.messages
  const mayGo = chosen.size > 0 && !isAll && !split.isPending
  return (
    <fieldset className={styles.bar} aria-label={text('regroup.title')}>
      <b>{text('regroup.count', { count: chosen.size })}</b>
      <Button small isDisabled={!mayGo} onPress={() => split.mutate()}>
        {text('regroup.split')}
      </Button>
      <Button small isDisabled={!mayGo} onPress={() => setMoving(true)}>
        {text('regroup.move')}
      </Button>
      <Button small look="quiet" onPress={onDone}>
        {text('cancel')}
      </Button>
      {isAll && <p className={styles.note}>{text('regroup.all')}</p>}
      {split.isError && (
        <p role="alert" className={styles.note}>
          {text('saveFailed')}
        </p>
      )}
      {isMoving && <MoveSheet issue={issue} messages={[...chosen]} onClose={() => setMoving(false)} onDone={onDone} />}
    </fieldset>
  )
}
