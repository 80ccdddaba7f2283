/** How a rumoer line is drawn: a stroke that swells where it stands above normal, the normal band, and the point of now. */
export type RumoerPath = { stroke: string; bandTop: number; end: { x: number; y: number; above: boolean } }
export type RumoerBox = { width: number; height: number; thin: number; thick: number }

type Point = { x: number; y: number; value: number }

const STEPS = 6

/** Room around the line for its stroke and for the dot of now. */
const marginOf = (box: RumoerBox) => box.thick * 0.9 + 1

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}

/** Upper edge of an ordinary hour: the median of the line and twice its Poisson spread above it, at least 1. */
export function usualTop(line: readonly number[]): number {
  const middle = median(line)
  return middle + 2 * Math.sqrt(Math.max(middle, 0.25))
}

/** Slopes of the monotone cubic through equally spaced values (Fritsch and Carlson): the curve never dips below a count. */
function slopes(values: readonly number[]): number[] {
  const steps = values.slice(1).map((value, at) => value - (values[at] ?? 0))
  return values.map((_, at) => {
    const before = steps[at - 1]
    const after = steps[at]
    if (before === undefined || after === undefined) return before ?? after ?? 0
    return before * after <= 0 ? 0 : (2 * before * after) / (before + after)
  })
}

function sample(values: readonly number[], box: RumoerBox, top: number): Point[] {
  const tangent = slopes(values)
  const margin = marginOf(box)
  const stepX = (box.width - 2 * margin) / Math.max(1, values.length - 1)
  const scaleY = (box.height - 2 * margin) / top
  const points: Point[] = []
  const push = (at: number, value: number) => points.push({ x: margin + at * stepX, y: box.height - margin - value * scaleY, value })
  for (let at = 0; at < values.length - 1; at += 1) {
    for (let step = 0; step < STEPS; step += 1) {
      const t = step / STEPS
      push(at + t, hermite(values[at] ?? 0, values[at + 1] ?? 0, tangent[at] ?? 0, tangent[at + 1] ?? 0, t))
    }
  }
  push(values.length - 1, values.at(-1) ?? 0)
  return points
}

function hermite(from: number, to: number, slopeFrom: number, slopeTo: number, t: number): number {
  const t2 = t * t
  const t3 = t2 * t
  return (2 * t3 - 3 * t2 + 1) * from + (t3 - 2 * t2 + t) * slopeFrom + (3 * t2 - 2 * t3) * to + (t3 - t2) * slopeTo
}

const round = (value: number) => Math.round(value * 100) / 100

/**
 * The line of messages per hour as one closed outline in a box of `width` × `height` pixels: `thin` in the normal band, swelling to `thick`
 * above it. Null for fewer than two hours.
 */
export function rumoerPath(line: readonly number[], box: RumoerBox, usual = usualTop(line)): RumoerPath | null {
  if (line.length < 2) return null
  const top = Math.max(...line, usual * 1.6, 3)
  const points = sample(line, box, top)
  const upper: string[] = []
  const lower: string[] = []
  points.forEach((point, at) => {
    const before = points[at - 1] ?? point
    const after = points[at + 1] ?? point
    const length = Math.hypot(after.x - before.x, after.y - before.y) || 1
    const swell = Math.min(1, Math.max(0, (point.value - usual) / Math.max(1, (top - usual) * 0.5)))
    const half = (box.thin + (box.thick - box.thin) * swell * (2 - swell)) / 2
    const dx = (-(after.y - before.y) / length) * half
    const dy = ((after.x - before.x) / length) * half
    upper.push(`${round(point.x + dx)} ${round(point.y + dy)}`)
    lower.unshift(`${round(point.x - dx)} ${round(point.y - dy)}`)
  })
  const last = points.at(-1)!
  const margin = marginOf(box)
  const bandTop = box.height - margin - (usual * (box.height - 2 * margin)) / top
  return {
    stroke: `M${upper.join('L')}L${lower.join('L')}Z`,
    bandTop: round(bandTop),
    end: { x: round(last.x), y: round(last.y), above: last.value > usual },
  }
}
