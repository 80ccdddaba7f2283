import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { clockTime } from '../../lib/dates.ts'
import { viewerQuery } from '../../lib/screen.ts'
import { pixelShift, SHIFT_MS } from './pixel-shift.ts'

const CHECK_MS = 60_000
const NIGHTLY = '04:00'

/** Keeps a screen well that stays on for weeks: awake, shifted against burn-in, renewed at night and after a new build. */
export function useScreenCare(): { x: number; y: number } {
  useWakeLock()
  useSelfReload()
  return usePixelShift()
}

/** A small offset that changes every ten minutes; none under reduced motion. */
function usePixelShift(): { x: number; y: number } {
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    if (window.matchMedia('(prefers-reduced-motion: reduce)').matches) return
    const timer = setInterval(() => setTurn((count) => count + 1), SHIFT_MS)
    return () => clearInterval(timer)
  }, [])
  return pixelShift(turn)
}

/** Loads the page anew at four in the morning, and once when the server runs another version. */
function useSelfReload(): void {
  const openedAt = useRef(Date.now())
  const { data: viewer } = useQuery(viewerQuery)
  const first = useRef(viewer?.version)
  useEffect(() => {
    first.current ??= viewer?.version
    if (viewer && first.current !== viewer.version) window.location.reload()
  }, [viewer])
  useEffect(() => {
    const timer = setInterval(() => {
      if (clockTime(Date.now()) === NIGHTLY && Date.now() - openedAt.current > 2 * CHECK_MS) void reloadIfServed()
    }, CHECK_MS / 2)
    return () => clearInterval(timer)
  }, [])
}

/** A page that is loaded while the server is away is an empty page. */
async function reloadIfServed(): Promise<void> {
  const answer = await fetch('/healthz').catch(() => null)
  if (answer?.ok) window.location.reload()
}

function useWakeLock(): void {
  useEffect(() => {
    let lock: WakeLockSentinel | null = null
    const ask = () => {
      if (document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return
      void navigator.wakeLock
        .request('screen')
        .then((granted) => {
          lock = granted
        })
        .catch(() => null)
    }
    ask()
    document.addEventListener('visibilitychange', ask)
    return () => {
      document.removeEventListener('visibilitychange', ask)
      void lock?.release()
    }
  }, [])
}
