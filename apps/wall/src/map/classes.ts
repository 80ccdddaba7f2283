/** Upper edges of at most four classes above zero, rising; counts of 1 and more. Empty without counts. */
export function classEdges(counts: readonly number[]): number[] {
  const positive = counts.filter((count) => count > 0).sort((a, b) => a - b)
  if (positive.length === 0) return []
  const edges: number[] = []
  for (const share of [0.25, 0.5, 0.8, 1]) {
    const edge = positive[Math.min(positive.length - 1, Math.ceil(share * positive.length) - 1)]!
    if (edges.at(-1) !== edge) edges.push(edge)
  }
  return edges
}

/** Class of a count: 0 for none, then 1 up to the number of edges. Fewer than four classes use the darkest shades last. */
export function classOf(count: number, edges: readonly number[]): number {
  if (count <= 0) return 0
  const found = edges.findIndex((edge) => count <= edge)
  return found === -1 ? edges.length : found + 1
}
