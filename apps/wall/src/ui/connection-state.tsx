import { useNow } from '../lib/clock.tsx'
import { ageOf, clockTime } from '../lib/dates.ts'
import { isOutOfDate, useLiveStatus } from '../lib/live-status.ts'
import { useText } from '../lib/text.ts'
import styles from './connection-state.module.css'

/** How the stream is doing, always in words, with how long ago the last sign of life was. */
export function ConnectionState() {
  const text = useText()
  const status = useLiveStatus()
  useNow(1_000)
  const now = Date.now()
  const words = useConnectionWords()
  const age = status.lastFrameAt === null ? null : ageOf(status.lastFrameAt, now)
  const isLost = isOutOfDate(status, now)
  return (
    <span className={`${styles.state} ${isLost ? styles.lost : ''}`} data-phase={status.phase}>
      <svg className={styles.mark} viewBox="0 0 12 12" aria-hidden="true">
        <circle cx="6" cy="6" r="4.4" className={status.phase === 'live' ? styles.on : styles.off} />
      </svg>
      <b>{words}</b>
      {!isLost && status.phase !== 'waiting' && age && (
        <span className={styles.age}>
          {text('updated', {
            age: age.unit === 'second' ? text('age.second', { count: age.count }) : text(`age.${age.unit}`, { count: age.count }),
          })}
        </span>
      )}
    </span>
  )
}

/** `Live`, `Inhalen`, `Verbinding weg sinds 14:03`. */
export function useConnectionWords(): string {
  const text = useText()
  const status = useLiveStatus()
  if (status.phase === 'stopped') return text('connection.stopped')
  if (isOutOfDate(status, Date.now()) || status.phase === 'waiting') {
    return text('connection.lost', { time: clockTime(status.lastFrameAt ?? Date.now()) })
  }
  return text(`connection.${status.phase}`)
}
