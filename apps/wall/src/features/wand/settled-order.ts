import type { Issue } from '@rumoer/contracts'
import { isAtLeast } from '../../lib/issue-order.ts'

/** Places on the wall: which issue stands where, since when, and which alarm keeps the top. */
export type Places = { ids: string[]; orderedAt: number; top: { id: string; until: number } | null }
export const NO_PLACES: Places = { ids: [], orderedAt: Number.NEGATIVE_INFINITY, top: null }

export const REORDER_MS = 60_000
export const KEEP_TOP_MS = 300_000

/**
 * The places for issues ordered by heat. They change at most once a minute, except for a new alarm: it enters on top and stays there for five
 * minutes.
 */
export function settle(places: Places, issues: readonly Issue[], now: number): Places {
  const present = new Set(issues.map((issue) => issue.id))
  const known = new Set(places.ids)
  const alarm = places.ids.length > 0 ? issues.find((issue) => !known.has(issue.id) && isAtLeast(issue.level, 'urgent')) : undefined
  const kept = places.top && places.top.until > now && present.has(places.top.id) ? places.top : null
  const top = alarm ? { id: alarm.id, until: now + KEEP_TOP_MS } : kept
  const isDue = now - places.orderedAt >= REORDER_MS
  const base = isDue
    ? issues.map((issue) => issue.id)
    : [...places.ids.filter((id) => present.has(id)), ...issues.map((issue) => issue.id).filter((id) => !known.has(id))]
  const ids = top ? [top.id, ...base.filter((id) => id !== top.id)] : base
  const isSame = !isDue && top === places.top && ids.length === places.ids.length && ids.every((id, at) => id === places.ids[at])
  return isSame ? places : { ids, orderedAt: isDue ? now : places.orderedAt, top }
}

/** A title of at most `most` characters, cut at a word. */
export function cutTitle(title: string, most = 60): string {
  if (title.length <= most) return title
  const cut = title.slice(0, most - 1)
  const space = cut.lastIndexOf(' ')
  return `${(space > most / 2 ? cut.slice(0, space) : cut).replace(/[\s,;:.–-]+$/, '')}…`
}
