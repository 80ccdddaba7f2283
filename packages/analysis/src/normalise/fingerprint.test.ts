import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fingerprint } from './index.ts'

function distance(left: string, right: string): number {
  const bits = (BigInt(`0x${left}`) ^ BigInt(`0x${right}`)).toString(2)
  return bits.replaceAll('0', '').length
}
const POST =
  'Er ligt alweer grofvuil naast de container in de Lindestraat, al weken. Wanneer wordt dit eindelijk eens opgeruimd? Het stinkt enorm en de meeuwen trekken alles open.'

describe('the near-duplicate fingerprint', () => {
  it('is sixteen hex digits, and nothing for no text', () => {
    expect(fingerprint(POST)).toMatch(/^[0-9a-f]{16}$/)
    expect(fingerprint('')).toBe('')
    expect(fingerprint('  ')).toBe('')
  })
  it('does not look at case, punctuation, links and mentions', () => {
    expect(fingerprint('Boom omgewaaid!')).toBe(fingerprint('boom omgewaaid'))
    expect(fingerprint(`RT @buurt: ${POST} https://voorbeeld.nl/1`)).toBe(fingerprint(POST))
  })
  it('is near for a text with a word changed, and far for another text', () => {
    expect(distance(fingerprint(POST), fingerprint(POST.replace('alweer', 'weer')))).toBeLessThanOrEqual(12)
    expect(
      distance(
        fingerprint(POST),
        fingerprint('De bibliotheek is maandag gesloten vanwege een studiedag van het personeel en de verhuizing.'),
      ),
    ).toBeGreaterThan(18)
  })
  it('is a function of the text alone, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(fingerprint(text)).toMatch(text.trim() === '' ? /^$/ : /^[0-9a-f]{16}$/)
        expect(fingerprint(text)).toBe(fingerprint(text))
      }),
    )
  })
})
