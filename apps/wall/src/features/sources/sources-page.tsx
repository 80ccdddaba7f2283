import type { Source } from '@rumoer/contracts'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { countText } from '../../lib/numbers.ts'
import { sourcesQuery } from '../../lib/queries.ts'
import { useReplayId } from '../../lib/replay.ts'
import { useLocale, useText } from '../../lib/text.ts'
import { AgeText } from '../../ui/age.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Empty, Failed, Loading } from '../../ui/panel-state.tsx'
import { SourceMark } from '../../ui/source-dots.tsx'
import { useChannelName } from '../../ui/use-channel-name.ts'
import styles from './sources-page.module.css'

const ORDER: readonly Source['state'][] = ['failing', 'slow', 'quiet', 'new', 'good']

/** Every inlet with how it is doing; what needs attention stands first. */
export function SourcesPage() {
  const text = useText()
  const replay = useReplayId()
  const { data, error, isPending, refetch } = useQuery(sourcesQuery(replay))
  const sorted = [...(data ?? [])].sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state) || a.name.localeCompare(b.name, 'nl'))
  const failing = sorted.filter((source) => source.state === 'failing').length
  return (
    <>
      <PageHead title={text('nav.sources')} {...(data ? { lead: text('sources.lead', { failing, count: sorted.length }) } : {})} />
      {isPending && <Loading lines={8} />}
      {error && !data && <Failed error={error} onRetry={() => void refetch()} />}
      {data?.length === 0 && <Empty title={text('sources.empty.title')}>{text('sources.empty.body')}</Empty>}
      <ul className={styles.list}>
        {sorted.map((source) => (
          <SourceRow key={source.id} source={source} />
        ))}
      </ul>
    </>
  )
}

function SourceRow({ source }: { source: Source }) {
  const text = useText()
  const locale = useLocale()
  const channelName = useChannelName()
  return (
    <li className={styles.row} data-state={source.state}>
      <span className={styles.state}>
        <SourceMark state={source.state} /> {text(`source.${source.state}`)}
      </span>
      <span className={styles.name}>
        <b>{source.name}</b>
        <span>
          {channelName(source.channel)} · {text(`sourceKind.${source.kind}`)}
        </span>
      </span>
      <span className={styles.meaning}>
        {text(`source.${source.state}.meaning`)}
        {source.state === 'failing' && source.lastError && <span className={styles.error}>{source.lastError}</span>}
      </span>
      <span className={styles.fact}>
        <span>{text('sources.lastSuccess')}</span>
        {source.lastSuccessAt ? <AgeText at={source.lastSuccessAt} /> : text('never')}
      </span>
      <span className={styles.fact}>
        <span>{text('sources.messages')}</span>
        <Link to="/berichten" search={{ channel: source.channel }}>
          {text('sources.messagesOf', { count: countText(source.messages, locale) })}
        </Link>
      </span>
      <span className={styles.fact}>
        <span>{text('sources.retention')}</span>
        {text('days', { count: source.retentionDays })}
      </span>
    </li>
  )
}
