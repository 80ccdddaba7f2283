import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useNow } from '../lib/clock.tsx'
import { clockTime, longDate } from '../lib/dates.ts'
import { replaysQuery } from '../lib/queries.ts'
import { useReplayId } from '../lib/replay.ts'
import { useLocale, useText } from '../lib/text.ts'
import styles from './replay-banner.module.css'

/** Says that this is a replay, on which clock it runs, and the way back. */
export function ReplayBanner() {
  const text = useText()
  const locale = useLocale()
  const replay = useReplayId()
  const now = useNow(1_000)
  const { data } = useQuery({ ...replaysQuery, enabled: replay !== null })
  if (replay === null) return null
  const found = data?.items.find((item) => item.id === replay)
  return (
    <div className={styles.banner}>
      <b>{text('replay.title')}</b>
      {found && (
        <>
          <span className={styles.clock}>
            {longDate(now, locale)} {clockTime(now)}
          </span>
          <span>{text(`replay.${found.status}`, { label: found.label, speed: found.speed })}</span>
        </>
      )}
      <Link to="/herhaling">{text('flagged.open')}</Link>
      <Link to="." search={(before) => ({ ...before, replay: undefined })} className={styles.back}>
        {text('replay.back')}
      </Link>
    </div>
  )
}
