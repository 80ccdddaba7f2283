import type { FoundSignal } from '@rumoer/analysis/decide'
import type { Store } from '@rumoer/store'

/** What every watch looks with: the store, and how people call areas and categories (`main/sub`). */
export type WatchContext = {
  store: Store
  municipalityId: number
  /** Of all levels. */
  areaCodes: readonly string[]
  areaName: (code: string) => string
  categoryName: (category: string) => string
  /** Sub categories that this municipality's messages were about, or may be. */
  categories: number
}

/** What a watch found now, and the keys of what still stands above the ordinary. */
export type Findings = { found: readonly FoundSignal[]; elevated: ReadonlySet<string> }
