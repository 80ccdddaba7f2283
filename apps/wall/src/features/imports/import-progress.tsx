import type { FileImport } from '@rumoer/contracts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { request } from '../../lib/api.ts'
import { countText } from '../../lib/numbers.ts'
import { useLocale, useText } from '../../lib/text.ts'
import { Button } from '../../ui/button.tsx'
import { importQuery } from './import-queries.ts'
import styles from './imports.module.css'

const COUNTS = ['accepted', 'updated', 'duplicates', 'rejected'] as const

/** How far a file is, what came of it, and the rows that stayed behind. */
export function ImportProgress({ file }: { file: FileImport }) {
  const text = useText()
  const locale = useLocale()
  const client = useQueryClient()
  const stop = useMutation({
    mutationFn: () => request<FileImport>(`/imports/${file.id}/_stop`, { method: 'POST' }),
    onSuccess: (stopped) => client.setQueryData(importQuery(file.id).queryKey, stopped),
  })
  const isRunning = file.status === 'running'
  const percent = Math.floor(file.share * 100)
  return (
    <div className={styles.step}>
      {isRunning ? (
        <label className={styles.progress}>
          <span>{text('imports.running', { percent })}</span>
          <progress value={file.share} max={1} />
          <small>{text('imports.running.note')}</small>
        </label>
      ) : (
        <p role="status" className={styles.outcome}>
          {text(file.status === 'stopped' ? 'imports.stopped' : 'imports.done')}
        </p>
      )}
      <dl className={styles.counts}>
        {COUNTS.map((name) => (
          <div key={name}>
            <dt>{text(`imports.count.${name}`)}</dt>
            <dd>{countText(file[name], locale)}</dd>
          </div>
        ))}
      </dl>
      {file.rejected > 0 && (
        <p className={styles.note}>
          <a href={`/v1/imports/${file.id}/_refused`} download>
            {text('imports.refused.get')}
          </a>
          <br />
          {text('imports.refused.note')}
        </p>
      )}
      <div className={styles.buttons}>
        {isRunning ? (
          <Button isDisabled={stop.isPending} onPress={() => stop.mutate()}>
            {text('imports.stop')}
          </Button>
        ) : (
          <Link to="/bronnen/inlezen">{text('imports.again')}</Link>
        )}
      </div>
    </div>
  )
}
