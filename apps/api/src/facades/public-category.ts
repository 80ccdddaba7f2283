import { DEFAULT_TAXONOMY, type MessageOut, SENSITIVE_CATEGORIES } from '@rumoer/contracts'

/** What can be reported: a sub category within its main one. `code` is its slug, with the main slug before it where two share one. */
export type PublicCategory = {
  code: string
  main: { slug: string; name: string }
  sub: { slug: string; name: string; departments: readonly string[] }
}

const TIMES = new Map<string, number>()
for (const { subcategories } of DEFAULT_TAXONOMY.categories)
  for (const { slug } of subcategories) TIMES.set(slug, (TIMES.get(slug) ?? 0) + 1)

export const PUBLIC_CATEGORIES: readonly PublicCategory[] = DEFAULT_TAXONOMY.categories.flatMap((main) =>
  main.subcategories.map((sub) => ({ code: TIMES.get(sub.slug) === 1 ? sub.slug : `${main.slug}.${sub.slug}`, main, sub })),
)

/** As what a message was reported, or else what it was read as; null when neither is a category here. */
export function publicCategoryOf({ reading }: MessageOut): PublicCategory | null {
  const { main, sub } = reading?.category ?? {}
  return PUBLIC_CATEGORIES.find((one) => one.main.slug === main && one.sub.slug === sub) ?? null
}

/** Whether anyone may see that it was reported: nothing of a sensitive category, and nothing that the law protects most. */
export const isForAll = ({ reading }: MessageOut): boolean =>
  reading !== null && reading.special === undefined && !SENSITIVE_CATEGORIES.includes(reading.category.main)
