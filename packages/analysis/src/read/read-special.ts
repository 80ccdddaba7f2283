import { SPECIAL_KINDS, type SpecialKind } from '@rumoer/contracts'
import { type Evidence, evidenceOf, type TextView } from './text-view.ts'

/**
 * Whether a text holds cues of the special kinds that the law protects most (GDPR 9 and 10): health, crime, religion, political conviction. It errs
 * towards finding: what is found is only quoted less and kept shorter. Dutch cues; `[]` for an empty text and for none.
 * Source: own list.
 * @example readSpecial(viewText('Die verwarde man staat weer te schreeuwen', 'nl')).special // ['health']
 */
export function readSpecial(view: TextView): { special: SpecialKind[]; evidence: Evidence[] } {
  // Forms of one word that share a stem are one find.
  const hits = [...new Map(view.cues.special.map((hit) => [`${hit.label} ${hit.first} ${hit.last}`, hit])).values()]
  const found = new Set(hits.map(({ label }) => label))
  return {
    special: SPECIAL_KINDS.filter((kind) => found.has(kind)),
    evidence: hits.map(({ label, first, last }) => evidenceOf(view, `special:${label}`, first, last)),
  }
}
