import { Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useText } from '../../lib/text.ts'
import styles from './wall-controls.module.css'
import { WallReplays } from './wall-replays.tsx'

const VISIBLE_MS = 4_000

/** Controls for who stands at the screen: they show on a move of the mouse or on focus, never by themselves. */
export function WallControls() {
  const text = useText()
  const isAwake = useRecentMove()
  return (
    <nav className={`${styles.controls} ${isAwake ? styles.awake : ''}`} aria-label={text('wall.controls')}>
      <Link to="/">{text('wall.toDesk')}</Link>
      <Link to="." search={(before) => ({ ...before, thema: 'licht' as const })}>
        {text('theme.light')}
      </Link>
      <Link to="." search={(before) => ({ ...before, thema: 'donker' as const })}>
        {text('theme.dark')}
      </Link>
      <WallReplays />
    </nav>
  )
}

function useRecentMove(): boolean {
  const [isAwake, setAwake] = useState(false)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const wake = () => {
      setAwake(true)
      clearTimeout(timer)
      timer = setTimeout(() => setAwake(false), VISIBLE_MS)
    }
    window.addEventListener('pointermove', wake)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('pointermove', wake)
    }
  }, [])
  return isAwake
}
