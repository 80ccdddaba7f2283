import type { Issue, Level } from '@rumoer/contracts'
import { LEVELS } from '@rumoer/contracts'
import { isAtLeast } from '../../lib/issue-order.ts'

export type Chime = 'urgent' | 'crisis'
export type Note = { hertz: number; fromMs: number; forMs: number }

export const QUIET_MS = 300_000
export const LONGEST_MS = 1_500

/** Two chimes: falling for urgent, three rising for crisis. */
export const CHIMES: Readonly<Record<Chime, readonly Note[]>> = {
  urgent: [
    { hertz: 660, fromMs: 0, forMs: 500 },
    { hertz: 528, fromMs: 350, forMs: 900 },
  ],
  crisis: [
    { hertz: 528, fromMs: 0, forMs: 400 },
    { hertz: 660, fromMs: 300, forMs: 400 },
    { hertz: 792, fromMs: 600, forMs: 900 },
  ],
}

export type Heard = { levels: ReadonlyMap<string, Level> | null; playedAt: number }
export const NOTHING_HEARD: Heard = { levels: null, playedAt: Number.NEGATIVE_INFINITY }

/**
 * The chime for what is new: an issue that came in at urgent or crisis, or rose to it. The first look is silent, and so are the five minutes
 * after a chime.
 */
export function chimeFor(heard: Heard, issues: readonly Issue[], now: number): { heard: Heard; chime: Chime | null } {
  const levels = new Map(issues.map(({ id, level }) => [id, level]))
  const known = heard.levels
  if (known === null) return { heard: { ...heard, levels }, chime: null }
  const risen = issues.filter(
    ({ id, level }) => isAtLeast(level, 'urgent') && LEVELS.indexOf(level) > LEVELS.indexOf(known.get(id) ?? 'calm'),
  )
  if (risen.length === 0 || now - heard.playedAt < QUIET_MS) return { heard: { ...heard, levels }, chime: null }
  return { heard: { levels, playedAt: now }, chime: risen.some(({ level }) => level === 'crisis') ? 'crisis' : 'urgent' }
}
