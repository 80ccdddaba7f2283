import type { Area, Taxonomy } from '@rumoer/contracts'
import { useQuery } from '@tanstack/react-query'
import { areasQuery, type ReplayId, taxonomyQuery } from './queries.ts'

export type AreaNames = ReadonlyMap<string, Area>

/** Areas by code. */
export function useAreas(replay: ReplayId): AreaNames {
  const { data } = useQuery({ ...areasQuery(replay), select: byCode })
  return data ?? EMPTY
}
const EMPTY: AreaNames = new Map()
const byCode = (areas: Area[]): AreaNames => new Map(areas.map((area) => [area.code, area]))

/** Codes of the smallest kind present: an issue in a buurt also carries its wijk and gemeente. */
export function smallest(codes: readonly string[]): string[] {
  for (const prefix of ['BU', 'WK', 'GM']) {
    const found = codes.filter((code) => code.startsWith(prefix))
    if (found.length > 0) return found
  }
  return []
}

/** `Havenkwartier`, `Havenkwartier + 2`; null when no place is known. */
export function placeText(codes: readonly string[], areas: AreaNames, show = 1): string | null {
  const named = smallest(codes).map((code) => areas.get(code)?.name ?? code)
  if (named.length === 0) return null
  const head = named.slice(0, show).join(', ')
  return named.length > show ? `${head} + ${named.length - show}` : head
}

/** Names of main and sub categories by slug. */
export function useCategoryNames(): (slug: string) => string {
  const { data } = useQuery({ ...taxonomyQuery, select: categoryNames })
  return (slug) => data?.get(slug) ?? slug.replaceAll('-', ' ')
}
function categoryNames(taxonomy: Taxonomy): Map<string, string> {
  const names = new Map<string, string>()
  for (const main of taxonomy.categories) {
    for (const sub of main.subcategories) names.set(sub.slug, sub.name)
  }
  for (const main of taxonomy.categories) names.set(main.slug, main.name)
  return names
}
