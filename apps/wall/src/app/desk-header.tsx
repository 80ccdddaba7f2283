import { useQuery } from '@tanstack/react-query'
import { Pause, Play } from 'lucide-react'
import { SettingsMenu } from '../features/settings/settings-menu.tsx'
import { useNow } from '../lib/clock.tsx'
import { clockTime, longDate, shortDate } from '../lib/dates.ts'
import { useLiveStatus } from '../lib/live-status.ts'
import { sessionQuery, summaryQuery } from '../lib/queries.ts'
import { useReplayId } from '../lib/replay.ts'
import { changeSettings, useSettings } from '../lib/settings.ts'
import { useLocale, useText } from '../lib/text.ts'
import { Button } from '../ui/button.tsx'
import { ConnectionState } from '../ui/connection-state.tsx'
import { SourceDots } from '../ui/source-dots.tsx'
import styles from './desk-header.module.css'

export function DeskHeader() {
  const text = useText()
  const locale = useLocale()
  const replay = useReplayId()
  const now = useNow(1_000)
  const { data: session } = useQuery(sessionQuery)
  const { data: summary } = useQuery(summaryQuery(replay))
  return (
    <header className={styles.header}>
      <div className={styles.place}>
        <span className={styles.name}>{session?.municipality?.name ?? 'Rumoer'}</span>
        <time className={styles.clock} dateTime={new Date(now).toISOString()}>
          <span className={styles.long}>{longDate(now, locale)}</span>
          <span className={styles.short}>{shortDate(now, locale)}</span>
          <b>{clockTime(now)}</b>
        </time>
        {session?.municipality?.demo && <span className={styles.demo}>{text('demo')}</span>}
      </div>
      <div className={styles.state}>
        {summary && summary.sources.length > 0 && (
          <span className={styles.sources}>
            <SourceDots sources={summary.sources} />
          </span>
        )}
        <ConnectionState />
        <PauseButton />
        {session && <SettingsMenu session={session} />}
      </div>
    </header>
  )
}

function PauseButton() {
  const text = useText()
  const { paused } = useSettings()
  const { waiting } = useLiveStatus()
  const Icon = paused ? Play : Pause
  const words = paused ? text('pause.resume', { count: waiting }) : text('pause.pause')
  return (
    <Button small aria-label={words} aria-pressed={paused} onPress={() => changeSettings({ paused: !paused })}>
      <Icon aria-hidden="true" />
      <span className={styles.pauseWords}>{words}</span>
    </Button>
  )
}
