import type { ReputationReport } from '@rumoer/contracts'
import { Link } from '@tanstack/react-router'
import { parseMessageFilter } from '../../lib/message-filter.ts'
import { moodOf, moodTotal } from '../../lib/mood.ts'
import { changeText, countText, percentOf } from '../../lib/numbers.ts'
import { useLocale, useText } from '../../lib/text.ts'
import styles from './report.module.css'

/** Are we visible, does it help or harm, what is it about: three sentences with at most six figures. */
export function Answers({ report, isRunning }: { report: ReputationReport; isRunning: boolean }) {
  const text = useText()
  return (
    <section className={styles.answers} aria-label={text('report.answers')}>
      <Visible report={report} isRunning={isRunning} />
      <Mood report={report} />
      <Themes report={report} />
    </section>
  )
}

function Visible({ report: { volume }, isRunning }: { report: ReputationReport; isRunning: boolean }) {
  const text = useText()
  const locale = useLocale()
  const change = changeText(volume.now, volume.before)
  return (
    <div className={styles.answer}>
      <h2>{text('answer.visible')}</h2>
      <p className={styles.figure}>
        <Link to="/berichten" search={parseMessageFilter(volume.query)}>
          {countText(volume.now, locale)}
        </Link>
      </p>
      <p>
        {change === null
          ? text('answer.visible.first', { count: volume.now })
          : isRunning
            ? text('answer.visible.running', { count: volume.now, before: countText(volume.before, locale) })
            : text('answer.visible.change', { count: volume.now, change, before: countText(volume.before, locale) })}
      </p>
    </div>
  )
}

function Mood({ report: { sentiment } }: { report: ReputationReport }) {
  const text = useText()
  const now = moodOf(sentiment.now)
  const share = percentOf(sentiment.now.negative, moodTotal(sentiment.now))
  const before = moodOf(sentiment.before) === 'too-few' ? null : percentOf(sentiment.before.negative, moodTotal(sentiment.before))
  const isEnough = now !== 'too-few' && now !== 'none'
  return (
    <div className={styles.answer}>
      <h2>{text('answer.mood')}</h2>
      <p className={styles.figure}>
        <Link to="/berichten" search={parseMessageFilter(sentiment.queries.negative ?? {})}>
          {isEnough ? `${share}%` : text('mood.too-few')}
        </Link>
      </p>
      <p>
        {isEnough
          ? before === null
            ? text('answer.mood.first', { mood: text(`mood.${now}`) })
            : text('answer.mood.change', { mood: text(`mood.${now}`), before })
          : text('answer.mood.few', { count: moodTotal(sentiment.now) })}
      </p>
    </div>
  )
}

function Themes({ report }: { report: ReputationReport }) {
  const text = useText()
  const theme = [...report.themes].filter((row) => row.key !== 'unknown').sort((a, b) => b.now - a.now)[0]
  if (!theme) return null
  return (
    <div className={styles.answer}>
      <h2>{text('answer.theme')}</h2>
      <p className={styles.figure}>
        <Link to="/berichten" search={parseMessageFilter(theme.query)}>
          {percentOf(theme.now, report.volume.now)}%
        </Link>
      </p>
      <p>{text('answer.theme.sentence', { theme: theme.label, issues: report.issues.length })}</p>
    </div>
  )
}
