import { expectedBetween, type Normal } from '@rumoer/analysis/detect'
import { DEFAULT_TAXONOMY, UNKNOWN_CATEGORY } from '@rumoer/contracts'

const HOUR_MS = 3_600_000

/** What an hour like the last one brings in all categories together; null without history. */
export function usualLastHour(normal: Normal, nowMs: number): number | null {
  if (normal.exposureHours === 0) return null
  const categories = [...DEFAULT_TAXONOMY.categories.map(({ slug }) => slug), UNKNOWN_CATEGORY.main]
  return categories.reduce((sum, category) => sum + expectedBetween(normal, { areaCode: null, category }, nowMs - HOUR_MS, nowMs).mean, 0)
}
