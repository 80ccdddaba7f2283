import { areaOf, isInside, simplify } from './plane.ts'
import type { Point } from './town-plan.ts'

/** A line between two junctions, with the label on its left and right side; -1 is outside the town. */
export type Arc = {
  readonly points: readonly Point[]
  readonly left: number
  readonly right: number
  readonly from: number
  readonly to: number
}

export const OUTSIDE = -1
const CELL_KM = 0.05
const HALF_WIDTH_CELLS = 112
const COLUMNS = HALF_WIDTH_CELLS * 2
const SMOOTHING_ROUNDS = 9
const TOLERANCE_KM = 0.004

const centreOf = (index: number) => (index - HALF_WIDTH_CELLS + 0.5) * CELL_KM
const cornerOf = (vertex: number): Point => [
  ((vertex % (COLUMNS + 1)) - HALF_WIDTH_CELLS) * CELL_KM,
  (Math.floor(vertex / (COLUMNS + 1)) - HALF_WIDTH_CELLS) * CELL_KM,
]

function labelCells(labelAt: (point: Point) => number): Int16Array {
  const cells = new Int16Array(COLUMNS * COLUMNS).fill(OUTSIDE)
  for (let row = 1; row < COLUMNS - 1; row++)
    for (let column = 1; column < COLUMNS - 1; column++) cells[row * COLUMNS + column] = labelAt([centreOf(column), centreOf(row)])
  return cells
}

/** Gives splinters (all but the largest piece of each label) to the neighbour they touch first. */
function removeSplinters(cells: Int16Array): void {
  const piece = new Int32Array(cells.length).fill(-1)
  const sizes: number[] = []
  for (let start = 0; start < cells.length; start++) {
    if (piece[start] !== -1) continue
    const stack = [start]
    piece[start] = sizes.length
    let size = 0
    for (let cell = stack.pop(); cell !== undefined; cell = stack.pop()) {
      size++
      for (const next of [cell - 1, cell + 1, cell - COLUMNS, cell + COLUMNS])
        if (piece[next] === -1 && cells[next] === cells[start]) {
          piece[next] = sizes.length
          stack.push(next)
        }
    }
    sizes.push(size)
  }
  const largest = new Map<number, number>()
  cells.forEach((label, cell) => {
    const best = largest.get(label)
    if (best === undefined || sizes[piece[cell]!]! > sizes[best]!) largest.set(label, piece[cell]!)
  })
  for (let cell = 1; cell < cells.length; cell++) if (largest.get(cells[cell]!) !== piece[cell]) cells[cell] = cells[cell - 1]!
}

/** Makes every meeting of four cells a junction of at most three labels, so that a border never crosses itself. */
function removeCrossings(cells: Int16Array): void {
  for (let changed = true; changed; ) {
    changed = false
    for (let cell = 0; cell < cells.length - COLUMNS - 1; cell++) {
      const [a, b, c, d] = [cells[cell], cells[cell + 1], cells[cell + COLUMNS], cells[cell + COLUMNS + 1]]
      if (a === b || c === d || a === c || b === d) continue
      cells[cell + COLUMNS + 1] = b!
      changed = true
    }
  }
}

type Side = { to: number; left: number; right: number }

function bordersOf(cells: Int16Array): Map<number, Side[]> {
  const sides = new Map<number, Side[]>()
  const add = (from: number, to: number, left: number, right: number) => {
    const list = sides.get(from)
    if (list) list.push({ to, left, right })
    else sides.set(from, [{ to, left, right }])
  }
  for (let row = 1; row < COLUMNS; row++)
    for (let column = 1; column < COLUMNS; column++) {
      const cell = row * COLUMNS + column
      const corner = row * (COLUMNS + 1) + column
      const [here, west, south] = [cells[cell]!, cells[cell - 1]!, cells[cell - COLUMNS]!]
      if (here !== west) {
        add(corner, corner + COLUMNS + 1, west, here)
        add(corner + COLUMNS + 1, corner, here, west)
      }
      if (here !== south) {
        add(corner, corner + 1, here, south)
        add(corner + 1, corner, south, here)
      }
    }
  return sides
}

