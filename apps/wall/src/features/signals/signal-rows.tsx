import type { StructuralProblem } from '@rumoer/contracts'
import { Link } from '@tanstack/react-router'
import { startOfDay } from '../../lib/dates.ts'
import { placeText, useAreas } from '../../lib/names.ts'
import type { AreaSignal } from '../../lib/queries.ts'
import { useReplayId } from '../../lib/replay.ts'
import { useText } from '../../lib/text.ts'
import { AgeText } from '../../ui/age.tsx'
import { LevelMark } from '../../ui/level-mark.tsx'
import styles from './signals-page.module.css'

const HOUR_MS = 3_600_000
/** A cluster names no more than this many of its buurten. */
const NAMED = 2

/** One open finding: what kind, where, its sentence, since when, and the messages behind it. A silent source leads to the sources. */
export function SignalRow({ signal }: { signal: AreaSignal }) {
  const text = useText()
  const areas = useAreas(useReplayId())
  const { kind, level, places, category, sentence, openedAt, windowHours } = signal
  const [area] = places
  const from = new Date(Date.parse(openedAt) - windowHours * HOUR_MS).toISOString()
  return (
    <li className={styles.row}>
      <span className={styles.kind}>
        <LevelMark level={level} size={18} label={text(`level.${level}`)} /> {text(`signals.kind.${kind}`)}
      </span>
      <span className={styles.place}>{placeText(places, areas, NAMED) ?? text('signals.source')}</span>
      <p className={styles.sentence}>{sentence}</p>
      <span className={styles.since}>
        <AgeText at={openedAt} />
      </span>
      {area === undefined ? (
        <Link to="/bronnen" aria-label={text('signals.toSources.of', { sentence })}>
          {text('signals.toSources')}
        </Link>
      ) : (
        <MessagesLink area={area} category={category?.split('/')[1]} from={from} sentence={sentence} />
      )}
    </li>
  )
}

/** One problem that keeps coming back, with its numbers and its messages since it first did. */
export function ProblemRow({ problem }: { problem: StructuralProblem }) {
  const text = useText()
  const areas = useAreas(useReplayId())
  const { areaCode, category, sentence, times, firstOn, lastOn } = problem
  return (
    <li className={styles.row}>
      <span className={styles.kind}>{text('signals.times', { count: times })}</span>
      <span className={styles.place}>{placeText([areaCode], areas)}</span>
      <p className={styles.sentence}>{sentence}</p>
      <span className={styles.since}>
        <AgeText at={startOfDay(lastOn).toISOString()} />
      </span>
      <MessagesLink area={areaCode} category={category.sub} from={startOfDay(firstOn).toISOString()} sentence={sentence} />
    </li>
  )
}

type Behind = { area: string; category: string | undefined; from: string; sentence: string }

function MessagesLink({ area, category, from, sentence }: Behind) {
  const text = useText()
  return (
    <Link
      to="/berichten"
      search={{ area, from, ...(category === undefined ? {} : { category }) }}
      aria-label={text('signals.messages.of', { sentence })}
    >
      {text('nav.messages')}
    </Link>
  )
}
