import { useText } from '../lib/text.ts'
import styles from './owner.module.css'

const initials = (name: string) =>
  name
    .split(/\s+/)
    .map((part) => part[0] ?? '')
    .filter((_, at, all) => at === 0 || at === all.length - 1)
    .join('')
    .toUpperCase()

/** Who works on it: initials and name, or “nog niemand” in outline. */
export function Owner({ owner, compact = false }: { owner: { name: string } | null; compact?: boolean }) {
  const text = useText()
  if (!owner) return <span className={styles.nobody}>{text('nobody')}</span>
  return (
    <span className={styles.owner} title={owner.name}>
      <span className={styles.disc} aria-hidden="true">
        {initials(owner.name)}
      </span>
      <span className={compact ? 'visually-hidden' : styles.name}>{owner.name}</span>
    </span>
  )
}
