import type { RuleDefinition } from '@rumoer/contracts'
import { useText } from '../../lib/text.ts'
import { Choice } from '../../ui/choice.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import styles from './rules.module.css'

type Habits = Pick<RuleDefinition, 'grouping' | 'quietHours' | 'repeatMinutes' | 'hysteresis'>
const GROUPS = ['issue', 'area', 'category'] as const

/** How a rule tells: when mail waits, how often it comes again, what goes out together, and how soon a level goes down. */
export function HabitsEditor({ habits, onChange }: { habits: Habits; onChange: (changes: Partial<Habits>) => void }) {
  const text = useText()
  const { grouping, quietHours, repeatMinutes, hysteresis } = habits
  return (
    <div className={styles.fields}>
      {(['from', 'to'] as const).map((name) => (
        <TextInput
          key={name}
          label={text(name === 'from' ? 'rule.field.quietFrom' : 'rule.field.quietTo')}
          type="time"
          value={quietHours?.[name] ?? ''}
          onChange={(event) => onChange({ quietHours: hoursAfter(quietHours, name, event.target.value) })}
        />
      ))}
      <NumberInput
        label={text('rule.field.repeat')}
        limits={[10, 10_080]}
        value={repeatMinutes}
        onChange={(value) => onChange({ repeatMinutes: value })}
      />
      <Choice
        label={text('rule.group.by')}
        value={grouping.by}
        options={GROUPS.map((id) => ({ id, name: text(`rule.group.by.${id}`) }))}
        onChange={(id) => onChange({ grouping: { ...grouping, by: GROUPS.find((by) => by === id) ?? 'issue' } })}
      />
      <NumberInput
        label={text('rule.group.minutes')}
        hint={text('rule.group.hint')}
        limits={[0, 1_440]}
        value={grouping.minutes}
        onChange={(minutes) => onChange({ grouping: { ...grouping, minutes } })}
      />
      <NumberInput
        label={text('rule.release')}
        hint={text('rule.release.hint')}
        limits={[30, 100]}
        value={Math.round(hysteresis.release * 100)}
        onChange={(share) => onChange({ hysteresis: { ...hysteresis, release: share / 100 } })}
      />
      <NumberInput
        label={text('rule.lower')}
        limits={[30, 1_440]}
        value={hysteresis.lowerAfterMinutes}
        onChange={(lowerAfterMinutes) => onChange({ hysteresis: { ...hysteresis, lowerAfterMinutes } })}
      />
    </div>
  )
}

type NumberProps = { label: string; hint?: string; limits: readonly [number, number]; value: number; onChange: (value: number) => void }

function NumberInput({ label, hint, limits: [min, max], value, onChange }: NumberProps) {
  return (
    <TextInput
      label={label}
      {...(hint === undefined ? {} : { hint })}
      type="number"
      min={min}
      max={max}
      required
      value={String(value)}
      onChange={(event) => onChange(Number(event.target.value))}
    />
  )
}

/** An emptied time means no quiet hours at all. */
function hoursAfter(before: RuleDefinition['quietHours'], name: 'from' | 'to', value: string): RuleDefinition['quietHours'] {
  return value === '' ? null : { ...(before ?? { from: '22:00', to: '07:00' }), [name]: value }
}
