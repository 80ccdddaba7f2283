import { useQuery } from '@tanstack/react-query'
import { summaryQuery } from '../../lib/queries.ts'
import { useReplayId } from '../../lib/replay.ts'
import { useText } from '../../lib/text.ts'
import { LevelMark } from '../../ui/level-mark.tsx'
import { useQuietWords } from '../../ui/use-quiet-words.ts'
import { WallMap } from './wall-map.tsx'
import styles from './wall-quiet.module.css'

/** Nothing is unusual: says so, says what was checked, and shows the whole town. */
export function WallQuiet({ isReady }: { isReady: boolean }) {
  const text = useText()
  const quietWords = useQuietWords()
  const { data } = useQuery(summaryQuery(useReplayId()))
  if (!data || !isReady) return <div />
  return (
    <section className={styles.quiet}>
      <div className={styles.words}>
        <h2>
          <LevelMark level="calm" size="0.9em" /> {text('quiet.title')}
        </h2>
        <p>{quietWords(data)}</p>
      </div>
      <WallMap issues={[]} isLarge />
    </section>
  )
}
