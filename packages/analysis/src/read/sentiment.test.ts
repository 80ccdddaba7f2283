import { describe, expect, it } from 'vitest'
import { tokenise } from '../language/tokens.ts'
import { mapSentences } from './sentence-map.ts'
import { sumSentiment } from './sentiment.ts'
import { sentimentHits } from './sentiment-hits.ts'
import { viewText } from './text-view.ts'

const scoreOf = (text: string, language = 'nl') => sumSentiment(sentimentHits(viewText(text, language))).score

describe('sentiment', () => {
  it('of nothing is neutral with score 0', () => {
    expect(sumSentiment([])).toEqual({ score: 0, label: 'neutral', confidence: 0.6 })
    expect(scoreOf('')).toBe(0)
    expect(sumSentiment([{ weight: 0.8, first: 0, last: 0 }]).label).toBe('positive')
  })
  it.each([
    ['mooi', 'niet mooi'],
    ['goed geholpen', 'niet goed geholpen'],
    ['Dit is een goed idee', 'Dit is geen goed idee'],
    ['Het is hier veilig', 'Het is hier nooit veilig'],
    ['lekker', 'allesbehalve lekker'],
    ['leuk was het', 'leuk was het niet'],
    ['De hulp was vriendelijk', 'De hulp was helemaal niet vriendelijk'],
  ])('turns from %j to %j', (positive, negative) => {
    expect(scoreOf(positive)).toBeGreaterThan(0)
    expect(scoreOf(negative)).toBeLessThan(0)
  })
  it('does not take a negated complaint for praise, and knows expressions', () => {
    expect(Math.abs(scoreOf('niet gevaarlijk'))).toBeLessThan(0.12)
    expect(scoreOf('geen probleem')).toBeGreaterThan(0)
    expect(scoreOf('het valt reuze mee')).toBeGreaterThan(0)
    expect(scoreOf('dit slaat nergens op')).toBeLessThan(-0.3)
  })
  it('tells the words and their weight after negation', () => {
    const hits = sentimentHits(viewText('niet mooi', 'nl'))
    expect(hits).toHaveLength(1)
    expect(hits[0]).toMatchObject({ first: 0, last: 1 })
    expect(hits[0]?.weight).toBeCloseTo(-0.72)
  })
  it('stops a negation at punctuation and at "maar"', () => {
    expect(scoreOf('Niet duur, mooi park')).toBeGreaterThan(0)
    expect(scoreOf('niet alleen mooi')).toBeGreaterThan(0)
    const hits = sentimentHits(viewText('niet groot maar prachtig', 'nl'))
    expect(hits.some((hit) => hit.weight > 1)).toBe(true)
  })
  it('weighs what comes after "maar" more than what comes before', () => {
    expect(scoreOf('mooi maar vies')).toBeLessThan(0)
    expect(scoreOf('vies maar mooi')).toBeGreaterThan(0)
  })
  it('hears strength: heel, een beetje, drawn-out letters, exclamation', () => {
    expect(scoreOf('heel mooi')).toBeGreaterThan(scoreOf('mooi'))
    expect(scoreOf('een beetje vies')).toBeGreaterThan(scoreOf('vies'))
    expect(scoreOf('viiiies')).toBeLessThan(scoreOf('vies'))
    expect(scoreOf('vies!')).toBeLessThan(scoreOf('vies'))
  })
  it('hears too much of anything as a complaint, but not "te doen"', () => {
    expect(scoreOf('er wordt te hard gereden')).toBeLessThan(0)
    expect(scoreOf('wat is er te doen')).toBe(0)
  })
  it('reads emoji in every language, and English by its own words', () => {
    expect(scoreOf('😡')).toBeLessThan(0)
    expect(scoreOf('👍🏽', 'tr')).toBeGreaterThan(0)
    expect(scoreOf('kapot', 'tr')).toBe(0)
    expect(scoreOf('The street is not clean', 'en')).toBeLessThan(0)
    expect(scoreOf('Very helpful staff', 'en')).toBeGreaterThan(0)
  })
})

describe('sentences', () => {
  it('end at full stops, marks and line ends, not at abbreviations', () => {
    const marks = (text: string) => mapSentences(text, tokenise(text)).sentences.map((sentence) => sentence.mark)
    expect(marks('Kapot! Wanneer?')).toEqual(['!', '?'])
    expect(marks('Burg. Reigerstraat is dicht')).toEqual([''])
    expect(marks('een\ntwee')).toEqual(['\n', ''])
    expect(marks('')).toEqual([])
  })
})
