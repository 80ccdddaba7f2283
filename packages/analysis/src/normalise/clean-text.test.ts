import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanText } from './index.ts'

describe('cleaning text', () => {
  it('composes letters, decodes entities and drops tags', () => {
    expect(cleanText(' Caf\u0065\u0301 &amp; <b>terras</b> ')).toBe('Café & terras')
    expect(cleanText('<p>Beste gemeente,</p><p>het licht is <i>uit</i> &#8364;5 &euml;</p>')).toBe('Beste gemeente, het licht is uit €5 ë')
  })
  it('drops scripts and styles with what is in them', () => {
    expect(cleanText('<style>p{color:red}</style>Boom om<script>alert("x")</script>')).toBe('Boom om')
  })
  it('keeps a comparison and a heart', () => {
    expect(cleanText('5 < 6 en <3 Assen')).toBe('5 < 6 en <3 Assen')
  })
  it('takes control, invisible and direction characters off and keeps joined emoji', () => {
    expect(cleanText('\u0000a\u202Eb\u200B \uFEFF👨‍👩‍👧\u0007')).toBe('ab 👨‍👩‍👧')
  })
  it('folds blanks, and keeps one line end of many', () => {
    expect(cleanText('een\t  twee\r\n\r\n  drie\u00A0vier ')).toBe('een twee\ndrie vier')
    expect(cleanText('')).toBe('')
    expect(cleanText(' \n ')).toBe('')
  })
  it('gives well-formed NFC text for any input, and changes nothing the second time', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc
            .array(fc.constantFrom('&', 'amp;', '<', 'b', '>', '&#0;', ' ', '\n', 'e\u0301', '\uD800', '</script', 'lt;'))
            .map((parts) => parts.join('')),
        ),
        (text) => {
          const clean = cleanText(text)
          expect(clean.isWellFormed()).toBe(true)
          expect(clean.normalize('NFC')).toBe(clean)
          expect(cleanText(clean)).toBe(clean)
        },
      ),
      { numRuns: 500 },
    )
  })
  it.each(['<', '<script', '&', '&amp;', '&#', ' ', '\n ', '<a '])('cleans 20,000 characters of %j in well under a second', (part) => {
    const startedAt = performance.now()
    cleanText(part.repeat(20_000 / part.length))
    expect(performance.now() - startedAt).toBeLessThan(400)
  })
})
