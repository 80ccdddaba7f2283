import { MEASURES, type RuleTest } from '@rumoer/contracts'
import { useText } from '../../lib/text.ts'
import { ScopeBadge } from '../../ui/scope-badge.tsx'
import { useCriterionText } from './rule-words.ts'
import styles from './rules.module.css'

/** The conditions of a rule as nested sentences, each with what it looks at. */
export function TestList({ test }: { test: RuleTest }) {
  const text = useText()
  const say = useCriterionText()
  if ('measure' in test) {
    return (
      <span className={styles.condition}>
        {say(test)} <ScopeBadge scope={MEASURES[test.measure].scope} />
      </span>
    )
  }
  const isAll = 'all' in test
  const parts = isAll ? test.all : test.any
  if (parts.length === 0) return <span className={styles.condition}>{text('rule.nothing')}</span>
  if (parts.length === 1) return <TestList test={parts[0]!} />
  return (
    <div className={styles.nest}>
      <span className={styles.join}>{text(isAll ? 'rule.all' : 'rule.any')}</span>
      <ul>
        {parts.map((part, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a condition is its place in the rule
          <li key={at}>
            <TestList test={part} />
          </li>
        ))}
      </ul>
    </div>
  )
}
