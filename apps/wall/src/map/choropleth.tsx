import type { Area } from '@rumoer/contracts'
import { useId, useMemo } from 'react'
import styles from './area-map.module.css'
import { drawMap } from './projection.ts'

type Spot = { lat: number; lon: number; messages: number; label: string; color: string }
type Props = {
  title: string
  areas: readonly Area[]
  width: number
  height: number
  /** Fill of an area, as CSS. */
  fillOf: (code: string) => string
  /** What it says when pointed at. */
  labelOf: (code: string) => string
  spots?: readonly Spot[]
  onSelect?: (code: string) => void
}

/** Room that a name needs, in drawing units per letter. */
const LETTER = 6.4
const NAME_ROOM = 1.15

/** Areas in shades, with their names where they fit, and spots when somebody looks closely. */
export function Choropleth({ title, areas, width, height, fillOf, labelOf, spots = [], onSelect }: Props) {
  const titleId = useId()
  const hatchId = useId()
  const drawn = useMemo(() => drawMap(areas, width, height), [areas, width, height])
  return (
    <svg className={styles.map} viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby={titleId}>
      <title id={titleId}>{title}</title>
      <defs>
        <pattern id={hatchId} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="7" height="7" fill="var(--map-0)" />
          <line y2="7" stroke="var(--rule)" strokeWidth="1.2" strokeOpacity="0.55" />
        </pattern>
      </defs>
      {drawn.areas.map(({ area, path }) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: the table beside the map does the same by keyboard
        <path
          key={area.code}
          d={path}
          className={styles.area}
          style={{ fill: fillOf(area.code) || `url(#${hatchId})`, cursor: onSelect ? 'pointer' : undefined }}
          onClick={onSelect && (() => onSelect(area.code))}
        >
          <title>{labelOf(area.code)}</title>
        </path>
      ))}
      {drawn.areas
        .filter(({ area, size }) => area.name.length * LETTER < size * NAME_ROOM)
        .map(({ area, x, y }) => (
          <text key={area.code} className={styles.name} x={x} y={y}>
            {area.name}
          </text>
        ))}
      {spots.map(({ lat, lon, messages, label, color }) => {
        const at = drawn.place(lon, lat)
        if (!at) return null
        return (
          <circle
            key={`${lat} ${lon}`}
            className={styles.spot}
            cx={at.x}
            cy={at.y}
            r={3 + Math.sqrt(messages) * 2.2}
            style={{ stroke: color }}
          >
            <title>{label}</title>
          </circle>
        )
      })}
    </svg>
  )
}
