import type { Rule, RuleDefinition } from '@rumoer/contracts'
import { useQuery } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { may } from '../../lib/access.ts'
import { rulesQuery, sessionQuery } from '../../lib/queries.ts'
import { useText } from '../../lib/text.ts'
import { Button } from '../../ui/button.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Empty, Failed, Loading } from '../../ui/panel-state.tsx'
import { BacktestSheet } from './backtest-sheet.tsx'
import { RuleCard } from './rule-card.tsx'
import { RuleSheet } from './rule-sheet.tsx'
import styles from './rules.module.css'
import { useRuleChange } from './use-rule-change.ts'

type Open = { sheet: 'edit'; rule: Rule | null; draft: Partial<RuleDefinition> } | { sheet: 'test'; id: string }

/** The rules of alerting: what they say, what people did with their alerts, and how to change and test them. */
export function RulesPage() {
  const text = useText()
  const { data, error, isPending, refetch } = useQuery(rulesQuery)
  const { data: session } = useQuery(sessionQuery)
  const [open, setOpen] = useState<Open | null>(null)
  const change = useRuleChange()
  const rules = data ?? []
  const live = rules.filter((rule) => rule.live !== null).length
  const draft = rules.filter((rule) => rule.live !== rule.version).length
  const tested = open?.sheet === 'test' ? rules.find(({ id }) => id === open.id) : undefined
  return (
    <>
      <PageHead title={text('rules.title')} {...(data ? { lead: text('rules.lead', { live, draft }) } : {})}>
        {may(session, 'admin') && (
          <Button look="primary" onPress={() => setOpen({ sheet: 'edit', rule: null, draft: {} })}>
            <Plus aria-hidden="true" /> {text('rules.new')}
          </Button>
        )}
      </PageHead>
      {isPending && <Loading lines={8} />}
      {error && !data && <Failed error={error} onRetry={() => void refetch()} />}
      {data?.length === 0 && <Empty title={text('rules.none')}>{text('rules.none.body')}</Empty>}
      <ul className={styles.list}>
        {rules.map((rule) => (
          <RuleCard
            key={rule.id}
            rule={rule}
            mayChange={may(session, 'admin')}
            mayTest={may(session, 'alerts.work')}
            onEdit={(changes = {}) => setOpen({ sheet: 'edit', rule, draft: changes })}
            onTest={() => setOpen({ sheet: 'test', id: rule.id })}
            onTurn={(on) => change.mutate({ rule, body: { live: on } })}
          />
        ))}
      </ul>
      {open?.sheet === 'edit' && <RuleSheet rule={open.rule} draft={open.draft} onClose={() => setOpen(null)} />}
      {tested && (
        <BacktestSheet
          rule={tested}
          mayTurnOn={may(session, 'admin')}
          onTurnOn={() => {
            change.mutate({ rule: tested, body: { live: true } })
            setOpen(null)
          }}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  )
}
