import { type Handover, isOverdue, OPEN_HANDOVER_STATUSES } from '@rumoer/contracts'
import { useNow } from '../lib/clock.tsx'
import { momentText } from '../lib/dates.ts'
import { useLocale, useText } from '../lib/text.ts'
import styles from './handovers.module.css'

/** The term of a hand-over: a solid diamond and “te laat” once it is over, an open circle before. */
export function DueMark({ one }: { one: Pick<Handover, 'kind' | 'status' | 'dueAt' | 'reactedAt'> }) {
  const text = useText()
  const locale = useLocale()
  const now = useNow(15_000)
  if (!OPEN_HANDOVER_STATUSES.includes(one.status)) return null
  const moment = momentText(one.dueAt, now, locale)
  const late = isOverdue(one, now)
  return (
    <span className={`${styles.due} ${late ? styles.late : ''}`}>
      <svg viewBox="0 0 14 14" aria-hidden="true">
        {late ? (
          <path d="M7 .5 13.5 7 7 13.5.5 7Z" fill="currentColor" />
        ) : (
          <circle cx="7" cy="7" r="4.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
        )}
      </svg>
      {late ? text('handover.late', { moment }) : text('handover.due', { moment })}
    </span>
  )
}
