import type { MoodCounts, SentimentLabel } from '@rumoer/contracts'
import { moodOf, moodTotal } from '../lib/mood.ts'
import { useText } from '../lib/text.ts'
import styles from './mood.module.css'

const SIGNS: Record<SentimentLabel, string> = { negative: '▼', neutral: '●', positive: '▲' }

/** Sign and colour of one label, hidden from screen readers: a word always stands beside it. */
export function MoodSign({ label, hollow = false }: { label: SentimentLabel; hollow?: boolean }) {
  return (
    <svg
      className={`${styles.sign} ${styles[label]} ${hollow ? styles.hollow : ''}`}
      viewBox="0 0 12 12"
      aria-hidden="true"
      data-sign={SIGNS[label]}
    >
      {label === 'negative' && <path d="M1.2 2h9.6L6 10.6Z" />}
      {label === 'neutral' && <circle cx="6" cy="6" r="4.2" />}
      {label === 'positive' && <path d="M1.2 10h9.6L6 1.4Z" />}
    </svg>
  )
}

/** “vooral negatief”, never a score. */
export function MoodWords({ counts }: { counts: MoodCounts }) {
  const text = useText()
  const mood = moodOf(counts)
  const sign = mood === 'negative' || mood === 'neutral' || mood === 'positive' ? mood : null
  return (
    <span className={styles.words}>
      {sign && <MoodSign label={sign} />}
      {text(`mood.${mood}`)}
    </span>
  )
}

/** Three counts as one bar in a fixed order, each part with its sign and number. */
export function MoodBar({ counts }: { counts: MoodCounts }) {
  const text = useText()
  const total = moodTotal(counts)
  if (total === 0) return null
  return (
    <div className={styles.bar}>
      <div className={styles.parts} aria-hidden="true">
        {(['negative', 'neutral', 'positive'] as const).map((label) => (
          <span
            key={label}
            className={`${styles.part} ${styles[label]}`}
            style={{ flexGrow: counts[label] }}
            hidden={counts[label] === 0}
          />
        ))}
      </div>
      <ul className={styles.legend}>
        {(['negative', 'neutral', 'positive'] as const).map((label) => (
          <li key={label}>
            <MoodSign label={label} /> {counts[label]} {text(`sentiment.${label}`)}
          </li>
        ))}
      </ul>
    </div>
  )
}