/** Every corner moves half-way to the middle of its neighbours, some rounds long: stairs become curves, and both sides share them. */
function smoothCorners(sides: Map<number, Side[]>): Map<number, Point> {
  let places = new Map<number, Point>([...sides.keys()].map((vertex) => [vertex, cornerOf(vertex)]))
  for (let round = 0; round < SMOOTHING_ROUNDS; round++) {
    const moved = new Map<number, Point>()
    for (const [vertex, list] of sides) {
      const [x, y] = places.get(vertex)!
      let [sumX, sumY] = [0, 0]
      for (const { to } of list) {
        const [nextX, nextY] = places.get(to)!
        sumX += nextX
        sumY += nextY
      }
      moved.set(vertex, [(x + sumX / list.length) / 2, (y + sumY / list.length) / 2])
    }
    places = moved
  }
  return places
}

function walkArc(start: number, first: Side, sides: Map<number, Side[]>, isEnd: (vertex: number) => boolean): number[] {
  const path = [start, first.to]
  for (let before = start, here = first.to; !isEnd(here) && here !== start; ) {
    const next = sides.get(here)!.find(({ to }) => to !== before)!.to
    before = here
    here = next
    path.push(here)
  }
  return path
}

/**
 * Cuts the plane into labelled regions whose borders are shared exactly: each border is traced, smoothed and simplified once.
 *
 * @param labelAt region of a point in kilometres, `OUTSIDE` for none
 */
export function partition(labelAt: (point: Point) => number): Arc[] {
  const cells = labelCells(labelAt)
  removeSplinters(cells)
  removeCrossings(cells)
  const sides = bordersOf(cells)
  const places = smoothCorners(sides)
  const junctions = new Set([...sides].filter(([, list]) => list.length !== 2).map(([vertex]) => vertex))
  const seen = new Set<string>()
  const arcs: Arc[] = []
  const add = (path: readonly number[], { left, right }: Side) => {
    const points = simplify(
      path.map((vertex) => places.get(vertex)!),
      TOLERANCE_KM,
    )
    arcs.push({ points, left, right, from: path[0]!, to: path[path.length - 1]! })
    path.forEach((vertex, i) => {
      if (i > 0) seen.add(`${path[i - 1]}>${vertex}`).add(`${vertex}>${path[i - 1]}`)
    })
  }
  const trace = (starts: Iterable<number>, isEnd: (vertex: number) => boolean) => {
    for (const start of starts)
      for (const side of sides.get(start)!) if (!seen.has(`${start}>${side.to}`)) add(walkArc(start, side, sides, isEnd), side)
  }
  trace(junctions, (vertex) => junctions.has(vertex))
  for (const vertex of sides.keys()) {
    const [first] = sides.get(vertex)!
    if (first && !seen.has(`${vertex}>${first.to}`))
      addLoop(
        walkArc(vertex, first, sides, () => false),
        first,
        add,
      )
  }
  return arcs
}

/** A border without junctions (an island's) is cut in two, so that simplifying keeps its shape. */
function addLoop(path: readonly number[], side: Side, add: (path: readonly number[], side: Side) => void): void {
  const half = Math.floor(path.length / 2)
  add(path.slice(0, half + 1), side)
  add(path.slice(half), side)
}

function chain(pieces: readonly Arc[]): Point[][] {
  const waiting = new Map<number, Arc[]>()
  for (const piece of pieces) waiting.set(piece.from, [...(waiting.get(piece.from) ?? []), piece])
  const rings: Point[][] = []
  for (const [start, list] of waiting) {
    while (list.length > 0) {
      const ring: Point[] = []
      let here = start
      do {
        const arc = waiting.get(here)!.pop()!
        ring.push(...(ring.length === 0 ? arc.points : arc.points.slice(1)))
        here = arc.to
      } while (here !== start)
      rings.push(ring)
    }
  }
  return rings
}

/** Polygons (outer ring first, counter-clockwise, then its holes) around all regions that `belongs` accepts. Inner borders drop out. */
export function outlineOf(arcs: readonly Arc[], belongs: (label: number) => boolean): Point[][][] {
  const pieces = arcs
    .filter(({ left, right }) => belongs(left) !== belongs(right))
    .map((arc) =>
      belongs(arc.left) ? arc : { points: arc.points.toReversed(), left: arc.right, right: arc.left, from: arc.to, to: arc.from },
    )
  const rings = chain(pieces)
  const polygons = rings.filter((ring) => areaOf(ring) > 0).map((ring) => [ring])
  for (const hole of rings.filter((ring) => areaOf(ring) < 0)) polygons.find(([outer]) => isInside(hole[0]!, outer!))?.push(hole)
  return polygons
}
