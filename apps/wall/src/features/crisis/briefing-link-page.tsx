import type { Briefing } from '@rumoer/contracts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ApiError, request } from '../../lib/api.ts'
import { momentText } from '../../lib/dates.ts'
import { useLocale, useText } from '../../lib/text.ts'
import { usePageTitle } from '../../lib/use-page-title.ts'
import { BrandMark } from '../../ui/brand-mark.tsx'
import { Empty, Failed, Loading } from '../../ui/panel-state.tsx'
import { BriefingView } from './briefing-view.tsx'
import styles from './crisis.module.css'

const EVERY_MS = 60_000

/** The token stands behind the `#`; it stays there, so that the page can be opened again. */
const takeToken = () => window.location.hash.replace(/^#/, '')

/** What a partner reads with a link: the briefing alone, kept up to date until the link ends. */
export function BriefingLinkPage() {
  const text = useText()
  const locale = useLocale()
  const [token] = useState(takeToken)
  const open = useQuery({
    queryKey: ['briefing-link', token],
    queryFn: () => request<Briefing>('/briefings/_open', { method: 'POST', body: { token: token || '-' } }),
    retry: false,
    refetchInterval: ({ state }) => (state.error ? false : EVERY_MS),
  })
  usePageTitle(text('briefing.title'))
  const isDead = open.error instanceof ApiError && [400, 404, 410].includes(open.error.status)
  const told = isDead ? undefined : open.data
  const made = Date.parse(told?.madeAt ?? '') || 0
  return (
    <main className={styles.page}>
      <p className={styles.brand}>
        <BrandMark /> {told?.municipality ?? 'Rumoer'}
      </p>
      <h1>{isDead ? text('briefing.dead') : (told?.reason ?? text('briefing.title'))}</h1>
      {open.isPending && <Loading lines={6} />}
      {isDead && <Empty title={text('briefing.dead.body')} />}
      {open.isError && !isDead && <Failed error={open.error} onRetry={() => void open.refetch()} />}
      {told && (
        <>
          <p className={styles.lead}>
            {text('briefing.lead', {
              since: momentText(told.startedAt, made, locale),
              made: momentText(told.madeAt, made, locale),
              until: momentText(told.until ?? told.madeAt, made, locale),
            })}
          </p>
          <BriefingView told={told} />
        </>
      )}
    </main>
  )
}
