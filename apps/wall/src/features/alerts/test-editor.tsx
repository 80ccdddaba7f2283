import { type Criterion, DEEPEST_TEST, MEASURES, type Measure, type RuleTest, windowsOf } from '@rumoer/contracts'
import { Plus, Trash2 } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useText } from '../../lib/text.ts'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { ScopeBadge } from '../../ui/scope-badge.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { isShare, LIMITS } from './rule-words.ts'
import styles from './rules.module.css'

const NEW_CRITERION: Criterion = { measure: 'messages', operator: '>=', threshold: 5 }
type Props = { test: RuleTest; depth?: number; onChange: (test: RuleTest) => void; onRemove?: () => void }

/** Conditions, nested by all and any, to change in place. */
export function TestEditor({ test, depth = 0, onChange, onRemove }: Props) {
  if ('measure' in test) return <CriterionEditor criterion={test} onChange={onChange} onRemove={onRemove} />
  return <GroupEditor test={test} depth={depth} onChange={onChange} onRemove={onRemove} />
}

type Group = Exclude<RuleTest, Criterion>
type GroupProps = { test: Group; depth: number; onChange: Props['onChange']; onRemove: (() => void) | undefined }

function GroupEditor({ test, depth, onChange, onRemove }: GroupProps) {
  const text = useText()
  const { box, focusOn } = useFocusOnPart()
  const isAll = 'all' in test
  const parts = isAll ? test.all : test.any
  const become = (next: readonly RuleTest[], all = isAll) => onChange(all ? { all: next } : { any: next })
  const add = (part: RuleTest) => {
    become([...parts, part])
    focusOn(parts.length)
  }
  return (
    <fieldset ref={box} className={styles.group}>
      <legend className="visually-hidden">{text(isAll ? 'rule.all' : 'rule.any')}</legend>
      <div className={styles.groupHead}>
        <Choice
          label={text('rule.group')}
          quietLabel
          value={isAll ? 'all' : 'any'}
          options={[
            { id: 'all', name: text('rule.all') },
            { id: 'any', name: text('rule.any') },
          ]}
          onChange={(id) => become(parts, id === 'all')}
        />
        {onRemove && (
          <Button small look="quiet" aria-label={text('rule.remove.group')} onPress={onRemove}>
            <Trash2 aria-hidden="true" />
          </Button>
        )}
      </div>
      {parts.map((part, at) => (
        <TestEditor
          // biome-ignore lint/suspicious/noArrayIndexKey: a condition is its place in the rule
          key={at}
          test={part}
          depth={depth + 1}
          onChange={(next) => become(parts.with(at, next))}
          onRemove={() => {
            become(parts.toSpliced(at, 1))
            focusOn(at)
          }}
        />
      ))}
      <div className={styles.buttons}>
        <Button small onPress={() => add(NEW_CRITERION)}>
          <Plus aria-hidden="true" /> {text('rule.add.condition')}
        </Button>
        {depth < DEEPEST_TEST - 2 && (
          <Button small onPress={() => add(isAll ? { any: [NEW_CRITERION] } : { all: [NEW_CRITERION] })}>
            <Plus aria-hidden="true" /> {text('rule.add.group')}
          </Button>
        )}
      </div>
    </fieldset>
  )
}

/** What stands in a group before its first part. */
const BEFORE_PARTS = 2

/** Keeps the keyboard where the work is: on a part that was added, or on what follows one that was taken away. */
function useFocusOnPart() {
  const box = useRef<HTMLFieldSetElement>(null)
  const [wanted, setWanted] = useState<{ at: number } | null>(null)
  useEffect(() => {
    if (wanted) box.current?.children[BEFORE_PARTS + wanted.at]?.querySelector('button')?.focus()
  }, [wanted])
  return { box, focusOn: (at: number) => setWanted({ at }) }
}

type CriterionProps = { criterion: Criterion; onChange: (criterion: Criterion) => void; onRemove: (() => void) | undefined }

function CriterionEditor({ criterion, onChange, onRemove }: CriterionProps) {
  const text = useText()
  const { measure, operator, threshold, windowHours } = criterion
  const { scope: _scope, ...plain } = criterion
  const factor = isShare(measure) ? 100 : 1
  const isSignal = measure === 'signal'
  const measured = (next: Measure): Criterion =>
    next === 'signal'
      ? { measure: next, operator: '>=', threshold: 1 }
      : { measure: next, operator, threshold: isShare(next) ? 0.3 : Math.max(1, threshold) }
  return (
    <div className={styles.criterion} data-alone={isSignal}>
      <Choice
        label={text('rule.measure')}
        value={measure}
        options={(Object.keys(MEASURES) as Measure[]).map((id) => ({ id, name: text(`rule.measure.${id}`) }))}
        onChange={(id) => onChange(measured(id as Measure))}
      />
      {!isSignal && (
        <>
          <Choice
            label={text('rule.operator')}
            value={operator}
            options={LIMITS.map(({ operator: sign, id }) => ({ id: sign, name: text(`rule.limit.${id}`) }))}
            onChange={(id) => onChange({ ...plain, operator: id as Criterion['operator'] })}
          />
          <TextInput
            label={`${text('rule.threshold')}${factor === 100 ? ' (%)' : ''}`}
            type="number"
            min={0}
            step="any"
            value={String(Number((threshold * factor).toFixed(6)))}
            onChange={(event) => onChange({ ...plain, threshold: Math.max(0, Number(event.target.value)) / factor })}
          />
          {COUNTS.includes(measure) && (
            <Choice
              label={text('rule.window')}
              value={windowHours === undefined ? 'any' : String(windowHours)}
              options={[
                { id: 'any', name: text('rule.in.any') },
                ...windowsOf(measure).map((hours) => ({ id: String(hours), name: text(`rule.in.${hours}`) })),
              ]}
              onChange={(id) => {
                const { windowHours: _before, ...rest } = plain
                const hours = windowsOf(measure).find((one) => String(one) === id)
                onChange(hours === undefined ? rest : { ...rest, windowHours: hours })
              }}
            />
          )}
        </>
      )}
      <span className={styles.looks}>
        <ScopeBadge scope={MEASURES[measure].scope} />
        {onRemove && (
          <Button small look="quiet" aria-label={text('rule.remove.condition')} onPress={onRemove}>
            <Trash2 aria-hidden="true" />
          </Button>
        )}
      </span>
    </div>
  )
}

/** Measures that are counted in a window of time. */
const COUNTS: readonly Measure[] = ['messages', 'voices', 'channels', 'negativeShare', 'dangerVoices', 'rumourVoices']
