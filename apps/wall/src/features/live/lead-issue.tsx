import type { Issue } from '@rumoer/contracts'
import { Link } from '@tanstack/react-router'
import { Hand } from 'lucide-react'
import { useNow } from '../../lib/clock.tsx'
import { clockTime, momentText } from '../../lib/dates.ts'
import { moodOf } from '../../lib/mood.ts'
import { placeText, useAreas } from '../../lib/names.ts'
import { useReplayId } from '../../lib/replay.ts'
import { useLocale, useText } from '../../lib/text.ts'
import { Button } from '../../ui/button.tsx'
import { LevelMark } from '../../ui/level-mark.tsx'
import { MoodWords } from '../../ui/mood.tsx'
import { Owner } from '../../ui/owner.tsx'
import { RumoerLine } from '../../ui/rumoer-line.tsx'
import styles from './lead-issue.module.css'

/** The hottest issue, as the lead of the page. */
export function LeadIssue({ issue, onTake }: { issue: Issue; onTake: ((issue: Issue) => void) | null }) {
  const text = useText()
  const locale = useLocale()
  const now = useNow()
  const replay = useReplayId()
  const areas = useAreas(replay)
  const place = placeText(issue.areaCodes, areas, 2)
  const lineStart = Date.parse(issue.lineEndsAt) - (issue.line.length - 1) * 3_600_000
  return (
    <article className={styles.lead} data-level={issue.level}>
      <p className={styles.kicker}>
        <LevelMark level={issue.level} size={24} />
        <b>{text(`level.${issue.level}`)}</b>
        <span>{text('since', { time: momentText(issue.firstAt, now, locale) })}</span>
        <span className={styles.owner}>
          <Owner owner={issue.assignee} />
        </span>
      </p>
      <h2 className={styles.title}>
        <Link to="/issues/$id" params={{ id: issue.id }} data-issue={issue.id}>
          {issue.title}
        </Link>
      </h2>
      {issue.why && <p className={styles.why}>{issue.why}</p>}
      <div className={styles.line}>
        <RumoerLine line={issue.line} width={760} height={112} thick={7} label={text('line.label', { count: issue.messages })} />
        <p className={styles.axis} aria-hidden="true">
          <span>{momentText(lineStart, now, locale)}</span>
          <span>{clockTime(issue.lineEndsAt)}</span>
        </p>
      </div>
      <div className={styles.foot}>
        <ul className={styles.facts}>
          <li>{place ?? text('place.unknown')}</li>
          <li>{text('voices', { count: issue.voices })}</li>
          <li>{text('channels', { count: issue.channels.length })}</li>
          {moodOf(issue.sentiment) !== 'too-few' && (
            <li>
              <MoodWords counts={issue.sentiment} />
            </li>
          )}
        </ul>
        {!issue.assignee && onTake && (
          <Button look="primary" onPress={() => onTake(issue)}>
            <Hand aria-hidden="true" /> {text('take')}
          </Button>
        )}
      </div>
    </article>
  )
}
