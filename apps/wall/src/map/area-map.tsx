import { type Area, LEVELS, type Level } from '@rumoer/contracts'
import { useId, useMemo } from 'react'
import { useText } from '../lib/text.ts'
import { LevelMark } from '../ui/level-mark.tsx'
import styles from './area-map.module.css'
import { classEdges, classOf } from './classes.ts'
import { drawAreas } from './projection.ts'

export type AreaCount = { code: string; messages: number; issues: number; level: Level }
type Props = {
  areas: readonly Area[]
  counts: ReadonlyMap<string, AreaCount>
  width: number
  height: number
  selected?: string
  onSelect?: (code: string) => void
  /** Edge of a level mark in drawing units. */
  mark?: number
  /** Draws the key below the map. */
  withKey?: boolean
}

/** Messages per buurt as shades, with the shape of the highest level where something is going on. Its table twin stands beside it. */
export function AreaMap({ areas, counts, width, height, selected, onSelect, mark = 18, withKey = true }: Props) {
  const text = useText()
  const titleId = useId()
  const buurten = useMemo(() => smallestAreas(areas), [areas])
  const drawn = useMemo(() => drawAreas(buurten, width, height), [buurten, width, height])
  const edges = useMemo(() => classEdges(buurten.map((area) => counts.get(area.code)?.messages ?? 0)), [buurten, counts])
  const marked = drawn
    .map((one) => ({ ...one, level: counts.get(one.area.code)?.level ?? ('calm' as const) }))
    .filter((one) => one.level !== 'calm')
    .sort((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level))
  return (
    <figure className={styles.figure}>
      <svg className={styles.map} viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby={titleId}>
        <title id={titleId}>{text('map.title')}</title>
        {drawn.map(({ area, path }) => (
          // biome-ignore lint/a11y/noStaticElementInteractions: the filter field and the table twin do the same by keyboard
          <path
            key={area.code}
            d={path}
            className={`${styles.area} ${selected === area.code ? styles.selected : ''}`}
            style={{ fill: `var(--map-${classOf(counts.get(area.code)?.messages ?? 0, edges)})`, cursor: onSelect ? 'pointer' : undefined }}
            onClick={onSelect && (() => onSelect(area.code))}
          >
            <title>{`${area.name}: ${text('messages.count', { count: counts.get(area.code)?.messages ?? 0 })}`}</title>
          </path>
        ))}
        {marked.map(({ area, x, y, level }) => {
          return (
            <foreignObject
              key={area.code}
              x={x - mark * 0.75}
              y={y - mark * 0.75}
              width={mark * 1.5}
              height={mark * 1.5}
              className={styles.mark}
            >
              <span className={styles.badge}>
                <LevelMark level={level} size={mark} />
              </span>
            </foreignObject>
          )
        })}
      </svg>
      {withKey && edges.length > 0 && (
        <figcaption className={styles.key}>
          <span>{text('map.key')}</span>
          {[0, ...edges].map((edge, at) => (
            <span key={edge} className={styles.step}>
              <i style={{ background: `var(--map-${at})` }} />
              {at === 0 ? '0' : rangeText((edges[at - 2] ?? 0) + 1, edge)}
            </span>
          ))}
        </figcaption>
      )}
    </figure>
  )
}

const rangeText = (from: number, to: number) => (from >= to ? String(to) : `${from}–${to}`)

/** Buurten where there are any, else wijken, else the gemeente. */
export function smallestAreas(areas: readonly Area[]): Area[] {
  for (const level of ['buurt', 'wijk', 'gemeente'] as const) {
    const found = areas.filter((area) => area.level === level)
    if (found.length > 0) return found
  }
  return []
}
