import type { StructuralProblem } from '@rumoer/contracts'
import type { Store } from '@rumoer/store'
import { loadStructural } from '@rumoer/walk'

const FRESH_MS = 60 * 60_000

/** The structural problems of a municipality at an instant; a year is gone through at most once an hour of its clock. */
export function createStructural(store: Store): (municipalityId: number, at: Date) => Promise<StructuralProblem[]> {
  const known = new Map<number, { problems: Promise<StructuralProblem[]>; atMs: number }>()
  return (municipalityId, at) => {
    const present = known.get(municipalityId)
    if (present && Math.abs(at.getTime() - present.atMs) < FRESH_MS) return present.problems
    const problems = loadStructural(store, municipalityId, at)
    known.set(municipalityId, { problems, atMs: at.getTime() })
    problems.catch(() => known.delete(municipalityId))
    return problems
  }
}
