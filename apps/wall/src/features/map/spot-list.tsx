import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { MapSearch } from '../../lib/map-search.ts'
import { useCategoryNames } from '../../lib/names.ts'
import { mapPointsQuery } from '../../lib/queries.ts'
import { useReplayId } from '../../lib/replay.ts'
import { useText } from '../../lib/text.ts'
import styles from './map-page.module.css'

const SHOWN = 8

/** The busiest spots of the area that fills the map, each with the issue that most of them tell. */
export function SpotList({ area, search, step }: { area: string; search: MapSearch; step: number | null }) {
  const text = useText()
  const categoryName = useCategoryNames()
  const { data } = useQuery(
    mapPointsQuery(useReplayId(), { area, span: search.periode ?? 'day', step: step ?? undefined, category: search.onderwerp }),
  )
  if (!data) return null
  return (
    <section className={styles.spots} aria-labelledby="plekken">
      <h2 id="plekken" className={styles.heading}>
        {text('mapPage.spots', { count: data.items.length })}
      </h2>
      <p className={styles.note}>{text('mapPage.spots.note')}</p>
      <ol>
        {data.items.slice(0, SHOWN).map(({ lat, lon, messages, category, sentiment, issue }) => (
          <li key={`${lat} ${lon}`}>
            <Link to="/issues/$id" params={{ id: issue }}>
              {category === 'unknown' ? text('category.unknown') : categoryName(category)}
            </Link>
            <span>
              {text('messages.count', { count: messages })}, {text(`sentiment.${sentiment}`)}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
