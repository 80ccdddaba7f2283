import { Outlet } from '@tanstack/react-router'
import { CrisisBanner } from '../features/crisis/crisis-banner.tsx'
import { useText } from '../lib/text.ts'
import { DeskHeader } from './desk-header.tsx'
import { Rail } from './rail.tsx'
import { ReplayBanner } from './replay-banner.tsx'
import styles from './shell.module.css'

/** The desk around every page but the wall: rail, head, page. */
export function Shell() {
  const text = useText()
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#inhoud">
        {text('skip')}
      </a>
      <Rail />
      <div className={styles.column}>
        <DeskHeader />
        <ReplayBanner />
        <CrisisBanner />
        <main id="inhoud" className={styles.main} tabIndex={-1}>
          <Outlet />
        </main>
      </div>
    </div>
  )
}
