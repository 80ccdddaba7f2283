import type { Briefing } from '@rumoer/contracts'
import { Link } from '@tanstack/react-router'
import { momentText } from '../../lib/dates.ts'
import { countText, timesText } from '../../lib/numbers.ts'
import { useLocale, useText } from '../../lib/text.ts'
import { LevelMark } from '../../ui/level-mark.tsx'
import { MoodBar } from '../../ui/mood.tsx'
import styles from './crisis.module.css'

const DAY_MS = 86_400_000

/** The whole picture on one page: who is hit first, then what plays, where, and what was said already. */
export function BriefingView({ told, opensMessages = false }: { told: Briefing; opensMessages?: boolean }) {
  const text = useText()
  const locale = useLocale()
  const made = Date.parse(told.madeAt)
  const window = { from: new Date(made - DAY_MS).toISOString(), to: told.madeAt }
  const numbers = [
    { name: text('briefing.affected'), count: told.fromAffected, search: { role: 'getroffene' } },
    { name: text('briefing.questions'), count: told.questions, search: { facet: 'question' } },
    { name: text('briefing.messages'), count: told.messages, search: {} },
  ]
  return (
    <div className={styles.briefing}>
      <dl className={styles.numbers}>
        {numbers.map(({ name, count, search }) => (
          <div key={name}>
            <dd>{countText(count, locale)}</dd>
            <dt>
              {opensMessages ? (
                <Link to="/berichten" search={{ ...window, ...search }}>
                  {name}
                </Link>
              ) : (
                name
              )}
            </dt>
          </div>
        ))}
      </dl>
      <div className={styles.mood}>
        <p>
          {told.expectedLastHour === null
            ? text('incoming.hourWithoutNormal', { count: told.messagesLastHour })
            : text('incoming.hour', { count: told.messagesLastHour, normal: Math.round(told.expectedLastHour) })}
        </p>
        <MoodBar counts={told.mood} />
      </div>
      <section className={styles.part}>
        <h2>{text('briefing.issues')}</h2>
        {told.issues.length === 0 && <p className={styles.note}>{text('briefing.issues.none')}</p>}
        <ol>
          {told.issues.map((issue) => (
            <li key={`${issue.title} ${issue.since}`} className={styles.issue}>
              <LevelMark level={issue.level} size={20} label={text(`level.${issue.level}`)} />
              <div>
                <h3>{issue.title}</h3>
                {issue.why && <p>{issue.why}</p>}
                <p className={styles.facts}>
                  {[
                    text(`level.${issue.level}`),
                    text('since', { time: momentText(issue.since, made, locale) }),
                    issue.places.slice(0, 3).join(', '),
                    text('voices', { count: issue.voices }),
                    text('channels', { count: issue.channels }),
                    issue.timesNormal !== null && issue.timesNormal > 1
                      ? text('timesNormal', { times: timesText(issue.timesNormal, locale) })
                      : '',
                    text(issue.isTaken ? 'briefing.taken' : 'nobody'),
                  ]
                    .filter((fact) => fact !== '')
                    .join(' · ')}
                </p>
              </div>
            </li>
          ))}
        </ol>
      </section>
      <div className={styles.pair}>
        <section className={styles.part}>
          <h2>{text('briefing.areas')}</h2>
          <ol>
            {told.areas.map(({ name, messages }) => (
              <li key={name} className={styles.row}>
                {name} <b>{countText(messages, locale)}</b>
              </li>
            ))}
          </ol>
        </section>
        <section className={styles.part}>
          <h2>{text('briefing.published')}</h2>
          {told.published.length === 0 && <p className={styles.note}>{text('briefing.published.none')}</p>}
          <ol>
            {told.published.map(({ title, at }) => (
              <li key={`${title} ${at}`} className={styles.row}>
                {title} <span>{momentText(at, made, locale)}</span>
              </li>
            ))}
          </ol>
        </section>
      </div>
      <p className={styles.note}>{text('briefing.note')}</p>
    </div>
  )
}
