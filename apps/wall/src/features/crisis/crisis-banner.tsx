import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useNow } from '../../lib/clock.tsx'
import { momentText } from '../../lib/dates.ts'
import { crisisQuery } from '../../lib/queries.ts'
import { useReplayId } from '../../lib/replay.ts'
import { useLocale, useText } from '../../lib/text.ts'
import { LevelMark } from '../../ui/level-mark.tsx'
import styles from './crisis.module.css'

/** Those who are hit spoke before anybody called it a crisis. */
const DAY_MS = 86_400_000

/** On every page while a crisis runs: since when and why, those who are hit first, and the way to the briefing. */
export function CrisisBanner() {
  const text = useText()
  const locale = useLocale()
  const now = useNow(60_000)
  const replay = useReplayId()
  const { data } = useQuery({ ...crisisQuery, enabled: replay === null })
  if (replay !== null || !data?.crisis) return null
  const { reason, startedAt } = data.crisis
  return (
    <section className={styles.banner} aria-label={text('crisis.title')}>
      <LevelMark level="crisis" size={18} />
      <p>
        <b>{text('crisis.since', { time: momentText(startedAt, now, locale) })}</b> {reason}
      </p>
      <Link to="/berichten" search={{ role: 'getroffene', from: new Date(Date.parse(startedAt) - DAY_MS).toISOString() }}>
        {text('crisis.affected')}
      </Link>
      <Link to="/crisis">{text('crisis.toPage', { count: data.held.length })}</Link>
    </section>
  )
}
