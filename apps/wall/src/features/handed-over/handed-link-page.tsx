import type { HandedOver, HandoverAnswer } from '@rumoer/contracts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ApiError, request } from '../../lib/api.ts'
import { useText } from '../../lib/text.ts'
import { usePageTitle } from '../../lib/use-page-title.ts'
import { announce } from '../../ui/announcer.tsx'
import { BrandMark } from '../../ui/brand-mark.tsx'
import { Empty, Failed, Loading } from '../../ui/panel-state.tsx'
import { currentHanded } from './current-handed.ts'
import { HandedCard } from './handed-card.tsx'
import styles from './handed-over.module.css'

/** The token stands behind the `#`; it stays there, so that the page can be opened again. */
const takeToken = () => window.location.hash.replace(/^#/, '')

/** What a link opens, for who has no account here. */
export function HandedLinkPage() {
  const text = useText()
  const client = useQueryClient()
  const [token] = useState(takeToken)
  const key = ['handed-over', token]
  const open = useQuery({
    queryKey: key,
    queryFn: () => request<HandedOver>('/handed-over/_open', { method: 'POST', body: { token: token || '-' } }),
    retry: false,
  })
  const answer = useMutation({
    mutationFn: (said: HandoverAnswer) => request<HandedOver>('/handed-over/_answer', { method: 'POST', body: { token, ...said } }),
    onSuccess: (one) => {
      client.setQueryData(key, one)
      announce(text('handed.thanks'))
    },
    onError: (error) => {
      const current = currentHanded(error)
      if (current) client.setQueryData(key, current)
    },
  })
  usePageTitle(text('handed.title'))
  const isDead = open.error instanceof ApiError && (open.error.status === 404 || open.error.status === 410 || open.error.status === 400)
  return (
    <main className={styles.page}>
      <p className={styles.brand}>
        <span>
          <BrandMark /> {open.data?.municipality ?? 'Rumoer'}
        </span>
      </p>
      <h1>{isDead ? text('handed.dead.title') : text('handed.title')}</h1>
      {open.isPending && <Loading lines={6} />}
      {isDead && <Empty title={text('handed.dead.body')} />}
      {open.isError && !isDead && <Failed error={open.error} onRetry={() => void open.refetch()} />}
      {answer.isSuccess && <p role="status">{text('handed.thanks')}</p>}
      {open.data && (
        <HandedCard
          one={open.data}
          state={{ isBusy: answer.isPending, problem: answer.isError ? (currentHanded(answer.error) ? 'conflict' : 'failed') : null }}
          onAnswer={(said) => answer.mutate(said)}
        />
      )}
    </main>
  )
}
