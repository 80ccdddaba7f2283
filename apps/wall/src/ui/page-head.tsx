import type { ReactNode } from 'react'
import { usePageTitle } from '../lib/use-page-title.ts'
import styles from './page-head.module.css'

/** Title of a page, one sentence that says what is going on, and its tools. */
export function PageHead({ title, lead, children }: { title: string; lead?: string; children?: ReactNode }) {
  usePageTitle(title)
  return (
    <div className={styles.head}>
      <div className={styles.words}>
        <h1 className={styles.title}>{title}</h1>
        {lead && <p className={styles.lead}>{lead}</p>}
      </div>
      {children && <div className={styles.tools}>{children}</div>}
    </div>
  )
}
