import { DEFAULT_TAXONOMY } from '@rumoer/contracts'
import { lindehaven } from '@rumoer/simulator'
import { describe, expect, test } from 'vitest'
import { maskingSet } from './masking-set.ts'
import { municipalSet } from './municipal-set.ts'

const PARTS = ['training', 'development', 'report'] as const
const ALIKE = 0.6
const SHORT = 4
const categories = new Set([
  'unknown/unknown',
  ...DEFAULT_TAXONOMY.categories.flatMap((main) => main.subcategories.map((sub) => `${main.slug}/${sub.slug}`)),
])
const buurten = new Set(lindehaven().buurten.map(({ code }) => code))
const wordsOf = (text: string) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])

describe.each(PARTS)('the %s part of our own messages', (part) => {
  test('speaks the words of the contract, each message once', async () => {
    const messages = await municipalSet(part)
    expect(new Set(messages.map(({ id }) => id)).size).toBe(messages.length)
    for (const { id, main, sub, places, question, facets, text } of messages) {
      expect(categories, id).toContain(`${main}/${sub}`)
      for (const place of places) expect(buurten, id).toContain(place)
      expect(question !== null, id).toBe(facets.includes('question'))
      if (question !== null) expect(text, id).toContain(question)
    }
  })
})

test('the halves are large enough together, and the report half has a line for every main category', async () => {
  const report = await municipalSet('report')
  expect(report.length + (await municipalSet('development')).length).toBeGreaterThanOrEqual(1_200)
  expect(new Set(report.map(({ main }) => main)).size).toBe(DEFAULT_TAXONOMY.categories.length + 1)
})

test('nothing that is trained on is near to what is reported on', async () => {
  const report = (await municipalSet('report')).map(({ text }) => wordsOf(text))
  const byWord = new Map<string, number[]>()
  report.forEach((words, at) => {
    for (const word of words) byWord.set(word, [...(byWord.get(word) ?? []), at])
  })
  const near = [...(await municipalSet('training')), ...(await municipalSet('development'))].filter(({ text }) => {
    const words = wordsOf(text)
    if (words.size < SHORT) return false
    const shared = new Map<number, number>()
    for (const word of words) for (const at of byWord.get(word) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1)
    return [...shared].some(([at, count]) => count / (words.size + report[at]!.size - count) > ALIKE)
  })
  expect(near.map(({ id }) => id)).toEqual([])
})

test('every line for masking holds what it says must be hidden and kept', async () => {
  const lines = [...(await maskingSet('development')), ...(await maskingSet('report'))]
  expect(lines.length).toBeGreaterThan(500)
  for (const { text, hidden, kept } of lines)
    for (const part of [...hidden.map(({ value }) => value), ...kept]) expect(text).toContain(part)
})
