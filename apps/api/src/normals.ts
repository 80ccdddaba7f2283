import type { Normal } from '@rumoer/analysis/detect'
import type { Store } from '@rumoer/store'
import { loadNormal } from '@rumoer/walk'

const FRESH_MS = 10 * 60_000

/** The normal of a municipality at an instant; worked out at most once per ten minutes of its clock. */
export type Normals = (municipalityId: number, at: Date) => Promise<Normal>

export function createNormals(store: Store): Normals {
  const known = new Map<number, { normal: Promise<Normal>; atMs: number }>()
  return (municipalityId, at) => {
    const present = known.get(municipalityId)
    if (present && Math.abs(at.getTime() - present.atMs) < FRESH_MS) return present.normal
    const normal = loadNormal(store, municipalityId, at)
    known.set(municipalityId, { normal, atMs: at.getTime() })
    normal.catch(() => known.delete(municipalityId))
    return normal
  }
}
