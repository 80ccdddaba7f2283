import { GREEN_AND_WATER_CUES } from './green-and-water.ts'
import { HOUSING_AND_OTHER_CUES } from './housing-and-other.ts'
import { NUISANCE_CUES } from './nuisance.ts'
import { ROADS_CUES } from './roads.ts'
import { WASTE_AND_CLEAN_CUES } from './waste-and-clean.ts'

/**
 * Cues per category of the default taxonomy, written by hand. `strong` nearly decides, `medium` supports, `weak` hints. Words match by
 * their stem, also inside compounds; `a & b` asks for both, at most five words apart, in either order; `*` is a gap of up to five words.
 */
export type CategoryCues = { strong: string; medium: string; weak?: string }

export const CATEGORY_CUES: Readonly<Record<string, CategoryCues>> = {
  ...WASTE_AND_CLEAN_CUES,
  ...GREEN_AND_WATER_CUES,
  ...NUISANCE_CUES,
  ...ROADS_CUES,
  ...HOUSING_AND_OTHER_CUES,
}
