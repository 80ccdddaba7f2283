import { useQuery } from '@tanstack/react-query'
import { useNow } from '../../lib/clock.tsx'
import { ageOf, clockTime, shortDate } from '../../lib/dates.ts'
import { useLiveStatus } from '../../lib/live-status.ts'
import { summaryQuery } from '../../lib/queries.ts'
import { useReplayId } from '../../lib/replay.ts'
import { viewerQuery } from '../../lib/screen.ts'
import { useLocale, useText } from '../../lib/text.ts'
import { SourceMark } from '../../ui/source-dots.tsx'
import styles from './wall-head.module.css'

/** Where, when, how fresh, and how the sources are doing. */
export function WallHead() {
  const text = useText()
  const locale = useLocale()
  const replay = useReplayId()
  const now = useNow(1_000)
  const { lastFrameAt } = useLiveStatus()
  const { data: viewer } = useQuery(viewerQuery)
  const { data: summary } = useQuery(summaryQuery(replay))
  const age = lastFrameAt === null ? null : ageOf(lastFrameAt, Date.now())
  const sources = summary?.sources ?? []
  const words = sources.map((source) => `${source.name}: ${text(`source.${source.state}`)}`).join(', ')
  return (
    <header className={styles.head}>
      {viewer?.municipality?.style?.logo && <img className={styles.logo} src={viewer.municipality.style.logo} alt="" />}
      <h1>{viewer?.municipality?.name ?? 'Rumoer'}</h1>
      <time dateTime={new Date(now).toISOString()}>
        {shortDate(now, locale)} <b>{clockTime(now)}</b>
      </time>
      {replay !== null && <mark>{text('replay.title')}</mark>}
      {replay === null && viewer?.municipality?.demo && <mark>{text('demo.short')}</mark>}
      {age && <span className={styles.fresh}>{text('wall.updated', { age: text(`age.short.${age.unit}`, { count: age.count }) })}</span>}
      <span className={styles.sources} role="img" aria-label={words}>
        {sources.slice(0, 8).map((source) => (
          <SourceMark key={source.id} state={source.state} />
        ))}
      </span>
    </header>
  )
}
