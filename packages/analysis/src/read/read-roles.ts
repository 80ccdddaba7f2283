import type { ResidentRole } from '@rumoer/contracts'
import type { CueHit } from '../language/cue-trie.ts'
import { chanceRule } from './learned/chance-rule.ts'
import { classesOf, isLearnedLanguage, type Learned } from './learned/heads.ts'
import { type Evidence, evidenceOf, type TextView } from './text-view.ts'

const FLOOR = 0.35
const EVIDENCE_WORDS = 3
const MAX = 0.95
/** Chance of each role by its cues: 1 − Π(1 − weight). */
function chancesByRules(hits: readonly CueHit<ResidentRole>[]): Map<ResidentRole, number> {
  const chances = new Map<ResidentRole, number>()
  for (const hit of hits) chances.set(hit.label, Math.min(MAX, 1 - (1 - (chances.get(hit.label) ?? 0)) * (1 - hit.weight)))
  return chances
}

/** What the rules give the learned scorer. */
export const roleRule = (view: TextView): ((role: string) => number) => chanceRule(chancesByRules(view.cues.roles))

/**
 * The roles in which a resident speaks, several at once, surest first, read from what the text says: cue words and a learned scorer together; Dutch and English.
 * `[]` when nothing in the text speaks of one. Source: the resident roles of the contract; own cues stacked under logistic regression, measured in the README.
 * @example readRoles(view, askLearned(view, null)).roles[0].role // of 'De stoep voor mijn winkel ligt open, mijn klanten blijven weg': 'ondernemer'
 */
export function readRoles(view: TextView, learned: Learned): { roles: { role: ResidentRole; confidence: number }[]; evidence: Evidence[] } {
  if (!isLearnedLanguage(view.language) || view.tokens.length === 0) return { roles: [], evidence: [] }
  const hits = view.cues.roles
  const logits = learned.logits('roles', chanceRule(chancesByRules(hits)))
  const roles = classesOf('roles')
    .map((role, at) => ({
      role: role as ResidentRole,
      confidence: Math.round(Math.min(MAX, 1 / (1 + Math.exp(-logits[at]!))) * 1000) / 1000,
    }))
    .filter(({ confidence }) => confidence >= FLOOR)
    .sort((a, b) => b.confidence - a.confidence || (a.role < b.role ? -1 : 1))
  return { roles, evidence: roles.flatMap(({ role }) => evidenceFor(view, role, hits, learned)) }
}

/** Words for people: the cues, else what the learned scorer heard most. */
function evidenceFor(view: TextView, role: ResidentRole, hits: readonly CueHit<ResidentRole>[], learned: Learned): Evidence[] {
  const label = `role:${role}`
  const cues = hits.filter((hit) => hit.label === role)
  const words = cues.length > 0 ? cues : learned.speakingFor('roles', role, EVIDENCE_WORDS)
  return words.length > 0 ? words.map(({ first, last }) => evidenceOf(view, label, first, last)) : [{ label, span: null, words: [] }]
}
