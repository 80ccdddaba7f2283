import { expect, test } from 'vitest'
import { tokenise } from '../language/tokens.ts'
import { wordOf } from './words.ts'

const word = (text: string, language = 'nl') => wordOf(tokenise(text)[0]!, language)

test('a word is looked up once per language, with all that is asked of it', () => {
  expect(word('Kapotte').stem).toBe('kapot')
  expect(word('kapotte')).toBe(word('KAPOTTE'))
  expect(word('niet')).toMatchObject({ isNegator: true, isStop: true, strength: 0 })
  expect(word('heel').strength).toBeGreaterThan(1)
  expect(word('beetje').strength).toBeLessThan(1)
  expect(word('speeltuinhek').parts).toHaveLength(2)
  expect(word('hek').parts).toEqual([])
  expect(word('not', 'en')).toMatchObject({ isNegator: true })
  expect(word('not', 'nl').isNegator).toBe(false)
})

test('a hashtag is its word, and what is no word says nothing', () => {
  expect(word('#ratten')).toBe(word('ratten'))
  for (const text of ['3', '[naam]', '🙂', 'https://voorbeeld.example'])
    expect(word(text)).toMatchObject({ lower: '', stem: '', polarity: 0 })
})
