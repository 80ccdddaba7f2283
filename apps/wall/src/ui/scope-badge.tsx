import type { Condition } from '@rumoer/contracts'
import { useText } from '../lib/text.ts'
import styles from './scope-badge.module.css'

/** What a condition looks at: single messages, the issue, or its area. */
export function ScopeBadge({ scope }: { scope: Condition['scope'] }) {
  const text = useText()
  return <span className={styles.badge}>{text(`scope.${scope}`)}</span>
}
