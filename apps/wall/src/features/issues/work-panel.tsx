import type { ContentItem, Issue } from '@rumoer/contracts'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useNow } from '../../lib/clock.tsx'
import { momentText } from '../../lib/dates.ts'
import { contentItemsQuery, messagesQuery } from '../../lib/queries.ts'
import { useReplayId } from '../../lib/replay.ts'
import { useLocale, useText } from '../../lib/text.ts'
import { Owner } from '../../ui/owner.tsx'
import { HandoverPanel } from './handover-panel.tsx'
import styles from './work-panel.module.css'

/** Who does what, what is planned, and what residents ask. */
export function WorkPanel({ issue }: { issue: Issue }) {
  const text = useText()
  const locale = useLocale()
  const now = useNow(60_000)
  const replay = useReplayId()
  const { data: items } = useQuery({
    ...contentItemsQuery(replay),
    select: (list) => list.items.filter((item: ContentItem) => item.issueId === issue.id),
  })
  return (
    <aside className={styles.panel} aria-label={text('work.title')}>
      <section>
        <h2>{text('work.title')}</h2>
        <dl className={styles.facts}>
          <dt>{text('work.owner')}</dt>
          <dd>
            <Owner owner={issue.assignee} />
          </dd>
          <dt>{text('filter.status')}</dt>
          <dd>{text(`status.${issue.status}`)}</dd>
          {issue.mutedUntil && (
            <>
              <dt>{text('mute.muted')}</dt>
              <dd>{issue.mutedUntil === 'escalates' ? text('mute.escalates') : momentText(issue.mutedUntil, now, locale)}</dd>
            </>
          )}
        </dl>
      </section>
      <HandoverPanel issue={issue} />
      <section>
        <h2>{text('work.planned')}</h2>
        <ul className={styles.items}>
          {(items ?? []).map((item) => (
            <li key={item.id}>
              {item.title} <span>{text(`content.${item.status}`)}</span>
            </li>
          ))}
        </ul>
        {items?.length === 0 && <p className={styles.none}>{text('work.noItems')}</p>}
        <Link to="/planning" search={{ van: issue.id }} className={styles.link}>
          {text('plan.from')}
        </Link>
      </section>
      <Questions issue={issue} />
    </aside>
  )
}

const SHOWN = 3

/** Questions as residents asked them, from the messages that are loaded. */
function Questions({ issue }: { issue: Issue }) {
  const text = useText()
  const { data } = useInfiniteQuery(messagesQuery(useReplayId(), { issue: issue.id }))
  const asked = new Set(data?.pages.flatMap((page) => page.items.flatMap((message) => message.reading?.question ?? [])))
  if (asked.size === 0) return null
  return (
    <section>
      <h2>{text('work.questions')}</h2>
      <ul className={styles.items}>
        {[...asked].slice(0, SHOWN).map((question) => (
          <li key={question}>{question}</li>
        ))}
      </ul>
    </section>
  )
}
