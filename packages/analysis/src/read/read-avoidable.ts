import type { MessageKind, Reading } from '@rumoer/contracts'
import type { CueHit } from '../language/cue-trie.ts'
import { softmax } from '../maths/softmax.ts'
import type { Reason } from './cues/reason-cues.ts'
import { classesOf, isLearnedLanguage, type Learned } from './learned/heads.ts'
import { type Evidence, evidenceOf, type TextView } from './text-view.ts'

type Avoidable = NonNullable<Reading['avoidable']>

const FLOOR = 0.5
const EVIDENCE_WORDS = 3
const MAX = 0.95
/** A contact moment is about service more often than a post is. */
const CONTACT_BONUS = 0.25
/** No reason at all, to the learned scorer. */
export const NO_REASON = 'none'

/** Chance of each reason by its cues. */
function chancesByRules(hits: readonly CueHit<Reason>[], kind: MessageKind | undefined): Map<Reason, number> {
  const chances = new Map<Reason, number>()
  for (const hit of hits) chances.set(hit.label, 1 - (1 - (chances.get(hit.label) ?? 0)) * (1 - hit.weight))
  if (kind === 'contact' || kind === 'mail') {
    for (const [reason, chance] of chances) chances.set(reason, 1 - (1 - chance) * (1 - CONTACT_BONUS))
  }
  return chances
}

/** What the rules give the learned scorer. */
export function avoidableRule(view: TextView, kind: MessageKind | undefined): (reason: string) => number {
  const chances: ReadonlyMap<string, number> = chancesByRules(view.cues.reasons, kind)
  return (reason) => chances.get(reason) ?? 0
}

/**
 * Whether this contact could have been avoided by better service, with its reason: status unknown, letter unclear, page wrong, repeat
 * after closing, wrong department, disruption; or a real new need (`not-avoidable`). The likeliest reason is told where some reason is likelier than none;
 * cue words and a learned scorer together. Dutch and English; articles and empty texts give null. The verdict is a suggestion for a person. Source: the Dutch practice
 * of "vermijdbaar contact"; own cues stacked under logistic regression, measured in the README.
 * @example readAvoidable(view, 'contact', askLearned(view, 'contact')).avoidable?.reason // of 'Wat is de status van mijn aanvraag?': 'status-unknown'
 */
export function readAvoidable(
  view: TextView,
  kind: MessageKind | undefined,
  learned: Learned,
): { avoidable: Avoidable | null; evidence: Evidence[] } {
  if (!isLearnedLanguage(view.language) || kind === 'article' || view.tokens.length === 0) return { avoidable: null, evidence: [] }
  const hits = view.cues.reasons
  const rules: ReadonlyMap<string, number> = chancesByRules(hits, kind)
  const chances = softmax(learned.logits('avoidable', (reason) => rules.get(reason) ?? 0))
  const reasons = classesOf('avoidable')
  let best = -1
  for (let at = 0; at < reasons.length; at++) if (reasons[at] !== NO_REASON && (best < 0 || chances[at]! > chances[best]!)) best = at
  if (1 - chances[reasons.indexOf(NO_REASON)]! < FLOOR) return { avoidable: null, evidence: [] }
  const reason = reasons[best] as Reason
  const label = `avoidable:${reason}`
  const cues = hits.filter((hit) => hit.label === reason)
  const words = cues.length > 0 ? cues : learned.speakingFor('avoidable', reason, EVIDENCE_WORDS)
  return {
    avoidable: {
      reason,
      verdict: reason === 'new-need' ? 'not-avoidable' : 'avoidable',
      confidence: Math.round(Math.min(MAX, chances[best]!) * 1000) / 1000,
    },
    evidence: words.length > 0 ? words.map(({ first, last }) => evidenceOf(view, label, first, last)) : [{ label, span: null, words: [] }],
  }
}
