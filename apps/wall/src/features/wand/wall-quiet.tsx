import { useQuery } from '@tanstack/react-query'
import { summaryQuery } from '../../lib/queries.ts'
import { useReplayId } from '../../lib/replay.ts'
import { useText } from '../../lib/text.ts'
import { LevelMark } from '../../ui/level-mark.tsx'
import { RumoerLine } from '../../ui/rumoer-line.tsx'
import { useQuietWords } from '../../ui/use-quiet-words.ts'
import styles from './wall-quiet.module.css'

/** Nothing is unusual: says so, says what was checked, and shows the line of the whole town. */
export function WallQuiet({ line, isReady }: { line: readonly number[]; isReady: boolean }) {
  const text = useText()
  const quietWords = useQuietWords()
  const { data } = useQuery(summaryQuery(useReplayId()))
  if (!data || !isReady) return <div />
  return (
    <section className={styles.quiet}>
      <h2>
        <LevelMark level="calm" size="0.82em" /> {text('quiet.title')}
      </h2>
      <p className={styles.words}>{quietWords(data)}</p>
      <div className={styles.line}>
        <RumoerLine line={line} width={1800} height={470} thick={14} label={text('wall.townLine')} />
      </div>
    </section>
  )
}
