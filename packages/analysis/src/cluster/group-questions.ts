import { messageTerms } from './message-terms.ts'

/** A question as it was asked, in time order. */
export type AskedQuestion = { id: string; question: string; language: string | null }
/** Questions that ask the same; `question` is the one that the others are most like. */
export type QuestionGroup = { question: string; ids: readonly string[] }

/** What is asked for: a time and a place are two questions, whatever else they share. */
const ASKS: readonly [string, RegExp][] = [
  ['when', /\b(?:wanneer|hoe ?lang|hoe laat|tot wanneer|sinds wanneer|welke dag|when|how long)\b/i],
  ['how-much', /\b(?:hoeveel|wat kost|wat zijn de kosten|how much|how many)\b/i],
  ['why', /\b(?:waarom|hoezo|waardoor|why)\b/i],
  ['where', /\b(?:waar|waarheen|waarnaartoe|where)\b/i],
  ['who', /\b(?:wie|bij wie|welke afdeling|who)\b/i],
]
/** Cosine from which two questions ask the same. */
const SAME = 0.6
const MEMBERS_COMPARED = 8

type Asked = AskedQuestion & { asks: string; weights: ReadonlyMap<string, number>; length: number }
type Group = { asks: string; members: Asked[] }

const asksFor = (question: string) => ASKS.find(([, pattern]) => pattern.test(question))?.[0] ?? 'whether'

function weigh(asked: readonly AskedQuestion[]): Asked[] {
  const terms = asked.map(({ question, language }) => messageTerms({ text: question, language: language ?? 'nl' }).terms)
  const counts = new Map<string, number>()
  for (const own of terms) for (const term of own) counts.set(term, (counts.get(term) ?? 0) + 1)
  return asked.map((one, at) => {
    const weights = new Map(terms[at]!.map((term) => [term, Math.log(1 + (asked.length + 1) / counts.get(term)!)]))
    const length = Math.sqrt([...weights.values()].reduce((sum, weight) => sum + weight * weight, 0))
    return { ...one, asks: asksFor(one.question), weights, length }
  })
}

function likeness(a: Asked, b: Asked): number {
  if (a.length === 0 || b.length === 0) return 0
  let dot = 0
  for (const [term, weight] of a.weights) if (b.weights.has(term)) dot += weight * weight
  return dot / (a.length * b.length)
}

/** The member that the others are most like; the earliest of equals. */
function spokesman(members: readonly Asked[]): Asked {
  const compared = members.slice(0, MEMBERS_COMPARED)
  const sums = compared.map((one) => compared.reduce((sum, other) => sum + likeness(one, other), 0))
  return compared[sums.indexOf(Math.max(...sums))]!
}

/**
 * Counts near-identical questions together: same kind of answer asked for (when, where, why, who, how much, whether) and a cosine of at least 0.6 of their
 * rarity-weighted terms with a question of the group; each goes to its best group, or opens one. Most asked first, then longest ago. Questions without a
 * content word stay alone. Cost: questions × those that share a term. Source: leader clustering (Hartigan 1975) over tf × idf.
 * @example groupQuestions([{ id: '1', question: 'Wanneer wordt de container geleegd?', language: 'nl' }]) // one group of one
 */
export function groupQuestions(asked: readonly AskedQuestion[]): QuestionGroup[] {
  const groups: Group[] = []
  const byTerm = new Map<string, Set<Group>>()
  for (const one of weigh(asked)) {
    let best: { group: Group; likeness: number } | null = null
    const candidates = new Set([...one.weights.keys()].flatMap((term) => [...(byTerm.get(term) ?? [])]))
    for (const group of candidates) {
      if (group.asks !== one.asks) continue
      const likest = Math.max(...group.members.slice(0, MEMBERS_COMPARED).map((member) => likeness(one, member)))
      if (likest >= SAME && (best === null || likest > best.likeness)) best = { group, likeness: likest }
    }
    const group: Group = best?.group ?? { asks: one.asks, members: [] }
    if (best === null) groups.push(group)
    group.members.push(one)
    for (const term of one.weights.keys()) {
      const held = byTerm.get(term)
      if (held) held.add(group)
      else byTerm.set(term, new Set([group]))
    }
  }
  return groups
    .sort((a, b) => b.members.length - a.members.length)
    .map(({ members }) => ({ question: spokesman(members).question, ids: members.map(({ id }) => id) }))
}
