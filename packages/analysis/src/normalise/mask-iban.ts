/** Length of an IBAN per country (ISO 13616), for the countries that residents bank in. */
const LENGTHS: Readonly<Record<string, number>> = {
  NL: 18,
  BE: 16,
  DE: 22,
  FR: 27,
  GB: 22,
  LU: 20,
  ES: 24,
  IT: 27,
  PL: 28,
  PT: 25,
  AT: 20,
  CH: 21,
  DK: 18,
  SE: 24,
  NO: 15,
  FI: 18,
  IE: 22,
  TR: 26,
  RO: 24,
  BG: 22,
  CZ: 24,
  SK: 24,
  HU: 28,
  GR: 27,
  LT: 20,
  LV: 21,
  EE: 20,
  HR: 21,
  SI: 19,
  MA: 28,
  CY: 28,
  MT: 31,
  IS: 26,
  UA: 29,
}
const START = /(?:(?<![\p{L}\p{N}])|(?<=IBAN))([A-Za-z]) ?([A-Za-z])[ .-]?\d[ .-]?\d/gu
const SEPARATOR = /[ .\-\u00A0\u2011]/
const MAX_SEPARATORS = 3
/** Bank codes have four letters, some accounts a few more; a sentence has many. */
const MOST_LETTERS = 8

/** Remainder of a written-out number by 97, digit by digit: letters count 10 to 35. */
function remainder97(iban: string): number {
  let rest = 0
  for (const character of iban.slice(4) + iban.slice(0, 4)) {
    const value = Number.parseInt(character, 36)
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97
  }
  return rest
}

const lettersOf = (iban: string) => iban.replace(/\d/g, '').length

/** End of the IBAN that starts at `from`, or -1. Up to three blanks, dots or hyphens may stand between two characters. */
function endOfIban(text: string, from: number, length: number): number {
  let iban = ''
  let separators = 0
  for (let at = from; at < text.length; at++) {
    const character = text[at]!
    if (/[A-Za-z0-9]/.test(character)) {
      iban += character.toUpperCase()
      separators = 0
      if (iban.length < length) continue
      const next = text[at + 1]
      return (next === undefined || !/[\p{L}\p{N}]/u.test(next)) && lettersOf(iban) <= MOST_LETTERS && remainder97(iban) === 1 ? at + 1 : -1
    }
    separators += 1
    if (!SEPARATOR.test(character) || separators > MAX_SEPARATORS) return -1
  }
  return -1
}

/** IBANs that pass mod 97, in any case and grouping. */
export function maskIban(text: string, found: () => void): string {
  let masked = ''
  let done = 0
  for (const match of text.matchAll(START)) {
    const length = LENGTHS[(match[1]! + match[2]!).toUpperCase()]
    if (length === undefined || match.index < done) continue
    const end = endOfIban(text, match.index, length)
    if (end < 0) continue
    found()
    masked += `${text.slice(done, match.index)}[iban]`
    done = end
  }
  return done === 0 ? text : masked + text.slice(done)
}
