import { useQuery } from '@tanstack/react-query'
import { areasQuery, summaryQuery } from '../../lib/queries.ts'
import { useReplayId } from '../../lib/replay.ts'
import { AreaMap } from '../../map/area-map.tsx'
import styles from './wall-map.module.css'

/** Where it is, as shades and shapes without letters. */
export function WallMap() {
  const replay = useReplayId()
  const { data: areas } = useQuery(areasQuery(replay))
  const { data: summary } = useQuery(summaryQuery(replay))
  if (!areas || areas.length === 0 || !summary) return null
  const counts = new Map(summary.areas.map((area) => [area.code, area]))
  return (
    <div className={styles.map}>
      <AreaMap areas={areas} counts={counts} width={420} height={320} mark={34} withKey={false} />
    </div>
  )
}
