import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Printer } from 'lucide-react'
import { useNow } from '../../lib/clock.tsx'
import { dayOf, isoWeek } from '../../lib/dates.ts'
import { type ReportPeriod, reportQuery, reportsQuery } from '../../lib/queries.ts'
import { useReplayId } from '../../lib/replay.ts'
import { useText } from '../../lib/text.ts'
import { usePageTitle } from '../../lib/use-page-title.ts'
import { Button } from '../../ui/button.tsx'
import { Empty, Failed, Loading } from '../../ui/panel-state.tsx'
import { PeriodChoice } from './period-choice.tsx'
import { Report } from './report.tsx'
import styles from './reports-page.module.css'

/** The newest week that is over; the present one when there is no other. */
function latestWhole(periods: readonly ReportPeriod[], present: string): string | undefined {
  const weeks = periods.filter((period) => period.kind === 'week')
  return (weeks.find((period) => period.id < present) ?? weeks[0])?.id
}

/** A week or a month on one page. */
export function ReportsPage() {
  const text = useText()
  usePageTitle(text('nav.reports'))
  const replay = useReplayId()
  const navigate = useNavigate()
  const today = dayOf(useNow(300_000))
  const { periode, area, channel } = useSearch({ from: '/live/desk/rapporten' })
  const { data: periods } = useQuery(reportsQuery(replay))
  const id = periode ?? latestWhole(periods?.items ?? [], isoWeek(today)) ?? isoWeek(today)
  const { data, error, isPending, refetch } = useQuery(reportQuery(replay, id, { area, channel }))
  const choose = (next: string) => void navigate({ to: '/rapporten', search: (before) => ({ ...before, periode: next }) })
  return (
    <div className={styles.page}>
      <div className={styles.tools}>
        <PeriodChoice id={id} periods={periods?.items ?? []} onChoose={choose} />
        <Button onPress={() => window.print()}>
          <Printer aria-hidden="true" /> {text('report.print')}
        </Button>
      </div>
      {!data && <h1 className="visually-hidden">{text('nav.reports')}</h1>}
      {isPending && <Loading lines={12} />}
      {error && !data && <Failed error={error} onRetry={() => void refetch()} />}
      {data?.volume.now === 0 && <h1 className="visually-hidden">{text('nav.reports')}</h1>}
      {data && data.volume.now === 0 && <Empty title={text('report.none.title')}>{text('report.none.body')}</Empty>}
      {data && data.volume.now > 0 && <Report report={data} id={id} />}
    </div>
  )
}
