import { DEFAULT_TAXONOMY, MESSAGE_KINDS } from '@rumoer/contracts'
import { describe, expect, it } from 'vitest'
import { compilePattern } from './compile-pattern.ts'
import { CHATTER_SUBJECTS, SUBJECTS, TOWN_SUBJECTS } from './subjects.ts'

describe('the subjects', () => {
  it('are at least 600 different patterns over at least 40 subjects with ids of their own', () => {
    const texts = SUBJECTS.flatMap(({ patterns }) => patterns.map(({ text }) => text))
    expect(new Set(texts).size).toBeGreaterThanOrEqual(600)
    expect(texts.filter((text, i) => texts.indexOf(text) !== i)).toEqual([])
    expect(TOWN_SUBJECTS.length).toBeGreaterThanOrEqual(40)
    expect(new Set(SUBJECTS.map(({ id }) => id)).size).toBe(SUBJECTS.length)
    expect(CHATTER_SUBJECTS.length).toBeGreaterThan(0)
  })

  it('all stand in a category of Signalen', () => {
    const known = DEFAULT_TAXONOMY.categories.flatMap(({ slug, subcategories }) => subcategories.map((sub) => `${slug}/${sub.slug}`))
    for (const { id, category } of SUBJECTS) expect(known, id).toContain(`${category.main}/${category.sub}`)
  })

  it('only leave places open that can be filled, and have words for kinds that exist', () => {
    for (const { id, patterns } of SUBJECTS)
      for (const pattern of patterns) {
        expect(() => compilePattern(pattern), id).not.toThrow()
        expect(pattern.kinds.length, pattern.text).toBeGreaterThan(0)
        for (const kind of pattern.kinds) expect(MESSAGE_KINDS).toContain(kind)
      }
  })

  it('refuses a pattern with a place that no one can fill', () => {
    expect(() => compilePattern({ text: 'Bij de {fontein} ligt glas', kinds: ['post'], mood: 'neutral', traits: [] })).toThrow('{fontein}')
  })

  it('include the brown water that the demo day needs, on enough kinds', () => {
    const kinds = new Set(SUBJECTS.find(({ id }) => id === 'bruin-water')?.patterns.flatMap((pattern) => pattern.kinds))
    expect([...kinds].sort()).toEqual([...MESSAGE_KINDS].sort())
  })
})
