import type { Issue, Level } from '@rumoer/contracts'
import { LEVELS } from '@rumoer/contracts'
import { smallest } from '../../lib/names.ts'

/** An issue in more places than these is everywhere: a mark in each of them points at nothing. */
const MOST_PLACES = 4

/** The highest level per place of the issues that the wall shows and that have a place. */
export function mapLevels(issues: readonly Issue[]): ReadonlyMap<string, Level> {
  const levels = new Map<string, Level>()
  for (const { areaCodes, level } of issues) {
    const places = smallest(areaCodes)
    if (places.length > MOST_PLACES) continue
    for (const code of places) {
      if (LEVELS.indexOf(level) > LEVELS.indexOf(levels.get(code) ?? 'calm')) levels.set(code, level)
    }
  }
  return levels
}
