import type { Level } from '@rumoer/contracts'
import type { ReactNode } from 'react'
import styles from './level-mark.module.css'

const SHAPES: Record<Level, { size: number; draw: (className: string) => ReactNode }> = {
  calm: { size: 0.66, draw: (name) => <circle className={name} cx="12" cy="12" r="9" /> },
  attention: { size: 0.8, draw: (name) => <path className={name} d="M12 3.2 22 20.8H2Z" /> },
  urgent: { size: 0.95, draw: (name) => <path className={name} d="M12 .8 23.2 12 12 23.2.8 12Z" /> },
  crisis: { size: 1, draw: (name) => <path className={name} d="M1.5 1.5h21v21h-21Z" /> },
}

/** The shape of a level, growing with it; hollow for the two calm ones. `size` is the edge of its box in pixels or any CSS length. */
export function LevelMark({ level, size = 20, label }: { level: Level; size?: number | string; label?: string }) {
  const shape = SHAPES[level]
  const edge = typeof size === 'number' ? `${size}px` : size
  const solid = level === 'urgent' || level === 'crisis'
  return (
    <span className={styles.box} style={{ width: edge, height: edge }} {...(label ? { role: 'img', 'aria-label': label } : {})}>
      <svg viewBox="-1 -1 26 26" style={{ width: `${shape.size * 100}%`, height: `${shape.size * 100}%` }} aria-hidden="true">
        {shape.draw(solid ? (styles.solid ?? '') : (styles.hollow ?? ''))}
      </svg>
    </span>
  )
}
