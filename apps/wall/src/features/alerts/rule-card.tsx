import type { Rule, RuleDefinition } from '@rumoer/contracts'
import { FlaskConical, Pencil, Power } from 'lucide-react'
import { useText } from '../../lib/text.ts'
import { Button } from '../../ui/button.tsx'
import { LevelMark } from '../../ui/level-mark.tsx'
import { useFilterText, useMinutesText } from './rule-words.ts'
import styles from './rules.module.css'
import { TestList } from './test-list.tsx'

type Props = {
  rule: Rule
  mayChange: boolean
  mayTest: boolean
  onEdit: (draft?: Partial<RuleDefinition>) => void
  onTest: () => void
  onTurn: (live: boolean) => void
}

/** One rule: what it says, whether it is in force, and what people did with its alerts. */
export function RuleCard({ rule, mayChange, mayTest, onEdit, onTest, onTurn }: Props) {
  const text = useText()
  const filterText = useFilterText()
  const state = rule.live === null ? 'draft' : rule.live === rule.version ? 'live' : 'changed'
  const named = (action: string) => text('rule.actionOn', { action, name: rule.name })
  return (
    <li className={styles.card} data-state={state}>
      <div className={styles.cardHead}>
        <LevelMark level={rule.level} size={24} label={text(`level.${rule.level}`)} />
        <h2>{rule.name}</h2>
        <span className={styles.state}>{text(`rule.state.${state}`)}</span>
      </div>
      <div className={styles.said}>
        <p>{text('rule.when')}</p>
        <TestList test={wholeTest(rule)} />
        <p className={styles.soft}>{filterText(rule.filter)}</p>
        <Habits rule={rule} />
      </div>
      <Quality rule={rule} onUse={mayChange ? onEdit : null} />
      <div className={styles.buttons}>
        {mayChange && (
          <Button small onPress={() => onEdit()} aria-label={named(text('rule.edit'))}>
            <Pencil aria-hidden="true" /> {text('rule.edit')}
          </Button>
        )}
        {mayTest && (
          <Button small onPress={onTest} aria-label={named(text('rule.test'))}>
            <FlaskConical aria-hidden="true" /> {text('rule.test')}
          </Button>
        )}
        {mayChange && state !== 'live' && rule.testedAt !== null && (
          <Button small look="primary" onPress={() => onTurn(true)} aria-label={named(text('rule.turnOn'))}>
            <Power aria-hidden="true" /> {text('rule.turnOn')}
          </Button>
        )}
        {mayChange && rule.live !== null && (
          <Button small onPress={() => onTurn(false)} aria-label={named(text('rule.turnOff'))}>
            <Power aria-hidden="true" /> {text('rule.turnOff')}
          </Button>
        )}
      </div>
    </li>
  )
}

/** Floors are conditions too: people read them in one list. */
const wholeTest = ({ floors, when }: Rule) => ({
  all: [
    ...(['messages', 'voices', 'channels'] as const).map((measure) => ({ measure, operator: '>=' as const, threshold: floors[measure] })),
    ...('all' in when ? when.all : [when]),
  ],
})

function Habits({ rule }: { rule: Rule }) {
  const text = useText()
  const minutesText = useMinutesText()
  const { grouping, hysteresis } = rule
  const onCall = rule.receivers.filter((one) => one.channel === 'mail' && one.onCall.length > 0).length
  const quiet = rule.level === 'crisis' || rule.quietHours === null ? text('rule.noQuiet') : text('rule.quiet', rule.quietHours)
  return (
    <p className={styles.soft}>
      {text('rule.receivers', { count: rule.receivers.length })} {rule.receivers.length > 0 && quiet}{' '}
      {rule.receivers.length > 0 && text('rule.repeat', { time: minutesText(rule.repeatMinutes) })}{' '}
      {onCall > 0 && text('rule.onCall', { count: onCall })}{' '}
      {rule.receivers.length > 0 &&
        grouping.minutes > 0 &&
        text('rule.grouped', { by: text(`rule.group.by.${grouping.by}`), time: minutesText(grouping.minutes) })}{' '}
      {text('rule.lowers', { time: minutesText(hysteresis.lowerAfterMinutes), share: Math.round(hysteresis.release * 100) })}
    </p>
  )
}

function Quality({ rule, onUse }: { rule: Rule; onUse: ((draft: Partial<RuleDefinition>) => void) | null }) {
  const text = useText()
  const { days, sent, actedOn, noise, waiting, proposal } = rule.quality
  return (
    <div className={styles.quality}>
      <p>
        <b>{text('quality.title', { days })}</b> {text('quality.sentence', { sent, actedOn, noise, waiting })}
      </p>
      {proposal && (
        <p className={styles.proposal}>
          {proposal.sentence}{' '}
          {onUse && isFloor(proposal.measure) && (
            <Button small onPress={() => onUse({ floors: { ...rule.floors, [proposal.measure]: proposal.to } })}>
              {text('quality.use')}
            </Button>
          )}
        </p>
      )}
    </div>
  )
}

const isFloor = (measure: string): measure is keyof Rule['floors'] => ['messages', 'voices', 'channels'].includes(measure)
