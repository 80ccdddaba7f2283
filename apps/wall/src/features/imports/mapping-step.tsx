import type { FileImport, ImportMapping } from '@rumoer/contracts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { request } from '../../lib/api.ts'
import { type MessageId, useText } from '../../lib/text.ts'
import { Button } from '../../ui/button.tsx'
import { Failed, Loading } from '../../ui/panel-state.tsx'
import { importQuery, previewQuery } from './import-queries.ts'
import styles from './imports.module.css'
import { type MappingDraft, wholeMapping } from './mapping-choice.ts'
import { MappingFields } from './mapping-fields.tsx'
import { PreviewTable } from './preview-table.tsx'
import { useProblemText } from './problem-text.ts'

const LAYOUTS: Readonly<Record<string, MessageId>> = {
  rumoer: 'imports.layout.rumoer',
  'signalen-export': 'imports.layout.signalen-export',
  'signalen-public': 'imports.layout.signalen-public',
}

/** More are not told. */
const MOST_PROBLEMS = 100

/** What the columns of a file mean, beside what becomes of its first rows; nothing is read in before it is started. */
export function MappingStep({ file }: { file: FileImport }) {
  const text = useText()
  const client = useQueryClient()
  const navigate = useNavigate()
  const problemText = useProblemText()
  const [draft, setDraft] = useState<MappingDraft | null>(null)
  const chosen = draft && wholeMapping(draft)
  const { data: preview, error, isPending, isFetching, refetch } = useQuery(previewQuery(file.id, chosen))
  const start = useMutation({
    mutationFn: (mapping: ImportMapping | null) => request<FileImport>(`/imports/${file.id}/_start`, { method: 'POST', body: { mapping } }),
    onSuccess: (started) => client.setQueryData(importQuery(file.id).queryKey, started),
  })
  const discard = useMutation({
    mutationFn: () => request<FileImport>(`/imports/${file.id}/_stop`, { method: 'POST' }),
    onSuccess: () => void navigate({ to: '/bronnen/inlezen' }),
  })
  if (isPending) return <Loading lines={10} />
  if (!preview) return <Failed error={error} onRetry={() => void refetch()} />
  const known = draft === null && preview.layout !== null ? preview.layout : null
  const present = draft ?? preview.mapping
  const mapping = known ? null : wholeMapping(present)
  return (
    <div className={styles.step}>
      {file.status === 'failed' && (
        <p role="alert" className={styles.wrong}>
          {text('imports.failed')} {file.error && text(`imports.error.${file.error}`)}
        </p>
      )}
      <section className={styles.part} aria-labelledby="import-mapping">
        <h2 id="import-mapping">{text('imports.mapping')}</h2>
        {known ? (
          <p>{text('imports.mapping.known', { layout: LAYOUTS[known] ? text(LAYOUTS[known]) : known })}</p>
        ) : (
          <>
            {draft === null && (
              <p className={styles.note}>{text(preview.isMappingKept ? 'imports.mapping.kept' : 'imports.mapping.guessed')}</p>
            )}
            <MappingFields columns={preview.columns} draft={present} onChange={setDraft} />
            {mapping === null && <p className={styles.wrong}>{text('imports.mapping.date.needed')}</p>}
          </>
        )}
      </section>
      <section className={styles.part} aria-labelledby="import-preview" aria-busy={isFetching}>
        <h2 id="import-preview">{text('imports.preview')}</h2>
        <p className={styles.note} role="status">
          <b>{text('imports.preview.checked', { checked: preview.checked, refused: preview.refused })}</b> {text('imports.preview.note')}
        </p>
        <PreviewTable preview={preview} />
        {preview.problems.length > 0 && (
          <details className={styles.more} open={preview.refused > preview.rows.filter(({ message }) => message === null).length}>
            <summary>
              {text('imports.problems')} ({preview.problems.length})
            </summary>
            {preview.problems.length >= MOST_PROBLEMS && <p>{text('imports.problems.more', { count: preview.problems.length })}</p>}
            <ul className={styles.problems}>
              {preview.problems.map((problem) => (
                <li key={`${problem.line} ${problem.field}`}>{problemText(problem)}</li>
              ))}
            </ul>
          </details>
        )}
      </section>
      {(start.isError || discard.isError) && (
        <p role="alert" className={styles.wrong}>
          {text('saveFailed')}
        </p>
      )}
      <div className={styles.buttons}>
        <Button
          look="primary"
          isDisabled={start.isPending || preview.checked === 0 || (known === null && mapping === null)}
          onPress={() => start.mutate(mapping)}
        >
          {text('imports.start')}
        </Button>
        <Button isDisabled={discard.isPending} onPress={() => discard.mutate()}>
          {text('imports.discard')}
        </Button>
      </div>
    </div>
  )
}
