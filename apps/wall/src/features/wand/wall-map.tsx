import type { Issue } from '@rumoer/contracts'
import { useQuery } from '@tanstack/react-query'
import { areasQuery, summaryQuery } from '../../lib/queries.ts'
import { useReplayId } from '../../lib/replay.ts'
import { AreaMap } from '../../map/area-map.tsx'
import { mapLevels } from './map-levels.ts'
import styles from './wall-map.module.css'

/** Where it is, as shades and shapes without letters. Marks are those of the issues that the wall shows. */
export function WallMap({ issues, isLarge = false }: { issues: readonly Issue[]; isLarge?: boolean }) {
  const replay = useReplayId()
  const { data: areas } = useQuery(areasQuery(replay))
  const { data: summary } = useQuery(summaryQuery(replay))
  if (!areas || areas.length === 0 || !summary) return null
  const levels = mapLevels(issues)
  const counts = new Map(summary.areas.map((area) => [area.code, { ...area, level: levels.get(area.code) ?? ('calm' as const) }]))
  return (
    <div className={`${styles.map} ${isLarge ? styles.large : ''}`}>
      <AreaMap areas={areas} counts={counts} width={420} height={isLarge ? 400 : 320} mark={30} withKey={false} />
    </div>
  )
}
