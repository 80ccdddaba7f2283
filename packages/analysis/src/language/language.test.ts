import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitCompound } from './compounds.ts'
import { createCueFinder, cueKey } from './cue-trie.ts'
import { detectLanguage } from './detect-language.ts'
import { emojiPolarity } from './emoji-polarity.ts'
import { englishPolarityOf } from './english-polarity.ts'
import { LEXICON_SIZE, phraseAt, polarityOf } from './polarity.ts'
import { stemOf } from './stem.ts'
import { isStopWord } from './stop-words.ts'
import { termsOf, termsOfTokens, termsOfWord, wordsOfHashtag } from './terms.ts'
import { tokenise } from './tokens.ts'

const kindsOf = (text: string) => tokenise(text).map((token) => `${token.kind}:${token.lower}`)

describe('tokens', () => {
  it('keep Unicode words, contractions, abbreviations and drawn-out words together', () => {
    expect(kindsOf("Coördinatie 's-Hertogenbosch a.u.b. neeeee e-mail auto’s")).toEqual([
      'word:coördinatie',
      "word:'s-hertogenbosch",
      'word:aub',
      'word:nee',
      'word:e-mail',
      "word:auto's",
    ])
    expect(tokenise('Neeee #ZwerfAfval 😡').map((token) => token.lower)).toEqual(['nee', '#zwerfafval', '😡'])
  })
  it('tell hashtags, mentions, links, numbers, emoji and emoticons apart', () => {
    expect(kindsOf('#Vuil @jan https://voorbeeld.nl/a 12,5 👍🏽 :-( 🇳🇱 [naam]')).toEqual([
      'hashtag:#vuil',
      'mention:@jan',
      'url:https://voorbeeld.nl/a',
      'number:12,5',
      'emoji:👍🏽',
      'emoji::-(',
      'emoji:🇳🇱',
      'mention:[naam]',
    ])
  })
  it('are slices of the text, in order and without overlap, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        let end = 0
        for (const token of tokenise(text)) {
          expect(token.start).toBeGreaterThanOrEqual(end)
          expect(text.slice(token.start, token.end)).toBe(token.text)
          end = token.end
        }
      }),
    )
    expect(tokenise('')).toEqual([])
  })
})

describe('stems', () => {
  it.each([
    ['windmolens', 'windmolen'],
    ['scheve', 'scheef'],
    ['vieze', 'vies'],
    ['huizen', 'huis'],
    ['bankje', 'bank'],
    ['straatje', 'straat'],
    ['boompje', 'boom'],
    ['lantaarnpalen', 'lantaarnpaal'],
    ['stinkt', 'stinken'],
    ['kapotte', 'kapot'],
    ["foto's", 'foto'],
    ['containers', 'container'],
  ])('bring %s and %s together', (one, other) => {
    expect(stemOf(one)).toBe(stemOf(other))
  })
  it('leave the empty word and other scripts alone', () => {
    expect(stemOf('')).toBe('')
    expect(stemOf('مدينة')).toBe('مدينة')
    expect(stemOf('containers', 'en')).toBe('contain')
  })
})

describe('terms', () => {
  it('are distinct stems without stop words; compounds and hashtags whole and in parts', () => {
    expect(termsOf('Alweer grofvuil naast de container #GrofVuil')).toEqual(['grofvuil', 'grof', 'vuil', 'container'])
    expect(termsOfWord('jongerenoverlast', 'nl')).toEqual(['jongerenoverlast', 'jonger', 'overlast'])
    expect(termsOfTokens(tokenise('Honden en hond'), 'nl')).toEqual(['hond'])
    expect(termsOf('')).toEqual([])
  })
  it('leave masks, mentions, links and numbers out', () => {
    expect(termsOf('[naam] @jan https://voorbeeld.nl 112 [telefoon]')).toEqual([])
  })
  it('split compounds of known parts only, and hashtags on capitals', () => {
    expect(splitCompound('jongerenoverlast')).toEqual(['jongeren', 'overlast'])
    expect(splitCompound('straatverlichting')).toEqual(['straat', 'verlichting'])
    expect(splitCompound('rumoer')).toEqual([])
    expect(wordsOfHashtag('#ZwerfAfvalAssen')).toEqual(['Zwerf', 'Afval', 'Assen'])
    expect(wordsOfHashtag('#')).toEqual([])
  })
  it('know Dutch and English stop words', () => {
    expect(isStopWord('alweer', 'nl')).toBe(true)
    expect(isStopWord('je', 'nl')).toBe(true)
    expect(isStopWord('container', 'nl')).toBe(false)
    expect(isStopWord('the', 'en')).toBe(true)
  })
  it('never throw on any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => termsOf(text).every((term) => term !== '')))
  })
})

describe('polarity', () => {
  it('holds at least 900 Dutch words of our own', () => {
    expect(LEXICON_SIZE).toBeGreaterThanOrEqual(900)
  })
  it('finds inflections and compounds of known words', () => {
    expect(polarityOf('vieze')).toBe(-0.8)
    expect(polarityOf('mooie')).toBeGreaterThan(0)
    expect(polarityOf('geluidsoverlast')).toBeLessThan(0)
    expect(polarityOf('supermooi')).toBeGreaterThan(polarityOf('mooi'))
    expect(polarityOf('lantaarnpaal')).toBe(0)
    expect(polarityOf('')).toBe(0)
  })
  it('knows expressions, the longest first, and emoji in any skin tone', () => {
    expect(phraseAt(tokenise('Top geregeld!'), 0)).toEqual({ weight: 0.9, length: 2 })
    expect(phraseAt(tokenise('lantaarnpaal'), 0)).toBeNull()
    expect(emojiPolarity('👍🏽')).toBe(0.7)
    expect(emojiPolarity('🧮')).toBe(0)
    expect(englishPolarityOf('dirty')).toBe(-0.7)
  })
})

describe('cues', () => {
  it('match by stem, over a gap of up to five words, and never by a small word that only looks alike', () => {
    const find = createCueFinder([{ label: 'vol', weight: 1, cues: ['zit * vol'] }])
    const hits = find(tokenise('De container zit alweer vol').map(({ lower }) => cueKey(lower)))
    expect(hits).toEqual([{ label: 'vol', weight: 1, first: 2, last: 4 }])
    expect(find([])).toEqual([])
    expect(cueKey('containers')).toBe('container')
    expect(cueKey('bij')).not.toBe(cueKey('bijen'))
  })
})

describe('language', () => {
  it.each([
    ['Er ligt alweer afval naast de container', 'nl'],
    ['There is rubbish on the street again', 'en'],
    ['Die Straße ist seit Wochen gesperrt und niemand kümmert sich darum', 'de'],
    ['Les poubelles débordent depuis plusieurs semaines dans notre quartier', 'fr'],
    ['kapot', 'nl'],
    ['', 'nl'],
  ])('of %j is %s', (text, language) => {
    expect(detectLanguage(text, tokenise(text))).toBe(language)
  })
})
