import { SlidersHorizontal } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useText } from '../lib/text.ts'
import { Button } from './button.tsx'
import styles from './filter-bar.module.css'

/** A row of filters; behind one button on a narrow screen. */
export function FilterBar({ active, children }: { active: number; children: ReactNode }) {
  const text = useText()
  const [isOpen, setOpen] = useState(false)
  return (
    <section className={styles.bar} aria-label={text('filter.title')}>
      <div className={styles.toggle}>
        <Button aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
          <SlidersHorizontal aria-hidden="true" /> {text('filter.toggle', { count: active })}
        </Button>
      </div>
      <div className={`${styles.fields} ${isOpen ? styles.open : ''}`}>{children}</div>
    </section>
  )
}
