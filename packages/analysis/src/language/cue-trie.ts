import { stemOf } from './stem.ts'
import { isStopWord } from './stop-words.ts'

/** A cue found: its label and weight (0 to 1, or any scale of the caller), and the tokens `[first, last]` that led to it. */
export type CueHit<Label> = { label: Label; weight: number; first: number; last: number }
export type CueList<Label> = readonly { label: Label; weight: number; cues: readonly string[] }[]

type Node<Label> = { next: Map<string, Node<Label>>; gap: Node<Label> | null; ends: { label: Label; weight: number }[] }
const GAP = '*'
const GAP_TOKENS = 5
/** Forms of one small verb count as one word in cues. */
const VERBS = new Map(
  'doe doet doen deed deden gedaan|ga gaat gaan ging gingen|kan kun kunt kunnen kon konden|wil wilt willen wilde wilden|heb hebt heeft hebben had hadden|kom komt komen kwam kwamen|krijg krijgt krijgen|sta staat staan stond stonden|zit zitten|word wordt worden|moet moeten moest moesten|zou zouden|zie ziet zien|maak maakt maken|zeg zegt zeggen|laat laten|is zijn was waren ben|ligt liggen lig lag lagen'
    .split('|')
    .flatMap((forms) => forms.split(' ').map((form) => [form, `=${forms.split(' ')[0]}`] as const)),
)

/**
 * What a word is matched by in cues: its stem, but small words as they are, behind "=", so that "bij" never meets "bijen".
 * @example cueKey('containers') // 'container'
 */
export function cueKey(lower: string, language = 'nl'): string {
  const verb = VERBS.get(lower)
  if (verb !== undefined) return verb
  return isStopWord(lower, language) ? `=${lower}` : stemOf(lower, language)
}

const newNode = <Label>(): Node<Label> => ({ next: new Map(), gap: null, ends: [] })

function add<Label>(root: Node<Label>, cue: string, label: Label, weight: number): void {
  let node = root
  for (const word of cue.split(' ')) {
    if (word === GAP) {
      node.gap ??= newNode()
      node = node.gap
      continue
    }
    const stem = cueKey(word)
    let next = node.next.get(stem)
    if (!next) {
      next = newNode()
      node.next.set(stem, next)
    }
    node = next
  }
  node.ends.push({ label, weight })
}

/**
 * Builds a finder of cues: expressions of one or more words that match by stem, so that "ligt vol" also finds "lag vol".
 * `*` in a cue stands for up to five words. The finder takes the `cueKey` of a text's tokens ('' where a token is no word)
 * and gives every match, in order of first token; `[]` for no tokens. Building costs time, finding is linear for short gaps.
 * @example createCueFinder([{ label: 'vol', weight: 1, cues: ['zit * vol'] }])(['zit', 'alweer', 'vol']) // one hit, tokens 0 to 2
 */
export function createCueFinder<Label>(lists: CueList<Label>): (stems: readonly string[]) => CueHit<Label>[] {
  const root: Node<Label> = newNode()
  for (const { label, weight, cues } of lists) for (const cue of cues) add(root, cue.trim(), label, weight)
  return (stems) => {
    const hits: CueHit<Label>[] = []
    const walk = (node: Node<Label>, first: number, at: number) => {
      for (const { label, weight } of node.ends) hits.push({ label, weight, first, last: at - 1 })
      const stem = stems[at]
      const next = stem === undefined ? undefined : node.next.get(stem)
      if (next) walk(next, first, at + 1)
      if (node.gap)
        for (let skip = 0; skip <= GAP_TOKENS; skip++) {
          const after = stems[at + skip]
          const found = after === undefined ? undefined : node.gap.next.get(after)
          if (found) walk(found, first, at + skip + 1)
        }
    }
    for (let first = 0; first < stems.length; first++) {
      const next = root.next.get(stems[first]!)
      if (next) walk(next, first, first + 1)
    }
    return hits
  }
}
