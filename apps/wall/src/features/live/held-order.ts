import type { Issue } from '@rumoer/contracts'
import { useRef, useState } from 'react'

/** Ids as they stand while somebody reads: known ones keep their place, gone ones leave, new ones wait. */
export function holdOrder(held: readonly string[], present: readonly string[]): { shown: string[]; waiting: number } {
  const now = new Set(present)
  const shown = held.filter((id) => now.has(id))
  return { shown, waiting: present.length - shown.length }
}

/** Issues in an order that never jumps under the reader. `release` shows what waits. */
export function useHeldOrder(issues: readonly Issue[], isReading: boolean, view: string) {
  const held = useRef<{ view: string; ids: string[] }>({ view, ids: [] })
  const [, renew] = useState(0)
  const present = issues.map((issue) => issue.id)
  if (!isReading || held.current.view !== view || held.current.ids.length === 0) held.current = { view, ids: present }
  const { shown, waiting } = holdOrder(held.current.ids, present)
  const byId = new Map(issues.map((issue) => [issue.id, issue]))
  return {
    shown: shown.map((id) => byId.get(id)!),
    waiting,
    release: () => {
      held.current = { view, ids: present }
      renew((count) => count + 1)
    },
  }
}
