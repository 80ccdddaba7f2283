import { windowWords } from './window-words.ts'

/**
 * One Dutch sentence on more voices than usual in an area, with its numbers. Less than one expected is told as such: people do not count tenths.
 *
 * @example outbreakSentence({ voices: 6, expected: 0.2, windowHours: 24, category: 'Zwerfvuil', area: 'Havenkwartier' })
 * // '6 mensen over Zwerfvuil in Havenkwartier in de laatste 24 uur; gewoon is minder dan 1.'
 */
export function outbreakSentence(facts: { voices: number; expected: number; windowHours: number; category: string; area: string }): string {
  const { voices, expected, windowHours, category, area } = facts
  const usual =
    expected < 1 ? 'gewoon is minder dan 1' : `gewoon ${Math.round(expected) === 1 ? 'is dat er 1' : `zijn dat er ${Math.round(expected)}`}`
  return `${voices} mensen over ${category} in ${area} ${windowWords(windowHours)}; ${usual}.`
}
