import { expect, test } from 'vitest'
import { aspectSet, judgeAspects } from './aspect-set.ts'

const text = 'Fijne balie, maar lang wachten.'
const truth = {
  id: 'a',
  channel: 'form',
  kind: 'mail' as const,
  text,
  aspects: [
    { text: 'Fijne balie', sentiment: 'positive' as const, about: 'balie' },
    { text: 'lang wachten', sentiment: 'negative' as const, about: 'wachten' },
  ],
}
const side = (from: number, to: number, label: 'negative' | 'positive') => ({
  about: '',
  span: [from, to] as [number, number],
  sentiment: { score: 0, label, confidence: 1 },
})

test('a side is found by one of its feeling that shares half its words, and counts once', () => {
  const guess = [side(0, 11, 'positive'), side(13, 30, 'negative'), side(18, 30, 'negative'), side(0, 11, 'negative')]
  expect(judgeAspects([{ truth, guess }])).toMatchObject({ mixedPrecision: 1, mixedRecall: 1, aspectPrecision: 0.5, aspectRecall: 1 })
  expect(
    judgeAspects([
      { truth, guess: [] },
      { truth: { ...truth, aspects: [] }, guess },
    ]),
  ).toMatchObject({ mixedPrecision: 0, aspectF1: 0 })
  expect(judgeAspects([])).toMatchObject({ mixedRecall: 0, aspectF1: 0 })
})

test('every side of the sets stands in its text, and half of the messages have none', async () => {
  for (const part of ['development', 'report'] as const) {
    const messages = await aspectSet(part)
    expect(messages.length).toBeGreaterThan(100)
    for (const { text: whole, aspects } of messages)
      for (const { text: words, about } of aspects) {
        expect(whole).toContain(words)
        expect(words).toContain(about)
      }
    expect(messages.filter(({ aspects }) => aspects.length === 0).length).toBeGreaterThan(40)
  }
})
