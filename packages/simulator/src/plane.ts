import type { Point } from './town-plan.ts'

/** Closed curve through all points (centripetal in effect: uniform Catmull-Rom), `perSide` points for each given one. */
export function smoothClosed(points: readonly Point[], perSide: number): Point[] {
  const at = (i: number) => points[(i + points.length) % points.length]!
  const curve: Point[] = []
  for (let i = 0; i < points.length; i++) {
    const [a, b, c, d] = [at(i - 1), at(i), at(i + 1), at(i + 2)]
    for (let step = 0; step < perSide; step++) {
      const t = step / perSide
      const along = (axis: 0 | 1) =>
        b[axis] +
        0.5 *
          t *
          (c[axis] - a[axis] + t * (2 * a[axis] - 5 * b[axis] + 4 * c[axis] - d[axis] + t * (3 * (b[axis] - c[axis]) + d[axis] - a[axis])))
      curve.push([along(0), along(1)])
    }
  }
  return curve
}

/** Even-odd test; a ring may repeat its first point at the end or not. */
export function isInside([x, y]: Point, ring: readonly Point[]): boolean {
  let inside = false
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [ax, ay] = ring[i]!
    const [bx, by] = ring[j]!
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside
  }
  return inside
}

/** Twice-signed area halved: above zero for a counter-clockwise ring. */
export function areaOf(ring: readonly Point[]): number {
  let sum = 0
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) sum += ring[j]![0] * ring[i]![1] - ring[i]![0] * ring[j]![1]
  return sum / 2
}

export function distanceToSegment([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const [dx, dy] = [bx - ax, by - ay]
  const length = dx * dx + dy * dy
  const t = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length))
  return Math.hypot(x - ax - t * dx, y - ay - t * dy)
}

/** Distance from a point to the nearest side of a ring. */
export function distanceToRing(point: Point, ring: readonly Point[]): number {
  let nearest = Number.POSITIVE_INFINITY
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) nearest = Math.min(nearest, distanceToSegment(point, ring[j]!, ring[i]!))
  return nearest
}

/** Douglas-Peucker: the fewest of these points that stay within `tolerance` of the line; the ends stay. */
export function simplify(line: readonly Point[], tolerance: number): Point[] {
  const [first, last] = [line[0]!, line[line.length - 1]!]
  let farthest = 0
  let at = 0
  for (let i = 1; i < line.length - 1; i++) {
    const distance = distanceToSegment(line[i]!, first, last)
    if (distance > farthest) [farthest, at] = [distance, i]
  }
  if (farthest <= tolerance) return [first, last]
  return [...simplify(line.slice(0, at + 1), tolerance).slice(0, -1), ...simplify(line.slice(at), tolerance)]
}
