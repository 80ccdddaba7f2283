/** Looks that every chart shares; colours are the page's own custom properties. */
export const AXIS = { stroke: 'var(--rule)', tick: { fill: 'var(--ink-soft)', fontSize: 12 }, tickLine: false } as const
export const GRID = { stroke: 'var(--hairline)', vertical: false } as const
export const TOOLTIP = {
  contentStyle: {
    background: 'var(--raised)',
    border: '1px solid var(--hairline)',
    borderRadius: 6,
    color: 'var(--ink)',
    fontSize: 14,
    boxShadow: 'var(--shadow)',
  },
  itemStyle: { color: 'var(--ink)' },
  isAnimationActive: false,
} as const

/** At most `most` points: neighbours are added up, so that the total stays what it is. */
export function condense<Point extends { at: string; messages: number; expected: number; upper: number }>(
  points: readonly Point[],
  most: number,
): Point[] {
  const size = Math.ceil(points.length / most)
  if (size <= 1) return [...points]
  const groups: Point[] = []
  for (let from = 0; from < points.length; from += size) {
    const group = points.slice(from, from + size)
    const sum = (pick: (point: Point) => number) => group.reduce((total, point) => total + pick(point), 0)
    groups.push({ ...group[0]!, messages: sum((p) => p.messages), expected: sum((p) => p.expected), upper: sum((p) => p.upper) })
  }
  return groups
}
