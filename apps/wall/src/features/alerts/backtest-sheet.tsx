import type { BacktestAlert, BacktestResult, Rule } from '@rumoer/contracts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect } from 'react'
import { request } from '../../lib/api.ts'
import { clockTime, shortDate } from '../../lib/dates.ts'
import { rulesQuery } from '../../lib/queries.ts'
import { type Text, useLocale, useText } from '../../lib/text.ts'
import { Button } from '../../ui/button.tsx'
import { Failed, Loading } from '../../ui/panel-state.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { type Column, TwinTable } from '../../ui/twin-table.tsx'
import { BacktestDays } from './backtest-days.tsx'
import { useMinutesText } from './rule-words.ts'
import styles from './rules.module.css'

type Props = { rule: Rule; mayTurnOn: boolean; onTurnOn: () => void; onClose: () => void }

/** What the rule would have told in the last four weeks, beside the rules in force; after that it may be switched on. */
export function BacktestSheet({ rule, mayTurnOn, onTurnOn, onClose }: Props) {
  const text = useText()
  const client = useQueryClient()
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['backtest', rule.id, rule.version],
    queryFn: ({ signal }) => request<BacktestResult>('/rules/_backtest', { method: 'POST', body: { rule: rule.id }, signal }),
    staleTime: 60_000,
    retry: false,
    refetchOnWindowFocus: false,
  })
  useEffect(() => {
    if (data) void client.invalidateQueries({ queryKey: rulesQuery.queryKey })
  }, [data, client])
  return (
    <Sheet title={text('backtest.title', { name: rule.name })} isOpen onClose={onClose} wide>
      <div className={styles.test}>
        {isPending && (
          <>
            <p>{text('backtest.running')}</p>
            <Loading lines={6} />
          </>
        )}
        {error && !data && <Failed error={error} onRetry={() => void refetch()} />}
        {data && <Findings result={data} />}
        {data && mayTurnOn && rule.live !== rule.version && (
          <Button look="primary" onPress={onTurnOn}>
            {text('rule.turnOn')}
          </Button>
        )}
      </div>
    </Sheet>
  )
}

function Findings({ result }: { result: BacktestResult }) {
  const text = useText()
  const minutesText = useMinutesText()
  const columns = useColumns()
  return (
    <>
      <p>{sentencesOf(result, text, useNumber(), minutesText).join(' ')}</p>
      {result.alerts.length > 0 && (
        <>
          <BacktestDays result={result} />
          <TwinTable
            caption={text('backtest.table')}
            columns={columns}
            rows={result.alerts}
            rowKey={({ issueId, at, level }) => `${issueId}${at}${level}`}
          />
        </>
      )}
    </>
  )
}

function useNumber(): (value: number) => string {
  const locale = useLocale()
  return (value) => new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(value)
}

function sentencesOf(
  result: BacktestResult,
  text: Text,
  number: (value: number) => string,
  minutesText: (value: number) => string,
): string[] {
  const { alerts, perWeek, noisePerWeek, medianLeadMinutes: lead, medianAfterFirstMinutes: after, missed } = result
  return [
    text('backtest.finding', { count: alerts.length, perWeek: number(perWeek) }),
    ...(noisePerWeek > 0 ? [text('backtest.noise', { perWeek: number(noisePerWeek) })] : []),
    chanceSentence(result, text, number),
    ...(after === null ? [] : [text('backtest.after', { time: minutesText(after) })]),
    ...(lead === null
      ? []
      : [lead === 0 ? text('backtest.equal') : text(lead > 0 ? 'backtest.earlier' : 'backtest.later', { time: minutesText(lead) })]),
    text('backtest.missed', { count: missed }),
  ]
}

/** How often the rule rings while nothing goes on. */
function chanceSentence({ chancePerWeek, chanceWeeks }: BacktestResult, text: Text, number: (value: number) => string): string {
  if (chancePerWeek === null) return text('backtest.noChance')
  if (chanceWeeks === 0) return text('backtest.chance', { perWeek: number(chancePerWeek) })
  const weeks = Math.round(chanceWeeks)
  if (chancePerWeek === 0) return text('backtest.never', { weeks })
  return chancePerWeek < 0.1 ? text('backtest.rarely', { weeks }) : text('backtest.quiet', { perWeek: number(chancePerWeek) })
}

function useColumns(): Column<BacktestAlert>[] {
  const text = useText()
  const locale = useLocale()
  const minutesText = useMinutesText()
  const moment = ({ at }: BacktestAlert) => `${shortDate(at, locale)} ${clockTime(at)}`
  const against = ({ leadMinutes }: BacktestAlert) => {
    if (leadMinutes === null) return text('backtest.onlyThis')
    return leadMinutes === 0 ? text('backtest.same') : `${leadMinutes > 0 ? '−' : '+'}${minutesText(leadMinutes)}`
  }
  return [
    { id: 'at', name: text('backtest.at'), cell: moment, text: moment },
    {
      id: 'issue',
      name: text('backtest.issue'),
      cell: ({ issueId, title, noise }) => (
        <>
          <Link to="/issues/$id" params={{ id: issueId }}>
            {title}
          </Link>
          {noise && ` (${text('backtest.isNoise')})`}
        </>
      ),
      text: ({ title }) => title,
    },
    { id: 'voices', name: text('backtest.voices'), numeric: true, cell: ({ voices }) => voices, text: ({ voices }) => voices },
    {
      id: 'first',
      name: text('backtest.first'),
      numeric: true,
      cell: ({ afterFirstMinutes }) => minutesText(afterFirstMinutes),
      text: ({ afterFirstMinutes }) => afterFirstMinutes,
    },
    { id: 'against', name: text('backtest.against'), numeric: true, cell: against, text: against },
  ]
}
