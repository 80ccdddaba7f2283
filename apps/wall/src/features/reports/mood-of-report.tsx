import type { ReputationReport } from '@rumoer/contracts'
import { SENTIMENTS } from '@rumoer/contracts'
import { Link } from '@tanstack/react-router'
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
    <div className={styles.mood}>
      {isEnough && (
        <div className={styles.moodBar} aria-hidden="true">
          {SENTIMENTS.map((label) => (
            <span key={label} style={{ flexGrow: now[label], background: `var(--${label})` }} />
          ))}
        </div>
      )}
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
      />
    </div>
  )
}
