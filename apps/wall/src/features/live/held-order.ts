import type { Issue } from '@rumoer/contracts'
import { useRef, useState } from 'react'

/** Ids as they stand while somebody reads: known ones keep their place, also below the `most` hottest, gone ones leave, new ones wait. */
export function holdOrder(held: readonly string[], present: readonly string[], most: number): { shown: string[]; waiting: number } {
  const now = new Set(present)
  const known = new Set(held)
  return { shown: held.filter((id) => now.has(id)), waiting: present.slice(0, most).filter((id) => !known.has(id)).length }
}

/** The `most` hottest issues in an order that never jumps under the reader. `release` shows what waits; a larger `most` adds at the end. */
export function useHeldOrder(issues: readonly Issue[], isReading: boolean, view: string, most: number) {
  const held = useRef<{ view: string; most: number; ids: string[] }>({ view, most, ids: [] })
  const [, renew] = useState(0)
  const present = issues.map((issue) => issue.id)
  const hottest = present.slice(0, most)
  const { current } = held
  if (!isReading || current.view !== view || current.ids.length === 0) held.current = { view, most, ids: hottest }
  else if (current.most < most) {
    const known = new Set(current.ids)
    held.current = { view, most, ids: [...current.ids, ...hottest.filter((id) => !known.has(id))] }
  }
  const { shown, waiting } = holdOrder(held.current.ids, present, most)
  const byId = new Map(issues.map((issue) => [issue.id, issue]))
  return {
    shown: shown.map((id) => byId.get(id)!),
    waiting,
    release: () => {
      held.current = { view, most, ids: hottest }
      renew((count) => count + 1)
    },
  }
}
