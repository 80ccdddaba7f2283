import type { SourceState } from '@rumoer/contracts'
import { useText } from '../lib/text.ts'
import styles from './source-dots.module.css'

/** The shape of a source's state: full, half, empty, crossed, dotted, two bars, a square; told apart without colour. */
export function SourceMark({ state }: { state: SourceState }) {
  if (state === 'paused' || state === 'ended')
    return (
      <svg className={styles.mark} viewBox="0 0 12 12" aria-hidden="true">
        {state === 'paused' ? (
          <path d="M3.2 1.6h1.9v8.8H3.2Zm3.7 0h1.9v8.8H6.9Z" className={styles.full} />
        ) : (
          <rect x="2.2" y="2.2" width="7.6" height="7.6" className={styles.open} />
        )}
      </svg>
    )
  return (
    <svg className={styles.mark} viewBox="0 0 12 12" aria-hidden="true">
      <circle cx="6" cy="6" r="4.6" className={state === 'good' ? styles.full : state === 'new' ? styles.dotted : styles.open} />
      {state === 'slow' && <path d="M6 1.4a4.6 4.6 0 0 1 0 9.2Z" className={styles.full} />}
      {state === 'failing' && <path d="m3.4 3.4 5.2 5.2m0-5.2-5.2 5.2" className={styles.cross} />}
    </svg>
  )
}

/** One mark per source and the same in words. */
export function SourceDots({ sources }: { sources: readonly { id: string; name: string; state: SourceState }[] }) {
  const text = useText()
  const words = sources.map((source) => `${source.name}: ${text(`source.${source.state}`)}`).join(', ')
  return (
    <span className={styles.dots} title={words}>
      <span>{text('sources.count', { count: sources.length })}</span>
      <span className={styles.row} role="img" aria-label={words}>
        {sources.slice(0, 12).map((source) => (
          <SourceMark key={source.id} state={source.state} />
        ))}
      </span>
    </span>
  )
}
