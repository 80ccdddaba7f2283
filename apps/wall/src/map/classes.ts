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

/** So many times the middle value that shades by rank would hide how far the largest stands out. */
const FAR_OUT = 4

/**
 * Upper edges of at most four classes of values above zero, in tenths: by rank, or each so many times the one before where one value stands far out.
 * Empty without values.
 */
export function valueEdges(values: readonly number[]): number[] {
  const positive = values.filter((value) => value > 0).sort((a, b) => a - b)
  const most = positive.at(-1)
  if (most === undefined) return []
  const least = positive[0]!
  const middle = positive[Math.floor(positive.length / 2)]!
  if (most < FAR_OUT * middle) return classEdges(positive)
  const factor = (most / least) ** (1 / 4)
  return [1, 2, 3, 4].map((power) => Math.round(least * factor ** power * 10) / 10)
}

/** Class of a count: 0 for none, then 1 up to the number of edges. Fewer than four classes use the darkest shades last. */
export function classOf(count: number, edges: readonly number[]): number {
  if (count <= 0) return 0
  const found = edges.findIndex((edge) => count <= edge)
  return found === -1 ? edges.length : found + 1
}
