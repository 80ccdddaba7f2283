import type { Issue } from '@rumoer/contracts'
import { useNow } from '../../lib/clock.tsx'
import { ageOf } from '../../lib/dates.ts'
import { placeText, useAreas } from '../../lib/names.ts'
import { timesText } from '../../lib/numbers.ts'
import { useReplayId } from '../../lib/replay.ts'
import { useLocale, useText } from '../../lib/text.ts'
import { LevelMark } from '../../ui/level-mark.tsx'
import { RumoerLine } from '../../ui/rumoer-line.tsx'
import { cutTitle } from './settled-order.ts'
import styles from './small-card.module.css'

/** What stands on two lines of the narrowest card. */
const TITLE_CHARACTERS = 36

export function SmallCard({ issue, onOpen }: { issue: Issue; onOpen: (id: string) => void }) {
  const text = useText()
  const locale = useLocale()
  const areas = useAreas(useReplayId())
  const age = ageOf(issue.firstAt, useNow(15_000))
  const isAbove = issue.timesNormal !== null && issue.timesNormal > 1
  return (
    <li className={styles.card}>
      <h2 className={styles.title}>
        <LevelMark level={issue.level} size="0.9em" />
        <button type="button" data-remote data-issue={issue.id} onClick={() => onOpen(issue.id)}>
          {cutTitle(issue.title, TITLE_CHARACTERS)}
        </button>
      </h2>
      <p className={styles.fact}>
        <span>
          <b>{text(`level.${issue.level}`)}</b>
          {isAbove && ` · ${text('wall.times', { times: timesText(issue.timesNormal ?? 1, locale) })}`}
        </span>
      </p>
      <p className={styles.fact}>
        <span>
          {text('voices', { count: issue.voices })} · {text(`age.short.${age.unit}`, { count: age.count })}
        </span>
        <span className={styles.line}>
          <RumoerLine line={issue.line} width={150} height={40} thick={6} label={text('line.label', { count: issue.messages })} />
        </span>
      </p>
      <p className={styles.who}>
        <span>{placeText(issue.areaCodes, areas) ?? text('place.unknown')}</span>
        <b>{text(issue.assignee ? 'wall.taken' : 'wall.nobody')}</b>
      </p>
    </li>
  )
}
