import type { AlertCheck, Condition, Issue } from '@rumoer/contracts'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { clockTime } from '../../lib/dates.ts'
import { alertCheckQuery } from '../../lib/queries.ts'
import { useReplayId } from '../../lib/replay.ts'
import { useLocale, useText } from '../../lib/text.ts'
import { LevelMark } from '../../ui/level-mark.tsx'
import { Failed, Loading } from '../../ui/panel-state.tsx'
import { ScopeBadge } from '../../ui/scope-badge.tsx'
import { type Column, TwinTable } from '../../ui/twin-table.tsx'
import styles from './why-tab.module.css'

/** Why the issue gives an alert or not: every rule with every condition, measured now. */
export function WhyTab({ issue }: { issue: Issue }) {
  const text = useText()
  const { data, error, isPending, refetch } = useQuery(alertCheckQuery(useReplayId(), issue.id))
  if (isPending) return <Loading lines={6} />
  if (!data) return <Failed error={error} onRetry={() => void refetch()} />
  return (
    <div className={styles.why}>
      <p className={styles.lead}>
        {text('why.lead')} <Link to="/regels">{text('why.toRules')}</Link>
      </p>
      {data.rules.map((rule) => (
        <RuleAnswer key={rule.rule.id} answer={rule} />
      ))}
    </div>
  )
}

function RuleAnswer({ answer }: { answer: AlertCheck['rules'][number] }) {
  const text = useText()
  const columns = useColumns()
  const reasons = answer.heldBack.length === 0 ? [text('why.holds')] : answer.heldBack.map((reason) => text(`heldBack.${reason}`))
  const quiet = answer.quietUntil === null ? [] : [text('why.quiet', { time: clockTime(answer.quietUntil) })]
  return (
    <section className={styles.rule} aria-label={answer.rule.name}>
      <h3>
        <LevelMark level={answer.level} size={18} label={text(`level.${answer.level}`)} /> {answer.rule.name}
      </h3>
      <p>{[...reasons, ...quiet].join(' ')}</p>
      <TwinTable
        caption={answer.rule.name}
        columns={columns}
        rows={answer.conditions.map((condition, at) => ({ ...condition, at }))}
        rowKey={({ at }) => String(at)}
      />
    </section>
  )
}

function useColumns(): Column<Condition & { at: number }>[] {
  const text = useText()
  const locale = useLocale()
  const number = (value: number) => new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(value)
  const result = ({ holds }: Condition) => text(holds ? 'why.met' : 'why.notMet')
  const amount = ({ scope }: Condition, value: number) => (scope === 'message' ? `${number(value * 100)}%` : number(value))
  const threshold = (condition: Condition) => `${SIGNS[condition.operator]} ${amount(condition, condition.threshold)}`
  return [
    { id: 'name', name: text('why.condition'), cell: ({ name }) => name, text: ({ name }) => name },
    {
      id: 'scope',
      name: text('why.scope'),
      cell: ({ scope }) => <ScopeBadge scope={scope} />,
      text: ({ scope }) => text(`scope.${scope}`),
    },
    {
      id: 'result',
      name: text('why.result'),
      cell: (condition) => <span className={condition.holds ? styles.met : styles.notMet}>{result(condition)}</span>,
      text: result,
    },
    {
      id: 'value',
      name: text('why.value'),
      numeric: true,
      cell: (condition) => amount(condition, condition.value),
      text: ({ value }) => value,
    },
    { id: 'threshold', name: text('why.threshold'), numeric: true, cell: threshold, text: threshold },
  ]
}

const SIGNS: Readonly<Record<Condition['operator'], string>> = { '>=': '≥', '>': '>', '<=': '≤', '<': '<', '=': '=' }
