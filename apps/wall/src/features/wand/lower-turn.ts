import type { Issue } from '@rumoer/contracts'
import { isAtLeast } from '../../lib/issue-order.ts'

export const TURN_MS = 20_000

/**
 * Which issues stand in the `slots` of the lower zone at a turn. Urgent ones and worse keep their places; only what is left of the slots is
 * shared in turns by the others. While an alarm is new (`isHeld`) nothing turns. No slots or no issues: nothing.
 */
export function lowerTurn(issues: readonly Issue[], slots: number, turn: number, isHeld: boolean): Issue[] {
  const fixed = issues.filter(({ level }) => isAtLeast(level, 'urgent')).slice(0, slots)
  const others = issues.filter(({ level }) => !isAtLeast(level, 'urgent'))
  const free = slots - fixed.length
  if (free <= 0 || others.length <= free) return [...fixed, ...others.slice(0, Math.max(0, free))]
  const pages = Math.ceil(others.length / free)
  const start = isHeld ? 0 : (turn % pages) * free
  return [...fixed, ...others.slice(start, start + free)]
}
