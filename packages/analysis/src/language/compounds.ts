import { COMPOUND_PARTS } from './compound-parts.ts'

const SHORTEST = 3
const LINKS = ['', 's', 'en', 'n', 'e'] as const
const ENDINGS = ['', 's', 'en', 'n'] as const

/** The last part may be plural: "paden", "palen" are asked for as their listed singular. */
function asPart(part: string): string | null {
  for (const ending of ENDINGS) {
    if (!part.endsWith(ending)) continue
    const bare = part.slice(0, part.length - ending.length)
    if (COMPOUND_PARTS.has(bare)) return bare
    if (ending !== 'en' || bare.length < SHORTEST) continue
    const last = bare.at(-1)!
    if (bare.at(-2) === last && COMPOUND_PARTS.has(bare.slice(0, -1))) return bare.slice(0, -1)
    const long = bare.slice(0, -1) + bare.at(-2) + last
    if (COMPOUND_PARTS.has(long)) return long
  }
  return null
}

function firstPart(left: string): string | null {
  for (const link of LINKS) {
    if (!left.endsWith(link)) continue
    const bare = left.slice(0, left.length - link.length)
    if (COMPOUND_PARTS.has(bare)) return bare
  }
  return null
}

/**
 * Splits a Dutch compound of two known parts, or three by splitting the first again; plural endings and linking letters fall away.
 * The split with the longest last part wins, so that "straat" is not found inside "straatverlichting"'s tail.
 * Gives `[]` for a word that is no compound of known parts, also for the empty word. Source: frequency-free dictionary splitting
 * (Koehn and Knight 2003) with a hand-written dictionary.
 * @example splitCompound('jongerenoverlast') // ['jongeren', 'overlast']
 */
export function splitCompound(lower: string): readonly string[] {
  if (lower.length < 2 * SHORTEST + 1) return []
  for (let at = SHORTEST; at <= lower.length - SHORTEST; at++) {
    const last = asPart(lower.slice(at))
    if (last === null) continue
    const left = lower.slice(0, at)
    const first = firstPart(left)
    if (first !== null) return [first, last]
    const before = splitCompound(left)
    if (before.length > 0) return [...before, last]
    if (left.endsWith('s')) {
      const unlinked = splitCompound(left.slice(0, -1))
      if (unlinked.length > 0) return [...unlinked, last]
    }
  }
  return []
}
