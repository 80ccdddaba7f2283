import type { Issue } from '@rumoer/contracts'
import { Link } from '@tanstack/react-router'
import { memo } from 'react'
import { placeText, useAreas, useCategoryNames } from '../../lib/names.ts'
import { timesText } from '../../lib/numbers.ts'
import { useReplayId } from '../../lib/replay.ts'
import { useLocale, useText } from '../../lib/text.ts'
import { AgeText } from '../../ui/age.tsx'
import { LevelMark } from '../../ui/level-mark.tsx'
import { Owner } from '../../ui/owner.tsx'
import { RumoerLine } from '../../ui/rumoer-line.tsx'
import styles from './issue-row.module.css'

/** One issue in the list. Only this row renders when its issue changes. */
export const IssueRow = memo(function IssueRow({ issue }: { issue: Issue }) {
  const text = useText()
  const locale = useLocale()
  const areas = useAreas(useReplayId())
  const categoryName = useCategoryNames()
  const place = placeText(issue.areaCodes, areas)
  return (
    <li className={styles.row} data-level={issue.level}>
      <LevelMark level={issue.level} size={20} label={text(`level.${issue.level}`)} />
      <div className={styles.words}>
        <Link to="/issues/$id" params={{ id: issue.id }} className={styles.title} data-issue={issue.id} title={issue.title}>
          {issue.title}
        </Link>
        <p className={styles.meta}>
          <span className={styles.place}>{place ?? text('place.unknown')}</span>
          <span className={styles.category}>
            {issue.category.sub === 'unknown' ? text('category.unknown') : categoryName(issue.category.sub)}
          </span>
        </p>
      </div>
      <div className={styles.line}>
        <RumoerLine line={issue.line} width={136} height={34} label={text('line.label', { count: issue.messages })} />
      </div>
      <p className={styles.counts}>
        <b>{text('voices', { count: issue.voices })}</b>
        <span>
          {issue.timesNormal !== null && issue.timesNormal > 1
            ? text('timesNormal', { times: timesText(issue.timesNormal, locale) })
            : text('channels', { count: issue.channels.length })}
        </span>
      </p>
      <p className={styles.end}>
        <Owner owner={issue.assignee} />
        <span className={styles.age}>
          <AgeText at={issue.lastAt} />
        </span>
      </p>
    </li>
  )
})
