import type { Source } from '@rumoer/contracts'
import { Link } from '@tanstack/react-router'
import { useNow } from '../../lib/clock.tsx'
import { shortDate } from '../../lib/dates.ts'
import { countText } from '../../lib/numbers.ts'
import { useLocale, useText } from '../../lib/text.ts'
import { type Action, ActionsMenu } from '../../ui/actions-menu.tsx'
import { AgeText } from '../../ui/age.tsx'
import { SourceMark } from '../../ui/source-dots.tsx'
import { useChannelName } from '../../ui/use-channel-name.ts'
import styles from './sources-page.module.css'

/** Behind by less than this is on time. */
const ON_TIME_SECONDS = 3_600

/** One inlet: how it is doing, what it brings against its own normal, and what an administrator may do with it. */
export function SourceRow({ source, actions }: { source: Source; actions: readonly Action[] }) {
  const text = useText()
  const locale = useLocale()
  const channelName = useChannelName()
  const { rate, fetching } = source
  return (
    <li className={styles.row} data-state={source.state} data-source={source.id}>
      <span className={styles.state}>
        <SourceMark state={source.state} /> {text(`source.${source.state}`)}
      </span>
      <span className={styles.name}>
        <b>{source.name}</b>
        <span>
          {channelName(source.channel)} · {text(`sourceKind.${source.kind}`)}
        </span>
      </span>
      <Meaning source={source} />
      <span className={styles.fact}>
        <span>{text('sources.lastSuccess')}</span>
        {source.lastSuccessAt ? <AgeText at={source.lastSuccessAt} /> : text('never')}
        {fetching?.lagSeconds != null && fetching.lagSeconds > ON_TIME_SECONDS && <Behind seconds={fetching.lagSeconds} />}
      </span>
      <span className={styles.fact}>
        <span>{text('sources.lastDay')}</span>
        <Link
          to="/berichten"
          search={{ channel: source.channel }}
          aria-label={text('sources.lastDay.of', { count: rate.lastDay, name: source.name })}
        >
          {countText(rate.lastDay, locale)}
        </Link>
        {rate.normalDay !== null && <span>{text('sources.normal', { count: countText(rate.normalDay, locale) })}</span>}
      </span>
      <span className={styles.fact}>
        <span>{text('sources.retention')}</span>
        {text('days', { count: source.retentionDays })}
        {source.endsOn && <span>{text('sources.endsOn', { day: shortDate(`${source.endsOn}T12:00:00Z`, locale, true) })}</span>}
      </span>
      {actions.length > 0 && (
        <span className={styles.actions}>
          <ActionsMenu label={text('sources.actions', { name: source.name })} actions={actions} small>
            …
          </ActionsMenu>
        </span>
      )}
    </li>
  )
}

function Meaning({ source }: { source: Source }) {
  const text = useText()
  const { fetching, state, lastError } = source
  const backfill = fetching?.backfill
  return (
    <span className={styles.meaning}>
      {text(`source.${state}.meaning`)}
      {state === 'failing' && lastError && <span className={styles.error}>{lastError}</span>}
      {fetching && fetching.rejected > 0 && <span className={styles.error}>{text('sources.rejected', { count: fetching.rejected })}</span>}
      {backfill?.status === 'running' && (
        <label className={styles.backfill}>
          {text('sources.backfill.running', { percent: Math.round(backfill.share * 100), count: backfill.messages })}
          <progress value={backfill.share} max={1} />
        </label>
      )}
      {backfill?.status === 'failed' && (
        <span className={styles.error}>{text('sources.backfill.failed', { reason: backfill.error ?? '' })}</span>
      )}
    </span>
  )
}

function Behind({ seconds }: { seconds: number }) {
  const text = useText()
  const now = useNow(60_000)
  return (
    <span>
      {text('sources.behind')} <AgeText at={new Date(now - seconds * 1000).toISOString()} />
    </span>
  )
}
