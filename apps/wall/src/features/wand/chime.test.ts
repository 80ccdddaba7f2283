import type { Issue, Level } from '@rumoer/contracts'
import { describe, expect, it } from 'vitest'
import { CHIMES, type Chime, chimeFor, LONGEST_MS, NOTHING_HEARD, QUIET_MS } from './chime.ts'

const issue = (id: string, level: Level) => ({ id, level }) as Issue

/** What is played when these lists come one after another, each so many milliseconds after the start. */
function played(...looks: [at: number, issues: Issue[]][]): (Chime | null)[] {
  let heard = NOTHING_HEARD
  return looks.map(([at, issues]) => {
    const next = chimeFor(heard, issues, at)
    heard = next.heard
    return next.chime
  })
}

describe('the chimes of the wall', () => {
  it('are short', () => {
    for (const notes of Object.values(CHIMES)) {
      expect(Math.max(...notes.map(({ fromMs, forMs }) => fromMs + forMs))).toBeLessThanOrEqual(LONGEST_MS)
    }
  })

  it('do not sound for what was there when the wall was switched on', () => {
    expect(played([0, [issue('a', 'crisis')]], [1_000, [issue('a', 'crisis')]])).toEqual([null, null])
  })

  it('sound for an issue that comes in urgent or rises to it, and differ for a crisis', () => {
    expect(played([0, []], [1_000, [issue('a', 'urgent')]])).toEqual([null, 'urgent'])
    expect(played([0, [issue('a', 'attention')]], [1_000, [issue('a', 'crisis')]])).toEqual([null, 'crisis'])
    expect(played([0, []], [1_000, [issue('a', 'attention')]])).toEqual([null, null])
    expect(played([0, [issue('a', 'crisis')]], [1_000, [issue('a', 'urgent')]])).toEqual([null, null])
  })

  it('sound at most once in five minutes, however much comes in', () => {
    const looks = Array.from({ length: 20 }, (_, at): [number, Issue[]] => [
      at * 60_000,
      Array.from({ length: at }, (_, n) => issue(`i${n}`, 'crisis')),
    ])
    const times = played(...looks).flatMap((chime, at) => (chime ? [at * 60_000] : []))
    expect(times.length).toBe(4)
    expect(times.slice(1).every((at, index) => at - (times[index] ?? 0) >= QUIET_MS)).toBe(true)
  })
})
