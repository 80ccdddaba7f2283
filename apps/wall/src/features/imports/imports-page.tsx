import type { FileImport } from '@rumoer/contracts'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { FileTrigger } from 'react-aria-components'
import { type ApiError, request } from '../../lib/api.ts'
import { sourcesQuery } from '../../lib/queries.ts'
import { useText } from '../../lib/text.ts'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Empty, Failed, Loading } from '../../ui/panel-state.tsx'
import { EarlierImports } from './earlier-imports.tsx'
import styles from './imports.module.css'

const KINDS_OF_FILE = ['.csv', '.xlsx', '.ndjson', '.jsonl', '.geojson', '.zip', '.eml', '.txt']
const MOST_BYTES = 512 * 1024 * 1024

/** Where a file is sent to be looked at, and what became of earlier ones. */
export function ImportsPage() {
  const text = useText()
  const { data: sources, error, isPending, refetch } = useQuery(sourcesQuery(null))
  const open = sources?.filter(({ state, kind }) => state !== 'paused' && state !== 'ended' && kind !== 'demo')
  return (
    <>
      <PageHead title={text('imports.title')} lead={text('imports.lead')} />
      {isPending && <Loading lines={4} />}
      {error && !sources && <Failed error={error} onRetry={() => void refetch()} />}
      {open?.length === 0 && (
        <Empty title={text('imports.noSource.title')}>
          {text('imports.noSource.body')} <Link to="/bronnen">{text('imports.toSources')}</Link>
        </Empty>
      )}
      {open && open.length > 0 && <FileForm sources={open} />}
      <EarlierImports />
    </>
  )
}

function FileForm({ sources }: { sources: readonly { id: string; name: string; kind: string }[] }) {
  const text = useText()
  const navigate = useNavigate()
  const [sourceId, setSourceId] = useState(() => (sources.find(({ kind }) => kind === 'file') ?? sources[0]!).id)
  const [file, setFile] = useState<File | null>(null)
  const sent = useMutation<FileImport, ApiError, File>({
    mutationFn: (bytes) =>
      request<FileImport>('/imports', { method: 'POST', query: { source: sourceId, fileName: bytes.name.slice(-200) }, bytes }),
    onSuccess: ({ id }) => void navigate({ to: '/bronnen/inlezen/$id', params: { id } }),
  })
  const isTooLarge = file !== null && file.size > MOST_BYTES
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (file && !isTooLarge) sent.mutate(file)
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      <Choice
        label={text('imports.source')}
        value={sourceId}
        options={sources.map(({ id, name }) => ({ id, name }))}
        onChange={setSourceId}
      />
      <div className={styles.file}>
        <FileTrigger acceptedFileTypes={KINDS_OF_FILE} onSelect={(files) => setFile(files?.[0] ?? null)}>
          <Button>{text(file ? 'imports.file.other' : 'imports.file.choose')}</Button>
        </FileTrigger>
        {file && <b>{file.name}</b>}
        <small>{isTooLarge ? text('imports.error.too-large') : text('imports.file.hint')}</small>
      </div>
      {sent.error && (
        <p role="alert" className={styles.wrong}>
          {sent.error.status === 400 ? text('imports.error.unreadable') : text('saveFailed')}
        </p>
      )}
      <div className={styles.buttons}>
        <Button type="submit" look="primary" isDisabled={file === null || isTooLarge || sent.isPending}>
          {text(sent.isPending ? 'imports.sending' : 'imports.look')}
        </Button>
      </div>
    </form>
  )
}
