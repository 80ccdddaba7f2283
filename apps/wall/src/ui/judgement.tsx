import type { ReactNode } from 'react'
import { useText } from '../lib/text.ts'
import styles from './judgement.module.css'

/** A judgement: hollow when the machine made it, solid when a person did. */
export function Judgement({ isHuman, children }: { isHuman: boolean; children: ReactNode }) {
  const text = useText()
  return (
    <span className={`${styles.judgement} ${isHuman ? styles.human : ''}`} title={text(isHuman ? 'judged.human' : 'judged.machine')}>
      {children}
      <span className="visually-hidden">({text(isHuman ? 'judged.human' : 'judged.machine')})</span>
    </span>
  )
}
