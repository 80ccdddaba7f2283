import { expect, test } from 'vitest'
import { tokenise } from '../language/tokens.ts'
import { namesInText } from './names-in-text.ts'
import { titlePhrase } from './title-phrase.ts'

const phrase = (text: string, places: string[] = []) => titlePhrase(text, tokenise(text), 'nl', () => 1, new Set(places))
const names = (text: string) =>
  tokenise(text)
    .filter((_, at) => namesInText(text, tokenise(text))[at])
    .map(({ lower }) => lower)

test('a phrase is the telling part of one clause', () => {
  expect(phrase('Bij ons komt er bruin water uit de kraan')).toBe('Bruin water uit de kraan')
  expect(phrase('Bruin water uit de kraan in het Havenkwartier', ['havenkwartier'])).toBe('Bruin water uit de kraan')
  expect(phrase('Hallo allemaal!')).toBeNull()
  expect(phrase('')).toBeNull()
})

test('a phrase names a thing: it neither begins nor ends with a verb, an adverb or a pronoun', () => {
  expect(phrase('Mag een ruiter dat zomaar laten liggen')).toBe('Ruiter')
  expect(phrase('Er staat weer een kapotte fiets in de sloot')).toBe('Kapotte fiets in de sloot')
  expect(phrase('De buren blokkeren de stoep')).toBe('Buren blokkeren')
})

test('names are seen by first name, form of address and capitals, and places are not names', () => {
  expect(names('Bel meneer de Vries')).toEqual(['vries'])
  expect(names('Volgens jan bakker gaat het mis')).toEqual(['jan', 'bakker'])
  expect(names('Gisteren schold Kowalski ons uit in de Kerkstraat')).toEqual(['kowalski'])
  expect(names('Lantaarnpaal kapot')).toEqual([])
})
