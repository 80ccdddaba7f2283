import { useId } from 'react'
import styles from './rumoer-line.module.css'
import { rumoerPath } from './rumoer-path.ts'

type Props = { line: readonly number[]; width: number; height: number; label: string; thick?: number; usual?: number }

/** Volume per hour as one stroke, thick where it stands above normal. Stretches to the width of its parent. */
export function RumoerLine({ line, width, height, label, thick = Math.max(2.5, height / 11), usual }: Props) {
  const titleId = useId()
  const path = rumoerPath(line, { width, height, thin: thick * 0.42, thick }, usual)
  if (!path) return null
  const dot = thick * 0.85 + 0.6
  return (
    <svg className={styles.line} viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="img" aria-labelledby={titleId}>
      <title id={titleId}>{label}</title>
      <rect className={styles.band} x={0} y={path.bandTop} width={width} height={height - path.bandTop} />
      <path className={styles.stroke} d={path.stroke} />
      <circle className={path.end.above ? styles.above : styles.within} cx={path.end.x} cy={path.end.y} r={dot} />
    </svg>
  )
}
