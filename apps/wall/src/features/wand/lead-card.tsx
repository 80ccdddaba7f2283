import type { ContentItem, Issue } from '@rumoer/contracts'
import { useQuery } from '@tanstack/react-query'
import { useNow } from '../../lib/clock.tsx'
import { momentText } from '../../lib/dates.ts'
import { placeText, useAreas } from '../../lib/names.ts'
import { timesText } from '../../lib/numbers.ts'
import { contentItemsQuery } from '../../lib/queries.ts'
import { useReplayId } from '../../lib/replay.ts'
import { useLocale, useText } from '../../lib/text.ts'
import { FluidLine } from '../../ui/fluid-line.tsx'
import { LevelMark } from '../../ui/level-mark.tsx'
import { useChannelName } from '../../ui/use-channel-name.ts'
import styles from './lead-card.module.css'
import { cutTitle } from './settled-order.ts'
import type { LeadPart } from './wall-zones.ts'

/** The worst of now: what it is, why it stands here, what we do; on a wall of several screens each says its part. */
export function LeadCard({ issue, parts, isNew }: { issue: Issue; parts: readonly LeadPart[]; isNew: boolean }) {
  const text = useText()
  const locale = useLocale()
  const now = useNow(15_000)
  const areas = useAreas(useReplayId())
  return (
    <article className={styles.lead} data-level={issue.level} data-parts={parts.join(' ')} data-new={isNew}>
      <section className={styles.what}>
        <p className={styles.kicker}>
          <LevelMark level={issue.level} size="1.15em" />
          <b>{text(`level.${issue.level}`)}</b>
          <span>{text('since', { time: momentText(issue.firstAt, now, locale) })}</span>
          <b className={issue.assignee ? undefined : styles.nobody}>{text(issue.assignee ? 'wall.taken' : 'wall.nobody')}</b>
        </p>
        <h2 className={styles.title}>{cutTitle(issue.title)}</h2>
        {parts.includes('what') && <p>{placeText(issue.areaCodes, areas, 2) ?? text('place.unknown')}</p>}
        {parts.includes('what') && (
          <div className={styles.line}>
            <FluidLine line={issue.line} thick={13} label={text('line.label', { count: issue.messages })} />
          </div>
        )}
      </section>
      {parts.includes('why') && <Why issue={issue} isAlone={parts.length === 1} words={parts.includes('what') ? 3 : 5} />}
      {parts.includes('doing') && <Doing issue={issue} />}
    </article>
  )
}

function Why({ issue, isAlone, words }: { issue: Issue; isAlone: boolean; words: number }) {
  const text = useText()
  const locale = useLocale()
  const isAbove = issue.timesNormal !== null && issue.timesNormal > 1
  return (
    <section className={styles.column}>
      <h3>{text('wall.why')}</h3>
      <p className={styles.number}>
        <strong>{isAbove ? `${timesText(issue.timesNormal ?? 1, locale)}×` : issue.voices}</strong>
        <span>{isAbove ? text('wall.normal') : text('wall.voices', { count: issue.voices })}</span>
      </p>
      <p className={styles.counts}>
        {isAbove && <span>{text('voices', { count: issue.voices })}</span>}
        <span>{text('channels', { count: issue.channels.length })}</span>
      </p>
      {issue.keywords.length > 0 && (
        <p className={styles.words}>{text('wall.about', { words: issue.keywords.slice(0, words).join(', ') })}</p>
      )}
      {isAlone && issue.why && <p className={styles.sentence}>{issue.why}</p>}
    </section>
  )
}

const MOST_ITEMS = 3

function Doing({ issue }: { issue: Issue }) {
  const text = useText()
  const channelName = useChannelName()
  const { data: items } = useQuery({
    ...contentItemsQuery(useReplayId()),
    select: (list) => list.items.filter((item: ContentItem) => item.issueId === issue.id && item.status !== 'cancelled'),
  })
  return (
    <section className={styles.column}>
      <h3>{text('wall.doing')}</h3>
      {!issue.assignee && issue.openMeldingen === 0 && items?.length === 0 && <p>{text('wall.nothingYet')}</p>}
      {issue.openMeldingen > 0 && <p>{text('wall.meldingen', { count: issue.openMeldingen })}</p>}
      {(items ?? []).slice(0, MOST_ITEMS).map((item) => (
        <p key={item.id} className={styles.item}>
          {item.channels[0] ? channelName(item.channels[0]) : ''}: {text(`content.${item.status}`).toLowerCase()}
        </p>
      ))}
    </section>
  )
}
