import { DEFAULT_TAXONOMY } from '@rumoer/contracts'
import { expect, test } from 'vitest'
import { createReader } from './create-reader.ts'
import { askLearned } from './learned/heads.ts'
import { readAspects } from './read-aspects.ts'
import { readKeywords } from './read-keywords.ts'
import { sentimentHits } from './sentiment-hits.ts'
import { viewText } from './text-view.ts'

const MIXED = 'De balie was vriendelijk, maar de wachttijd was belachelijk.'
const sidesOf = (text: string, language = 'nl') => {
  const view = viewText(text, language)
  const { keywords } = readKeywords(view)
  return readAspects({ view, hits: sentimentHits(view), learned: askLearned(view, null), foreign: 0, keywords })
}

test('a message that praises one thing and complains of another has a side for each, with its words', () => {
  const sides = sidesOf(MIXED)
  expect(sides.map(({ sentiment }) => sentiment.label)).toEqual(['positive', 'negative'])
  expect(sides.map(({ span }) => MIXED.slice(...span))).toEqual(['De balie was vriendelijk', 'maar de wachttijd was belachelijk'])
  expect(sides.map(({ about }) => about)).toEqual(['balie', 'wachttijd'])
})

test.each([
  'De balie was vriendelijk en snel, top geregeld!',
  'De container is weer vol en het stinkt verschrikkelijk.',
  'Waar kan ik grofvuil brengen?',
  '',
])('a message of one mind has no sides: %j', (text) => {
  expect(sidesOf(text)).toEqual([])
})

test('sides stand in order, do not overlap, and are there only when both feelings are', () => {
  const text = 'Super dat het zwembad open is! Alleen jammer van die smerige douches. De badmeester is wel een schat.'
  const sides = sidesOf(text)
  expect(new Set(sides.map(({ sentiment }) => sentiment.label))).toEqual(new Set(['positive', 'negative']))
  for (const [at, { span }] of sides.entries()) if (at > 0) expect(span[0]).toBeGreaterThanOrEqual(sides[at - 1]!.span[1])
  expect(sidesOf(MIXED, 'tr')).toEqual([])
})

test('the reading tells of sides only when there are some', () => {
  const read = createReader({ areas: [], places: [], taxonomy: DEFAULT_TAXONOMY })
  expect(read({ text: MIXED, channel: 'facebook' }).aspects).toHaveLength(2)
  expect(Object.hasOwn(read({ text: 'De lantaarnpaal is kapot' }), 'aspects')).toBe(false)
})
