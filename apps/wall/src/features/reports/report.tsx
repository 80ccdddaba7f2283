import type { ReputationReport } from '@rumoer/contracts'
import { Link } from '@tanstack/react-router'
import { useNow } from '../../lib/clock.tsx'
import { dayOf, momentText, noonOf, shortDate } from '../../lib/dates.ts'
import { parseMessageFilter } from '../../lib/message-filter.ts'
import { useAreas } from '../../lib/names.ts'
import { countText } from '../../lib/numbers.ts'
import { useReplayId } from '../../lib/replay.ts'
import { useLocale, useText } from '../../lib/text.ts'
import { useChannelName } from '../../ui/use-channel-name.ts'
import { Answers } from './answers.tsx'
import { ComparedRows } from './compared-rows.tsx'
import { DaysOfReport } from './days-of-report.tsx'
import { MoodOfReport } from './mood-of-report.tsx'
import { usePeriodName } from './period-choice.tsx'
import styles from './report.module.css'

/** Three answers first, then one finding per chapter, then how it was made. */
export function Report({ report, id }: { report: ReputationReport; id: string }) {
  const text = useText()
  const periodName = usePeriodName()
  const areas = useAreas(useReplayId())
  const channelName = useChannelName()
  const name = periodName(id)
  const isRunning = useNow(300_000) < Date.parse(report.period.to)
  return (
    <article className={styles.report}>
      <header className={styles.head}>
        <p className={styles.kicker}>{text('report.kicker')}</p>
        <h1>{text('report.title', { period: name })}</h1>
        {isRunning && <p className={styles.kicker}>{text('report.running')}</p>}
      </header>
      <Answers report={report} isRunning={isRunning} />
      <DaysOfReport report={report} period={name} />
      <MoodOfReport report={report} />
      <div className={styles.chapters}>
        <ComparedRows
          kind="themes"
          rows={report.themes}
          nameOf={(row) => (row.key === 'unknown' ? text('category.unknown') : row.label)}
          file={`themas-${id}`}
          isRunning={isRunning}
        />
        <ComparedRows
          kind="areas"
          rows={report.areas}
          nameOf={(row) => areas.get(row.key)?.name ?? row.label}
          file={`wijken-${id}`}
          isRunning={isRunning}
        />
        <ComparedRows
          kind="channels"
          rows={report.channels}
          nameOf={(row) => channelName(row.key)}
          file={`kanalen-${id}`}
          isRunning={isRunning}
        />
        <IssuesOfReport report={report} />
      </div>
      <Method report={report} />
    </article>
  )
}

function IssuesOfReport({ report }: { report: ReputationReport }) {
  const text = useText()
  const locale = useLocale()
  if (report.issues.length === 0) return null
  return (
    <section className={styles.issues}>
      <h2>{text('report.issues', { count: report.issues.length })}</h2>
      <ol>
        {report.issues.map((issue) => (
          <li key={issue.id}>
            <Link to="/issues/$id" params={{ id: issue.id }}>
              {issue.title}
            </Link>
            <span>
              <Link to="/berichten" search={{ issue: issue.id, ...parseMessageFilter({ from: report.period.from, to: report.period.to }) }}>
                {text('messages.count', { count: issue.messages })}
              </Link>
              , {text('voices', { count: issue.voices })}
            </span>
          </li>
        ))}
      </ol>
      <p className={styles.small}>{text('report.source', { count: countText(report.volume.now, locale) })}</p>
    </section>
  )
}

/** How the report was made: period, filters, sources, gaps, and what it does not see. */
function Method({ report }: { report: ReputationReport }) {
  const text = useText()
  const locale = useLocale()
  const last = new Date(Date.parse(report.period.to) - 1)
  const filters = Object.entries(report.filters).map(([name, value]) => `${name}: ${value}`)
  const gaps = report.gaps.map((day) => shortDate(noonOf(day), locale))
  return (
    <section className={styles.method}>
      <h2>{text('method.title')}</h2>
      <dl>
        <dt>{text('method.period')}</dt>
        <dd>
          {text('method.days', { from: shortDate(report.period.from, locale, true), to: shortDate(noonOf(dayOf(last)), locale, true) })}
        </dd>
        <dt>{text('method.before')}</dt>
        <dd>{text('method.beforeFrom', { from: shortDate(report.period.beforeFrom, locale, true) })}</dd>
        <dt>{text('method.filters')}</dt>
        <dd>{filters.length > 0 ? filters.join('; ') : text('method.noFilters')}</dd>
        <dt>{text('method.sources')}</dt>
        <dd>{report.sources.join(', ')}</dd>
        <dt>{text('method.gaps')}</dt>
        <dd>{gaps.length > 0 ? text('method.gapDays', { days: gaps.join(', ') }) : text('method.noGaps')}</dd>
        <dt>{text('method.notSeen')}</dt>
        <dd>{text('method.closedGroups')}</dd>
        <dt>{text('method.made')}</dt>
        <dd>{text('method.madeAt', { moment: momentText(report.madeAt, '1970-01-01T00:00:00Z', locale) })}</dd>
      </dl>
    </section>
  )
}
