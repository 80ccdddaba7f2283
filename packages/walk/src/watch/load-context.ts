import { DEFAULT_TAXONOMY } from '@rumoer/contracts'
import type { Store } from '@rumoer/store'
import type { WatchContext } from './watch-context.ts'

const CATEGORY_NAMES: ReadonlyMap<string, string> = new Map(
  DEFAULT_TAXONOMY.categories.flatMap(({ slug, subcategories }) => subcategories.map((sub) => [`${slug}/${sub.slug}`, sub.name] as const)),
)
/** Sub categories that a municipality's messages are about, of the many that there may be. */
export const USUAL_CATEGORIES = 45

/** What the watches of a municipality look with, as its areas stand now. */
export async function watchContext(store: Store, municipalityId: number): Promise<WatchContext> {
  const areas = await store.areas.list(municipalityId)
  const town = await store.municipalities.byId(municipalityId)
  const names = new Map(areas.map(({ code, level, name }) => [code, level === 'gemeente' && town ? town.name : name]))
  return {
    store,
    municipalityId,
    areaCodes: areas.map(({ code }) => code),
    areaName: (code) => names.get(code) ?? code,
    categoryName: (category) => CATEGORY_NAMES.get(category) ?? category.slice(category.indexOf('/') + 1).replaceAll('-', ' '),
    categories: USUAL_CATEGORIES,
  }
}
