import { useQuery } from '@tanstack/react-query'
import { summaryQuery } from '../../lib/queries.ts'
import { useReplayId } from '../../lib/replay.ts'
import { useText } from '../../lib/text.ts'
import { LevelMark } from '../../ui/level-mark.tsx'
import { RumoerLine } from '../../ui/rumoer-line.tsx'
import styles from './wall-quiet.module.css'

/** Nothing is unusual: says so, says what was checked, and shows the line of the whole town. */
export function WallQuiet({ line, isReady }: { line: readonly number[]; isReady: boolean }) {
  const text = useText()
  const { data } = useQuery(summaryQuery(useReplayId()))
  if (!data || !isReady) return <div />
  const usual = Math.round(data.expectedLastHour ?? 0)
  return (
    <section className={styles.quiet}>
      <h2>
        <LevelMark level="calm" size="0.8em" /> {text('quiet.short')}
      </h2>
      <p className={styles.words}>
        {text('quiet.body', { messages: data.messagesToday, sources: data.sources.length })}
        {data.expectedLastHour !== null && ` ${text('incoming.hour', { count: data.messagesLastHour, normal: usual })}`}
      </p>
      <div className={styles.line}>
        <RumoerLine line={line} width={1700} height={330} thick={14} label={text('wall.townLine')} />
      </div>
    </section>
  )
}
