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

export function SmallCard({ issue }: { issue: Issue }) {
  const text = useText()
  const locale = useLocale()
  const areas = useAreas(useReplayId())
  const age = ageOf(issue.firstAt, useNow(15_000))
  const times =
    issue.timesNormal !== null && issue.timesNormal > 1 ? text('wall.times', { times: timesText(issue.timesNormal, locale) }) : null
  return (
    <li className={styles.card}>
      <h2 className={styles.title}>
        <LevelMark level={issue.level} size="0.9em" label={text(`level.${issue.level}`)} />
        <span>{cutTitle(issue.title, 42)}</span>
      </h2>
      <p className={styles.fact}>
        {times ?? text('voices', { count: issue.voices })} · {text(`age.short.${age.unit}`, { count: age.count })}
        <span className={styles.line}>
          <RumoerLine line={issue.line} width={150} height={40} thick={6} label={text('line.label', { count: issue.messages })} />
        </span>
      </p>
      <p className={styles.place}>{placeText(issue.areaCodes, areas) ?? text('place.unknown')}</p>
      <p>{issue.assignee ? text('wall.taken') : text('wall.nobody')}</p>
    </li>
  )
}
