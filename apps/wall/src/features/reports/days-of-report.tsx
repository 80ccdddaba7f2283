import type { ReputationReport } from '@rumoer/contracts'
import { Link } from '@tanstack/react-router'
import { lazy } from 'react'
import { ChartFrame } from '../../charts/chart-frame.tsx'
import { noonOf, shortDate } from '../../lib/dates.ts'
import { parseMessageFilter } from '../../lib/message-filter.ts'
import { countText } from '../../lib/numbers.ts'
import { useLocale, useText } from '../../lib/text.ts'

const DaysChart = lazy(() => import('../../charts/days-chart.tsx'))

/** Messages per day, titled with the busiest day. */
export function DaysOfReport({ report, period }: { report: ReputationReport; period: string }) {
  const text = useText()
  const locale = useLocale()
  const first = report.days[0]
  if (!first) return null
  const busiest = report.days.reduce((best, day) => (day.messages > best.messages ? day : best), first)
  const dayName = (on: string) => shortDate(noonOf(on), locale)
  return (
    <ChartFrame
      title={text('report.days.finding', { day: dayName(busiest.on), count: busiest.messages })}
      source={text('report.days.source', { count: countText(report.volume.now, locale), period })}
      fileName={`dagen-${report.period.from.slice(0, 10)}`}
      rows={report.days}
      rowKey={(day) => day.on}
      columns={[
        {
          id: 'on',
          name: text('day'),
          cell: (day) => (
            <Link to="/berichten" search={parseMessageFilter(day.query)}>
              {dayName(day.on)}
            </Link>
          ),
          text: (day) => day.on,
        },
        { id: 'messages', name: text('nav.messages'), numeric: true, cell: (day) => day.messages, text: (day) => day.messages },
        { id: 'negative', name: text('sentiment.negative'), numeric: true, cell: (day) => day.negative, text: (day) => day.negative },
      ]}
    >
      <DaysChart days={report.days} locale={locale} words={{ negative: text('sentiment.negative'), other: text('report.other') }} />
    </ChartFrame>
  )
}
