import type { Issue, Timeline } from '@rumoer/contracts'
import { useQuery } from '@tanstack/react-query'
import { lazy } from 'react'
import { ChartFrame } from '../../charts/chart-frame.tsx'
import { useNow } from '../../lib/clock.tsx'
import { clockTime, momentText } from '../../lib/dates.ts'
import { timelineQuery } from '../../lib/queries.ts'
import { useReplayId } from '../../lib/replay.ts'
import { useLocale, useText } from '../../lib/text.ts'
import { Failed, Loading } from '../../ui/panel-state.tsx'
import { everyHour } from './every-hour.ts'

const TimelineChart = lazy(() => import('../../charts/timeline-chart.tsx'))
const DAY_HOURS = 24
const SHOWN_HOURS = 7 * DAY_HOURS

/** Messages per hour against normal, titled with its busiest hour. */
export function IssueTimeline({ issue }: { issue: Issue }) {
  const text = useText()
  const locale = useLocale()
  const now = useNow(60_000)
  const { data, error, isPending, refetch } = useQuery(timelineQuery(useReplayId(), issue.id))
  if (isPending) return <Loading lines={6} />
  if (error && !data) return <Failed error={error} onRetry={() => void refetch()} />
  if (!data || data.hours.length === 0) return null
  const shown: Timeline = { ...data, hours: everyHour(data.hours, SHOWN_HOURS) }
  const busiest = shown.hours.reduce((best, hour) => (hour.messages > best.messages ? hour : best))
  const from = momentText(shown.hours[0]?.at ?? issue.firstAt, now, locale)
  const total = shown.hours.reduce((sum, hour) => sum + hour.messages, 0)
  const flags = data.entries.filter((entry) => entry.type !== 'opened' && entry.type !== 'title')
  return (
    <ChartFrame
      title={text('timeline.finding', { count: busiest.messages, time: momentText(busiest.at, now, locale) })}
      source={text('timeline.source', { count: total, from })}
      fileName={`verloop-${issue.id.slice(0, 8)}`}
      rows={shown.hours.filter((hour) => hour.messages > 0 || shown.hours.length <= DAY_HOURS)}
      rowKey={(hour) => hour.at}
      columns={[
        { id: 'at', name: text('timeline.hour'), cell: (hour) => momentText(hour.at, now, locale), text: (hour) => hour.at },
        { id: 'messages', name: text('nav.messages'), numeric: true, cell: (hour) => hour.messages, text: (hour) => hour.messages },
        {
          id: 'expected',
          name: text('timeline.normal'),
          numeric: true,
          cell: (hour) => round(hour.expected),
          text: (hour) => round(hour.expected),
        },
        { id: 'upper', name: text('timeline.upper'), numeric: true, cell: (hour) => round(hour.upper), text: (hour) => round(hour.upper) },
        {
          id: 'entries',
          name: text('timeline.entries'),
          cell: (hour) => entriesIn(flags, hour.at),
          text: (hour) => entriesIn(flags, hour.at),
        },
      ]}
    >
      <TimelineChart
        timeline={shown}
        locale={locale}
        now={now}
        words={{ messages: text('nav.messages'), normal: text('timeline.normal') }}
        flags={flags}
      />
    </ChartFrame>
  )
}

const round = (value: number) => Math.round(value * 10) / 10
const HOUR_MS = 3_600_000

/** What happened in the hour that starts at `at`, as words for the table. */
function entriesIn(entries: Timeline['entries'], at: string): string {
  const start = Date.parse(at)
  return entries
    .filter((entry) => Date.parse(entry.at) >= start && Date.parse(entry.at) < start + HOUR_MS)
    .map((entry) => `${clockTime(entry.at)} ${entry.text}`)
    .join('; ')
}
