import { expect, test } from 'vitest'
import { detectWording, type Mention } from './detect-wording.ts'
import { wordingSentence } from './wording-sentence.ts'

const HOUR = 3_600_000
const NOW = 100 * HOUR
const said = (agoHours: number, voice: string | null, urgentWords: string[], rumourWords: string[] = []): Mention => ({
  at: NOW - agoHours * HOUR,
  voice,
  urgentWords,
  rumourWords,
})
const dangerIn = (hours: number, ...mentions: Mention[]) => detectWording(mentions, NOW).find((one) => one.hours === hours)!.danger

test('a gas leak that two people smell is danger from two voices, with their words', () => {
  expect(dangerIn(6, said(1, 'a', ['Gaslucht', 'Direct']), said(2, 'b', ['gaslek']), said(3, 'b', ['gaslucht']))).toEqual({
    voices: 2,
    words: ['gaslucht', 'gaslek'],
  })
  expect(detectWording([{ at: 0, voice: 'a', urgentWords: ['Gaslucht'], rumourWords: [] }], 1)[0]).toEqual({
    hours: 1,
    danger: { voices: 1, words: ['gaslucht'] },
    rumour: { voices: 0, words: [] },
  })
})

test('what is urgent without danger to life is no danger, and neither is a lamp that does not burn', () => {
  expect(dangerIn(24, said(1, 'a', ['gevaarlijk']), said(1, 'b', ['spoed']), said(1, 'c', ['branden']), said(1, 'd', []))).toEqual({
    voices: 0,
    words: [],
  })
  expect(dangerIn(24, said(1, 'a', ['geen', 'stroom'])).words).toEqual(['geen stroom'])
})

test('one person who says it five times is one voice, people without a name are each one', () => {
  expect(dangerIn(6, ...Array.from({ length: 5 }, () => said(1, 'a', ['brand']))).voices).toBe(1)
  expect(dangerIn(6, said(1, null, ['brand']), said(1, null, ['brand'])).voices).toBe(2)
})

test('what was said before the window, or after now, does not count', () => {
  expect(dangerIn(6, said(6, 'a', ['brand']), said(-1, 'b', ['brand']), said(5.9, 'c', ['brand'])).voices).toBe(1)
})

test('a rumour is counted apart from danger', () => {
  const [, six] = detectWording([said(1, 'a', [], ['het', 'schijnt']), said(2, 'b', ['brand'], ['Ik', 'hoor', 'dat'])], NOW)
  expect(six).toEqual({ hours: 6, danger: { voices: 1, words: ['brand'] }, rumour: { voices: 2, words: ['hoor dat', 'schijnt'] } })
})

test('the sentence names who, when and three words at most', () => {
  expect(wordingSentence('danger', { voices: 2, words: ['gaslucht', 'brand'] }, 6)).toBe(
    '2 mensen spreken van gevaar in de laatste 6 uur: ‘gaslucht’, ‘brand’.',
  )
  expect(wordingSentence('rumour', { voices: 1, words: ['a', 'b', 'c', 'd'] }, 1)).toBe(
    'Iemand vertelt een gerucht in het laatste uur: ‘a’, ‘b’, ‘c’.',
  )
  expect(wordingSentence('rumour', { voices: 3, words: [] }, 24)).toBe('3 mensen vertellen een gerucht in de laatste 24 uur.')
})
