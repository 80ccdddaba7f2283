import type { ContentItem, ContentStatus } from '@rumoer/contracts'

/** Columns of the board, in the order of the work. */
export const COLUMNS: readonly ContentStatus[] = ['idea', 'assigned', 'draft', 'review', 'approved', 'published']

export const inColumn = (items: readonly ContentItem[], status: ContentStatus): ContentItem[] =>
  items.filter((item) => item.status === status).sort((a, b) => a.position - b.position || a.id.localeCompare(b.id))

const STEP = 1_024

/** A position that puts an item before or after `target` in its column, or at the end without a target. */
export function positionFor(
  column: readonly ContentItem[],
  moving: string,
  target: { id: string; side: 'before' | 'after' } | null,
): number {
  const others = column.filter((item) => item.id !== moving)
  const at = target ? others.findIndex((item) => item.id === target.id) : -1
  if (!target || at === -1) return (others.at(-1)?.position ?? 0) + STEP
  const before = others[target.side === 'before' ? at - 1 : at]
  const after = others[target.side === 'before' ? at : at + 1]
  if (!before) return (after?.position ?? 0) - STEP
  return after ? (before.position + after.position) / 2 : before.position + STEP
}
