import { createCueFinder, cueKey } from '../language/cue-trie.ts'
import { DANGER_WORDS, RUMOUR_WORDS } from './alarm-words.ts'

/**
 * A message that was read as urgent or as a rumour (or as both), with the words that led to it. A null voice is one of its own. Milliseconds
 * since 1970.
 */
export type Mention = { at: number; voice: string | null; urgentWords: readonly string[]; rumourWords: readonly string[] }
/** Independent voices, and the words that they used, most used first. */
export type Spoken = { voices: number; words: readonly string[] }
export type Wording = { hours: number; danger: Spoken; rumour: Spoken }

const HOUR_MS = 3_600_000
const WINDOWS_HOURS = [1, 6, 24] as const
const FINDERS = { danger: createCueFinder(DANGER_WORDS), rumour: createCueFinder(RUMOUR_WORDS) }
/** A lamp that does not burn has the stem of a fire. */
const NO_DANGER = new Set(['branden', 'brandend', 'brandende'])

/**
 * How many independent voices speak of danger (fire, gas, violence, water, power, what collapses) and how many tell a rumour, in windows of 1, 6
 * and 24 hours that end now.
 *
 * A mention counts when its words hold one of a short list: most of what is urgent (a loose tile, a wasps' nest) is no danger that cannot wait.
 * A voice counts once however often it speaks. No mentions give no voices and no words. There is no test against a normal: an emergency has none.
 *
 * @example detectWording([{ at: 0, voice: 'a', urgentWords: ['Gaslucht'], rumourWords: [] }], 1)[0] // { hours: 1, danger: { voices: 1, words: ['gaslucht'] }, … }
 *
 * Source: own word lists; floors on distinct voices stand in the rules.
 */
export function detectWording(mentions: readonly Mention[], now: number): Wording[] {
  return WINDOWS_HOURS.map((hours) => {
    const inside = mentions.filter(({ at }) => at <= now && at > now - hours * HOUR_MS)
    return {
      hours,
      danger: spokenOf(inside, 'danger', ({ urgentWords }) => urgentWords),
      rumour: spokenOf(inside, 'rumour', ({ rumourWords }) => rumourWords),
    }
  })
}

function spokenOf(mentions: readonly Mention[], kind: keyof typeof FINDERS, wordsOf: (mention: Mention) => readonly string[]): Spoken {
  const named = new Set<string>()
  const counts = new Map<string, number>()
  let nameless = 0
  for (const mention of mentions) {
    const said = alarmWords(wordsOf(mention), kind)
    if (said.size === 0) continue
    if (mention.voice === null) nameless += 1
    else named.add(mention.voice)
    for (const word of said) counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  const words = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([word]) => word)
  return { voices: named.size + nameless, words }
}

function alarmWords(words: readonly string[], kind: keyof typeof FINDERS): Set<string> {
  const lower = words.map((word) => word.toLowerCase()).filter((word) => !NO_DANGER.has(word))
  return new Set(FINDERS[kind](lower.map((word) => cueKey(word))).map(({ first, last }) => lower.slice(first, last + 1).join(' ')))
}
