/** The strongest cylinder: its log likelihood ratio (0: none above expectation), centre, number of places and of steps. */
export type Cylinder = { ratio: number; centre: number; size: number; length: number }

/**
 * All cylinders over some places, prepared once so that many deals of the same cases over time can be scanned quickly.
 *
 * What is expected in a cylinder does not change from deal to deal, so its logarithms are worked out beforehand, and a circle is looked at only
 * where it takes in a place with recent cases: in between, more is expected and nothing more is seen. `recent` holds cases per place and step
 * ago, place by place. Circles grow to at most half of all cases.
 *
 * Source: Kulldorff et al. (2005); the likelihood ratio is (c/μ)^c · ((C − c)/(C − μ))^(C − c) for c > μ.
 */
export function scanCylinders(points: readonly { x: number; y: number }[], totals: readonly number[], perStep: readonly number[]) {
  const cases = totals.reduce((sum, count) => sum + count, 0)
  const longest = perStep.length
  const circles = points.map((centre) => circleOf(centre, points, totals, cases / 2))
  const cumulative = cumulated(perStep)
  const logs = Float64Array.from({ length: cases + 1 }, (_, count) => (count === 0 ? 0 : count * Math.log(count)))
  const tables = circles.map(({ sums }) => expectations(sums, cumulative, cases))
  const insideAgo = new Int32Array(longest)
  const ratioOf = (inside: number, { meanLogs, restLogs }: Expectations, at: number) =>
    logs[inside]! - inside * meanLogs[at]! + logs[cases - inside]! - (cases - inside) * restLogs[at]!

  /** Takes the recent cases of a place into the circle; answers the latest step ago from which the counts changed, `longest` for none. */
  function takeIn(place: number, recent: Int32Array): number {
    let first = longest
    for (let ago = 0, added = 0; ago < longest; ago++) {
      added += recent[place * longest + ago]!
      if (added === 0) continue
      if (first === longest) first = ago
      insideAgo[ago]! += added
    }
    return first
  }

  function strongest(recent: Int32Array): Cylinder {
    const best: Cylinder = { ratio: 0, centre: 0, size: 0, length: 0 }
    circles.forEach(({ members }, centre) => {
      const table = tables[centre]!
      insideAgo.fill(0)
      members.forEach((place, size) => {
        for (let ago = takeIn(place, recent); ago < longest; ago++) {
          const at = size * longest + ago
          if (insideAgo[ago]! <= table.means[at]!) continue
          const ratio = ratioOf(insideAgo[ago]!, table, at)
          if (ratio > best.ratio) Object.assign(best, { ratio, centre, size, length: ago })
        }
      })
    })
    return best
  }

  /** For each cylinder the fewest cases that make it as strong as `ratio`: whole numbers, so that a deal is judged without a logarithm. */
  function fewestFor(ratio: number): Int32Array[] {
    return tables.map((table) =>
      Int32Array.from(table.means, (mean, at) => {
        let low = Math.floor(mean) + 1
        let high = cases + 1
        while (low < high) {
          const middle = (low + high) >> 1
          if (middle > cases || ratioOf(middle, table, at) >= ratio) high = middle
          else low = middle + 1
        }
        return low
      }),
    )
  }

  function reaches(recent: Int32Array, fewest: readonly Int32Array[]): boolean {
    for (const [centre, { members }] of circles.entries()) {
      const needed = fewest[centre]!
      insideAgo.fill(0)
      for (let size = 0; size < members.length; size++)
        for (let ago = takeIn(members[size]!, recent); ago < longest; ago++)
          if (insideAgo[ago]! >= needed[size * longest + ago]!) return true
    }
    return false
  }

  function describe({ centre, size, length }: Cylinder, recent: Int32Array) {
    const members = circles[centre]!.members.slice(0, size + 1)
    let observed = 0
    for (const place of members) for (let ago = 0; ago <= length; ago++) observed += recent[place * longest + ago]!
    return { members, steps: length + 1, observed, expected: tables[centre]!.means[size * longest + length]! }
  }

  return { strongest, fewestFor, reaches, describe }
}

/** Places from near to far, for as long as they hold at most `most` cases together, with their running sums. */
function circleOf(
  centre: { x: number; y: number },
  points: readonly { x: number; y: number }[],
  totals: readonly number[],
  most: number,
): { members: number[]; sums: number[] } {
  const away = points.map(({ x, y }) => (x - centre.x) ** 2 + (y - centre.y) ** 2)
  const near = points.map((_, place) => place).sort((a, b) => away[a]! - away[b]! || a - b)
  const members: number[] = []
  const sums: number[] = []
  let sum = 0
  for (const place of near) {
    sum += totals[place]!
    if (sum > most) break
    members.push(place)
    sums.push(sum)
  }
  return { members, sums }
}

const cumulated = (counts: readonly number[]): number[] => {
  let sum = 0
  return counts.map((count) => (sum += count))
}

type Expectations = { means: Float64Array; meanLogs: Float64Array; restLogs: Float64Array }

function expectations(sums: readonly number[], cumulative: readonly number[], cases: number): Expectations {
  const cells = sums.length * cumulative.length
  const [means, meanLogs, restLogs] = [new Float64Array(cells), new Float64Array(cells), new Float64Array(cells)]
  sums.forEach((inPlaces, size) => {
    cumulative.forEach((inTime, ago) => {
      const mean = (inPlaces * inTime) / cases
      const at = size * cumulative.length + ago
      means[at] = mean
      meanLogs[at] = Math.log(mean)
      restLogs[at] = Math.log(cases - mean)
    })
  })
  return { means, meanLogs, restLogs }
}
