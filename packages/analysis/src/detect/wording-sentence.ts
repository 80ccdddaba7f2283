import type { Spoken } from './detect-wording.ts'
import { windowWords } from './window-words.ts'

const MOST_WORDS = 3
const SAYS = {
  danger: ['spreekt van gevaar', 'spreken van gevaar'],
  rumour: ['vertelt een gerucht', 'vertellen een gerucht'],
} as const

/**
 * One Dutch sentence on who speaks of danger or tells a rumour, with at most three of their words.
 *
 * @example wordingSentence('danger', { voices: 2, words: ['gaslucht', 'brand'] }, 6) // '2 mensen spreken van gevaar in de laatste 6 uur: ‘gaslucht’, ‘brand’.'
 */
export function wordingSentence(kind: keyof typeof SAYS, { voices, words }: Spoken, hours: number): string {
  const [one, several] = SAYS[kind]
  const who = voices === 1 ? `Iemand ${one}` : `${voices} mensen ${several}`
  const quoted = words.slice(0, MOST_WORDS).map((word) => `‘${word}’`)
  return `${who} ${windowWords(hours)}${quoted.length > 0 ? `: ${quoted.join(', ')}` : ''}.`
}
