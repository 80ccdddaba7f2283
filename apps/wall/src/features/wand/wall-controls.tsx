import { Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useText } from '../../lib/text.ts'
import type { Sound } from './use-sound.ts'
import styles from './wall-controls.module.css'
import { WallReplays } from './wall-replays.tsx'

const VISIBLE_MS = 4_000

/** Controls for who stands at the screen: they show on a move of the mouse or on focus, never by themselves. */
export function WallControls({ sound, isPerson }: { sound: Sound; isPerson: boolean }) {
  const text = useText()
  const isAwake = useRecentMove()
  return (
    <nav className={`${styles.controls} ${isAwake ? styles.awake : ''}`} aria-label={text('wall.controls')}>
      {isPerson && (
        <>
          <Link to="/" data-remote>
            {text('wall.toDesk')}
          </Link>
          <Link to="." data-remote search={(before) => ({ ...before, thema: 'licht' as const })}>
            {text('theme.light')}
          </Link>
          <Link to="." data-remote search={(before) => ({ ...before, thema: 'donker' as const })}>
            {text('theme.dark')}
          </Link>
          <WallReplays />
        </>
      )}
      <button type="button" data-remote onClick={() => sound.turn(!sound.isOn)}>
        {text(sound.isOn ? 'wall.sound.off' : 'wall.sound.on')}
      </button>
      {sound.isOn && (
        <>
          <label>
            {text('wall.sound.volume')}
            <input
              type="range"
              data-remote
              min={0}
              max={100}
              step={5}
              value={Math.round(sound.volume * 100)}
              onChange={(event) => sound.setVolume(Number(event.target.value) / 100)}
            />
          </label>
          <button type="button" data-remote onClick={() => sound.test()}>
            {text('wall.sound.test')}
          </button>
        </>
      )}
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
