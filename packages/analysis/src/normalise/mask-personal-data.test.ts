import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maskPersonalData } from './index.ts'
import { HARMLESS, NAMES, SECRETS, STREETS } from './mask-lines.ts'

const linesOf = (text: string) => text.split('\n').filter((line) => line !== '')
const plain = (line: string) => line.replace(/[«»]/g, '')
const secretsOf = (line: string) => [...line.matchAll(/«([^»]*)»/g)].map((match) => match[1]!)
const leaks = (line: string) => {
  const { text } = maskPersonalData(plain(line))
  return secretsOf(line).some((secret) => text.includes(secret) || text.replace(NO_SIGN, '').includes(secret.replace(NO_SIGN, '')))
}
const NO_SIGN = /[^\p{L}\p{N}]/gu
const RECALL = 0.99

describe('masking personal data', () => {
  const all = Object.entries(SECRETS).flatMap(([kind, lines]) => linesOf(lines).map((line) => ({ kind, line })))

  it('is tried on at least 150 adversarial lines and 60 harmless ones', () => {
    expect(all.length).toBeGreaterThanOrEqual(150)
    expect(linesOf(HARMLESS).length).toBeGreaterThanOrEqual(60)
  })

  it.each(Object.keys(SECRETS))('hides at least 99 in 100 of every %s', (kind) => {
    const lines = all.filter((entry) => entry.kind === kind).map((entry) => entry.line)
    const leaked = lines.filter(leaks)
    expect(1 - leaked.length / lines.length, leaked.join('\n')).toBeGreaterThanOrEqual(RECALL)
  })

  it('names the kind that it found in most lines', () => {
    const right = all.filter(({ kind, line }) => maskPersonalData(plain(line)).masked.some((entry) => entry.kind === kind))
    expect(
      right.length / all.length,
      all
        .filter((entry) => !right.includes(entry))
        .map((entry) => entry.line)
        .join('\n'),
    ).toBeGreaterThanOrEqual(RECALL)
  })

  it('leaves dates, times, amounts, postcodes, references and house numbers alone', () => {
    expect(linesOf(HARMLESS).filter((line) => maskPersonalData(line).text !== line)).toEqual([])
  })

  it('hides names of persons after a clear cue', () => {
    const lines = NAMES.replaceAll(',\n«', ', «').split('\n')
    expect(linesOf(lines.join('\n')).filter(leaks)).toEqual([])
  })

  it('keeps the names of streets, squares and places', () => {
    expect(linesOf(STREETS).filter((line) => maskPersonalData(line).text !== line)).toEqual([])
  })

  it('hides handles and profile links of persons, not those of the municipality', () => {
    const { text, masked } = maskPersonalData('@jan_jansen en @piet.p@mastodon.nl vragen @gemeenteassen, zie facebook.com/jan.jansen.12')
    expect(text).toBe('[account] en [account] vragen @gemeenteassen, zie [account]')
    expect(masked).toEqual([{ kind: 'account', count: 3 }])
  })

  it('counts what it hid, per kind', () => {
    expect(maskPersonalData('Bel 06-12345678')).toEqual({ text: 'Bel [telefoon]', masked: [{ kind: 'phone', count: 1 }] })
    expect(maskPersonalData('')).toEqual({ text: '', masked: [] })
  })

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom(...all.map((entry) => plain(entry.line)), ...linesOf(HARMLESS)), fc.string({ unit: 'binary' })), {
          maxLength: 4,
        }),
        (parts) => {
          const once = maskPersonalData(parts.join(' ')).text
          expect(maskPersonalData(once).text).toBe(once)
        },
      ),
      { numRuns: 500 },
    )
  })

  it.each([
    'a',
    '1',
    '@',
    'a.',
    'a@',
    '1 ',
    '0 ',
    '+31',
    'A1',
    '12-',
    'van de ',
    'Groet ',
    'ik ben A',
    'mijn naam is ',
    'J.',
    '[',
    '06 ',
    'NL91 ',
    '. - ',
    'é@é.',
    '1-a',
    'bsn ',
  ])('reads 20,000 characters of %j in well under a second', (part) => {
    const nasty = part.repeat(Math.ceil(20_000 / part.length))
    const startedAt = performance.now()
    maskPersonalData(nasty)
    expect(performance.now() - startedAt).toBeLessThan(400)
  })
})
