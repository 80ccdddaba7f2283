import { clockTime } from '../../lib/dates.ts'
import { useText } from '../../lib/text.ts'
import { Button } from '../../ui/button.tsx'
import styles from './entry.module.css'
import type { KeptEntry } from './kept-entries.ts'
import type { useOutbox } from './use-outbox.ts'

type Props = {
  outbox: ReturnType<typeof useOutbox>
  /** Begun elsewhere or earlier in this browser, and not finished. */
  others: readonly KeptEntry[]
  onResume: (entry: KeptEntry) => void
  onDiscard: (entry: KeptEntry) => void
}

/** What was begun and not finished, what waits for the line, what the server refused, and what is in. */
export function EntryLog({ outbox: { waiting, refused, sent }, others, onResume, onDiscard }: Props) {
  const text = useText()
  const open = [...refused, ...others]
  return (
    <div className={styles.log}>
      {open.length > 0 && (
        <section aria-label={text('entry.unfinished')}>
          <h2>{text('entry.unfinished')}</h2>
          <ul>
            {open.map((entry) => (
              <li key={entry.id}>
                <span className={styles.words}>{entry.text || entry.address}</span>
                {entry.refused && <small>{text('entry.refused')}</small>}
                <span className={styles.buttons}>
                  <Button small onPress={() => onResume(entry)}>
                    {text('entry.resume')}
                  </Button>
                  <Button small look="quiet" onPress={() => onDiscard(entry)}>
                    {text('entry.discard')}
                  </Button>
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {waiting.length > 0 && (
        <p role="status" className={styles.waiting}>
          {text('entry.waiting', { count: waiting.length })}
        </p>
      )}
      {sent.length > 0 && (
        <section aria-label={text('entry.sent')}>
          <h2>{text('entry.sent')}</h2>
          <ul>
            {sent.map((one) => (
              <li key={one.id}>
                <time dateTime={one.sentAt}>{clockTime(one.sentAt)}</time> <span className={styles.words}>{one.text}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
