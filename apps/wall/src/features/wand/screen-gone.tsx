import { useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { isRevoked } from '../../lib/screen.ts'
import { useText } from '../../lib/text.ts'
import { LevelMark } from '../../ui/level-mark.tsx'
import styles from './screen-gone.module.css'

const AGAIN_MS = 10_000

/** Says in large letters that the screen was revoked. */
export function ScreenGone() {
  const text = useText()
  return (
    <main className={styles.gone}>
      <h1>
        <LevelMark level="calm" size="0.8em" /> {text('screens.gone.title')}
      </h1>
      <p>{text('screens.gone.body')}</p>
    </main>
  )
}

/** A wall that could not start: it says why and tries again by itself. */
export function WallError({ error }: { error: unknown }) {
  const text = useText()
  const router = useRouter()
  useEffect(() => {
    const timer = setInterval(() => void router.invalidate(), AGAIN_MS)
    return () => clearInterval(timer)
  }, [router])
  if (isRevoked(error)) return <ScreenGone />
  return (
    <main className={styles.gone}>
      <h1>{text('screens.wait.title')}</h1>
      <p>{text('screens.wait.body')}</p>
    </main>
  )
}
