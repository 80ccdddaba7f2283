import type { ReputationReport } from '@rumoer/contracts'
import { SENTIMENTS } from '@rumoer/contracts'
import { Link } from '@tanstack/react-router'
import type { CSSProperties } from 'react'
import { ChartFrame } from '../../charts/chart-frame.tsx'
import { parseMessageFilter } from '../../lib/message-filter.ts'
import { moodOf, moodTotal } from '../../lib/mood.ts'
import { countText, percentOf } from '../../lib/numbers.ts'
import { useLocale, useText } from '../../lib/text.ts'
import { MoodSign } from '../../ui/mood.tsx'
import styles from './report.module.css'

/** How residents speak of it, against the period before; no shares below thirty messages. */
export function MoodOfReport({ report }: { report: ReputationReport }) {
  const text = useText()
  const locale = useLocale()
  const { now, before, queries } = report.sentiment
  const mood = moodOf(now)
  const isEnough = mood !== 'too-few' && mood !== 'none'
  const share = (part: number, whole: number, enough: boolean) => (enough ? `${percentOf(part, whole) ?? 0}%` : text('mood.too-few'))
  const wasEnough = moodOf(before) !== 'too-few' && moodOf(before) !== 'none'
  return (
    <ChartFrame
      title={text('report.mood.finding', { mood: text(`mood.${mood}`) })}
      source={text('report.mood.source', { count: countText(moodTotal(now), locale) })}
      fileName={`sentiment-${report.period.from.slice(0, 10)}`}
      rows={SENTIMENTS.map((label) => ({ label, now: now[label], before: before[label] }))}
      rowKey={(row) => row.label}
      columns={[
        {
          id: 'label',
          name: text('filter.sentiment'),
          cell: (row) => (
            <span className={styles.sign}>
              <MoodSign label={row.label} /> {text(`sentiment.${row.label}`)}
            </span>
          ),
          text: (row) => row.label,
        },
        {
          id: 'now',
          name: text('report.now'),
          numeric: true,
          cell: (row) => (
            <Link to="/berichten" search={parseMessageFilter(queries[row.label] ?? {})}>
              {countText(row.now, locale)}
            </Link>
          ),
          text: (row) => row.now,
        },
        {
          id: 'share',
          name: text('report.share'),
          numeric: true,
          cell: (row) => share(row.now, moodTotal(now), isEnough),
          text: (row) => share(row.now, moodTotal(now), isEnough),
        },
        {
          id: 'before',
          name: text('report.before'),
          numeric: true,
          cell: (row) => share(row.before, moodTotal(before), wasEnough),
          text: (row) => row.before,
        },
      ]}
    >
      {isEnough && <MoodShares counts={now} queries={queries} />}
    </ChartFrame>
  )
}

/** One bar in a fixed order; each part carries its sign, word, share and the way to its messages. */
function MoodShares({
  counts,
  queries,
}: {
  counts: ReputationReport['sentiment']['now']
  queries: ReputationReport['sentiment']['queries']
}) {
  const text = useText()
  const locale = useLocale()
  const total = moodTotal(counts)
  return (
    <ul className={styles.shares}>
      {SENTIMENTS.filter((label) => counts[label] > 0).map((label) => (
        <li key={label} style={{ flexGrow: counts[label], '--share': `${percentOf(counts[label], total)}%` } as CSSProperties}>
          <i style={{ background: `var(--${label})` }} />
          <span className={styles.sign}>
            <MoodSign label={label} /> <b>{percentOf(counts[label], total)}%</b> {text(`sentiment.${label}`)}
          </span>
          <Link to="/berichten" search={parseMessageFilter(queries[label] ?? {})}>
            {text('messages.found', { count: counts[label], shown: countText(counts[label], locale) })}
          </Link>
        </li>
      ))}
    </ul>
  )
}
