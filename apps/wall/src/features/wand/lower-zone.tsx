import type { Issue } from '@rumoer/contracts'
import { DayFacts } from './day-facts.tsx'
import { SmallCard } from './small-card.tsx'
import { WallMap } from './wall-map.tsx'
import type { LowerPart } from './wall-zones.ts'
import styles from './wand-page.module.css'
import { WorkList } from './work-list.tsx'

type Props = {
  parts: readonly LowerPart[] /** Those that stand here, and all that the wall shows. */
  issues: readonly Issue[]
  shown: readonly Issue[]
  columns: number
  onOpen: (id: string) => void
}

/** Below the lead: the other issues, where it is, or how the town does; room that issues leave goes to the figures of the day. */
export function LowerZone({ parts, issues, shown, columns, onOpen }: Props) {
  return (
    <div className={styles.rest} data-parts={parts.join(' ')}>
      {parts.map((part) => {
        if (part === 'map') return <WallMap key={part} issues={shown} />
        if (part === 'facts') return <DayFacts key={part} isAlone={false} />
        if (part === 'work') return <WorkList key={part} issues={issues} />
        if (issues.length === 0) return <DayFacts key={part} isAlone />
        return (
          <div key={part} className={styles.cardsAndFacts} data-room={issues.length < columns}>
            <ol className={styles.cards}>
              {issues.map((issue) => (
                <SmallCard key={issue.id} issue={issue} onOpen={onOpen} />
              ))}
            </ol>
            {issues.length < columns && <DayFacts isAlone={false} />}
          </div>
        )
      })}
    </div>
  )
}
