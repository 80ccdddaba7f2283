import type { Facet, ResidentRole, SpecialKind } from '@rumoer/contracts'
import { type CueHit, type CueList, createCueFinder } from '../../language/cue-trie.ts'
import { FACET_CUES } from './facet-cues.ts'
import { MUNICIPAL_CUES } from './municipal-cues.ts'
import { REASON_CUES, type Reason } from './reason-cues.ts'
import { ROLE_CUES } from './role-cues.ts'
import { SPECIAL_CUES } from './special-cues.ts'

/** Cues of a text, whatever its taxonomy, each family in order of first token. */
export type FoundCues = {
  readonly facets: CueHit<Facet>[]
  readonly roles: CueHit<ResidentRole>[]
  readonly reasons: CueHit<Reason>[]
  readonly municipal: CueHit<'municipality'>[]
  readonly special: CueHit<SpecialKind>[]
}
type Tagged = { [Family in keyof FoundCues]: { family: Family; label: FoundCues[Family][number]['label'] } }[keyof FoundCues]

const tag = <Label>(family: Tagged['family'], list: CueList<Label>): CueList<Tagged> =>
  list.map(({ label, ...cue }) => ({ ...cue, label: { family, label } as Tagged }))

const find = createCueFinder<Tagged>([
  ...tag('facets', FACET_CUES),
  ...tag('roles', ROLE_CUES),
  ...tag('reasons', REASON_CUES),
  ...tag('municipal', MUNICIPAL_CUES),
  ...tag('special', SPECIAL_CUES),
])

/**
 * Finds the cues of facets, roles, reasons of avoidable contact, the municipality and what the law protects most in one walk over the stems of a text.
 * @example findCues(['alweer', 'kapot']).facets.length // 2
 */
export function findCues(stems: readonly string[]): FoundCues {
  const found: Record<keyof FoundCues, CueHit<unknown>[]> = { facets: [], roles: [], reasons: [], municipal: [], special: [] }
  for (const { label: tagged, weight, first, last } of find(stems)) found[tagged.family].push({ label: tagged.label, weight, first, last })
  return found as FoundCues
}
