import type { FileImport } from '@rumoer/contracts'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useText } from '../../lib/text.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { Failed, Loading } from '../../ui/panel-state.tsx'
import { ImportProgress } from './import-progress.tsx'
import { importQuery } from './import-queries.ts'
import { MappingStep } from './mapping-step.tsx'

/** One file: what its columns mean while it waits, and how far it is once it was started. */
export function ImportPage() {
  const text = useText()
  const { id } = useParams({ from: '/live/desk/bronnen/inlezen/$id' })
  const { data, error, isPending, refetch } = useQuery(importQuery(id))
  return (
    <>
      <PageHead title={data?.fileName ?? text('imports.title')} {...(data ? { lead: data.source.name } : {})} />
      {isPending && <Loading lines={8} />}
      {error && !data && <Failed error={error} onRetry={() => void refetch()} />}
      {data && (needsChoice(data) ? <MappingStep file={data} /> : <ImportProgress file={data} />)}
    </>
  )
}

const needsChoice = ({ status }: FileImport) => status === 'draft' || status === 'failed'
