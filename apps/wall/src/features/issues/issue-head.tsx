import type { Issue } from '@rumoer/contracts'
import { Link } from '@tanstack/react-router'
import { ArrowLeft } from 'lucide-react'
import { useNow } from '../../lib/clock.tsx'
import { momentText } from '../../lib/dates.ts'
import { moodOf } from '../../lib/mood.ts'
import { placeText, useAreas } from '../../lib/names.ts'
import { useReplayId } from '../../lib/replay.ts'
import { useLocale, useText } from '../../lib/text.ts'
import { usePageTitle } from '../../lib/use-page-title.ts'
import { LevelMark } from '../../ui/level-mark.tsx'
import { MoodWords } from '../../ui/mood.tsx'
import { IssueActions } from './issue-actions.tsx'
import styles from './issue-head.module.css'

/** Title, level, place, since, counts that open their messages, the reason, and what one can do. */
export function IssueHead({ issue }: { issue: Issue }) {
  const text = useText()
  const locale = useLocale()
  const now = useNow()
  const areas = useAreas(useReplayId())
  usePageTitle(issue.title)
  return (
    <header className={styles.head}>
      <Link to="/" className={styles.back}>
        <ArrowLeft aria-hidden="true" /> {text('nav.live')}
      </Link>
      <div className={styles.row}>
        <h1 id="issue-title" className={styles.title}>
          <LevelMark level={issue.level} size={32} />
          <span>{issue.title}</span>
        </h1>
        <IssueActions issue={issue} />
      </div>
      <ul className={styles.facts}>
        <li>
          <b>{text(`level.${issue.level}`)}</b>
        </li>
        <li>{placeText(issue.areaCodes, areas, 2) ?? text('place.unknown')}</li>
        <li>{text('since', { time: momentText(issue.firstAt, now, locale) })}</li>
        <li>
          <Link to="/berichten" search={{ issue: issue.id }}>
            {text('messages.count', { count: issue.messages })}
          </Link>
        </li>
        <li>{text('voices', { count: issue.voices })}</li>
        <li>{text('channels', { count: issue.channels.length })}</li>
        {moodOf(issue.sentiment) !== 'too-few' && (
          <li>
            <MoodWords counts={issue.sentiment} />
          </li>
        )}
        {issue.openMeldingen > 0 && <li>{text('meldingen.open', { count: issue.openMeldingen })}</li>}
      </ul>
      <p className={styles.why}>
        <b>{text('why')}</b> {issue.why ?? text('why.calm')}
      </p>
    </header>
  )
}
