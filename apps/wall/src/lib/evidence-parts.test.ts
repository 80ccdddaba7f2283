import { describe, expect, it } from 'vitest'
import { evidenceParts } from './evidence-parts.ts'

describe('the words that led to a reading', () => {
  it('are marked in place, also where two readings share a word', () => {
    const parts = evidenceParts('De kraan is bruin', [
      { label: 'category', span: [3, 8], words: ['kraan'] },
      { label: 'sentiment', span: [12, 17], words: ['bruin'] },
      { label: 'facet:symptom', span: [12, 17], words: ['bruin'] },
      { label: 'keyword:is', span: [9, 11], words: ['is'] },
    ])
    expect(parts.map((part) => [part.text, part.labels])).toEqual([
      ['De ', []],
      ['kraan', ['category']],
      [' is ', []],
      ['bruin', ['sentiment', 'facet:symptom']],
    ])
  })

  it('never lose or double a letter, whatever the spans', () => {
    const text = 'Straatlamp 💡 kapot'
    const parts = evidenceParts(text, [
      { label: 'a', span: [0, 999], words: [] },
      { label: 'b', span: [5, 2], words: [] },
      { label: 'c', span: [3, 14], words: [] },
      { label: 'd', span: null, words: [] },
    ])
    expect(parts.map((part) => part.text).join('')).toBe(text)
  })

  it('of an empty text there are none', () => {
    expect(evidenceParts('', [])).toEqual([])
  })
})
