import type { Source, SourceKindInfo } from '@rumoer/contracts'
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { may } from '../../lib/access.ts'
import { request } from '../../lib/api.ts'
import { sessionQuery, sourcesQuery } from '../../lib/queries.ts'
import { useReplayId } from '../../lib/replay.ts'
import { useText } from '../../lib/text.ts'
import type { Action } from '../../ui/actions-menu.tsx'
import { announce } from '../../ui/announcer.tsx'
import { Button } from '../../ui/button.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Empty, Failed, Loading } from '../../ui/panel-state.tsx'
import { BackfillSheet } from './backfill-sheet.tsx'
import { KeyShown } from './key-shown.tsx'
import type { Connection } from './source-draft.ts'
import { SourceRow } from './source-row.tsx'
import { SourceSheet } from './source-sheet.tsx'
import styles from './sources-page.module.css'

const ORDER: readonly Source['state'][] = ['failing', 'slow', 'quiet', 'new', 'good', 'paused', 'ended']

const kindsQuery = queryOptions({
  queryKey: ['source-kinds'],
  queryFn: ({ signal }) => request<{ items: SourceKindInfo[] }>('/source-kinds', { signal }),
  staleTime: Number.POSITIVE_INFINITY,
})

type Open =
  | { what: 'add' }
  | { what: 'change'; source: Source; connection: Connection }
  | { what: 'backfill'; source: Source }
  | { what: 'key'; secret: string }

/** Every inlet with how it is doing; what needs attention stands first. */
export function SourcesPage() {
  const text = useText()
  const replay = useReplayId()
  const { data, error, isPending, refetch } = useQuery(sourcesQuery(replay))
  const { data: session } = useQuery(sessionQuery)
  const mayChange = replay === null && may(session, 'admin')
  const { data: kinds } = useQuery({ ...kindsQuery, enabled: mayChange })
  const [open, setOpen] = useState<Open | null>(null)
  const actionsOf = useSourceActions(kinds?.items ?? [], setOpen)
  const close = () => setOpen(null)
  const sorted = [...(data ?? [])].sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state) || a.name.localeCompare(b.name, 'nl'))
  const failing = sorted.filter((source) => source.state === 'failing').length
  return (
    <>
      <PageHead title={text('nav.sources')} {...(data ? { lead: text('sources.lead', { failing, count: sorted.length }) } : {})}>
        {mayChange && (
          <Link to="/bronnen/inlezen" className={styles.link}>
            {text('sources.file')}
          </Link>
        )}
        {mayChange && kinds && (
          <Button look="primary" onPress={() => setOpen({ what: 'add' })}>
            {text('sources.add')}
          </Button>
        )}
      </PageHead>
      {isPending && <Loading lines={8} />}
      {error && !data && <Failed error={error} onRetry={() => void refetch()} />}
      {data?.length === 0 && <Empty title={text('sources.empty.title')}>{text('sources.empty.body')}</Empty>}
      <ul className={styles.list}>
        {sorted.map((source) => (
          <SourceRow key={source.id} source={source} actions={mayChange ? actionsOf(source) : []} />
        ))}
      </ul>
      {kinds && open?.what === 'add' && <SourceSheet kinds={kinds.items} changed={null} onClose={close} />}
      {kinds && open?.what === 'change' && <SourceSheet kinds={kinds.items} changed={open} onClose={close} />}
      {open?.what === 'backfill' && <BackfillSheet source={open.source} onClose={close} />}
      {open?.what === 'key' && <KeyShown title={text('sources.rotate')} secret={open.secret} onClose={close} />}
    </>
  )
}

/** What may be done with a source; the demo's own are left as they are. */
function useSourceActions(kinds: readonly SourceKindInfo[], setOpen: (open: Open) => void): (source: Source) => Action[] {
  const text = useText()
  const client = useQueryClient()
  const refresh = () => client.invalidateQueries({ predicate: ({ queryKey }) => queryKey.includes('sources') })
  const pause = useMutation({
    mutationFn: ({ source, paused }: { source: Source; paused: boolean }) =>
      request(`/sources/${source.id}`, { method: 'PATCH', body: { paused } }),
    onSuccess: (_answer, { source, paused }) => announce(text(paused ? 'sources.paused' : 'sources.resumed', { name: source.name })),
    onError: () => announce(text('sources.purpose.needed')),
    onSettled: refresh,
  })
  const change = async (source: Source) => {
    const connection = source.fetching
      ? await request<Connection>(`/sources/${source.id}/connection`)
      : { settings: {}, secrets: [], purpose: null }
    setOpen({ what: 'change', source, connection })
  }
  const rotate = async (source: Source) => {
    const { key } = await request<{ key: string }>(`/sources/${source.id}/_rotate`, { method: 'POST' })
    setOpen({ what: 'key', secret: key })
  }
  return (source) => {
    const info = kinds.find(({ kind }) => kind === source.kind)
    if (!info) return []
    const isOff = source.pausedAt !== null
    return [
      { id: 'change', name: text('sources.change'), run: () => void change(source) },
      { id: 'pause', name: text(isOff ? 'sources.resume' : 'sources.pause'), run: () => pause.mutate({ source, paused: !isOff }) },
      ...(info.canBackfill ? [{ id: 'backfill', name: text('sources.backfill'), run: () => setOpen({ what: 'backfill', source }) }] : []),
      ...(source.kind === 'http' ? [{ id: 'rotate', name: text('sources.rotate'), run: () => void rotate(source) }] : []),
    ]
  }
}
