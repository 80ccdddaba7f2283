import type { Source } from '@rumoer/contracts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { request } from '../../lib/api.ts'
import { startOfDay } from '../../lib/dates.ts'
import { useText } from '../../lib/text.ts'
import { announce } from '../../ui/announcer.tsx'
import { Button } from '../../ui/button.tsx'
import { DateChoice } from '../../ui/date-choice.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import styles from './source-sheet.module.css'

/** Asks from which day on a source should give what is earlier. */
export function BackfillSheet({ source, onClose }: { source: Source; onClose: () => void }) {
  const text = useText()
  const client = useQueryClient()
  const [from, setFrom] = useState<string | null>(null)
  const start = useMutation({
    mutationFn: (day: string) =>
      request(`/sources/${source.id}/_backfill`, { method: 'POST', body: { from: startOfDay(day).toISOString() } }),
    onSuccess: () => {
      announce(text('sources.backfill.started'))
      void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey.includes('sources') })
      onClose()
    },
  })
  return (
    <Sheet title={text('sources.backfill')} isOpen onClose={onClose}>
      <div className={styles.form}>
        <p>{text('sources.backfill.body', { name: source.name })}</p>
        <DateChoice label={text('sources.backfill.from')} value={from} onChange={setFrom} />
        {start.isError && (
          <p role="alert" className={styles.wrong}>
            {text('saveFailed')}
          </p>
        )}
        <div className={styles.buttons}>
          <Button look="primary" isDisabled={from === null || start.isPending} onPress={() => from !== null && start.mutate(from)}>
            {text('sources.backfill.start')}
          </Button>
          <Button onPress={onClose}>{text('cancel')}</Button>
        </div>
      </div>
    </Sheet>
  )
}
