const RUN = /\d+(?:(?:[ \u00A0]{1,2}|[.\-/–]| [-–] )\d+)*/g
/** Numbers that anybody may call. */
const PUBLIC_NUMBER = /^0(?:800|90[069]|88)\b/
const CUE = /(?:bsn|burgerservicenummer|burger ?service ?nummer|sofi(?:-?nummer)?|persoonsnummer)[^\d\n[\]]{0,25}$/i
const OTHER_NUMBER =
  /(?:melding(?:s?-?nummer)?|meldnummer|zaak(?:s?-?nummer)?|kenmerk|ticket(?:nummer)?|dossier(?:nummer)?|referentie(?:nummer)?|ref|order(?:nummer)?|factuur(?:nummer)?|kvk(?:-?nummer)?|barcode|artikel(?:nummer)?|track ?(?:and|&) ?trace|sig|id)[ .:#=-]{0,4}(?:nr|no|nummer|is)?[ .:#=-]{0,3}$/i
const AMOUNT_BEFORE = /(?:€|eur|euro)\s?$/i
const AMOUNT_AFTER = /^(?:,\d|\s?(?:€|euro|eur\b|inwoners|bezoekers|mensen|personen|m2|m²|km|kilo|kwh|liter))/i
const CONTEXT = 45
/** Ways in which people group eight or nine digits; two dots groups of three are also an amount, the context tells. */
const GROUPINGS = new Set([
  '9',
  '8',
  '3-3-3',
  '2-3-3',
  '4-2-3',
  '4-2-2',
  '3-3-2',
  '2-2-2-3',
  '2-2-2-2',
  '3-2-2-2',
  '2-2-3-2',
  '3-2-4',
  '4-3-2',
  '3-2-3',
  '2-3-4',
  '5-4',
  '4-5',
  '3-6',
  '6-3',
  '4-4',
  '4-4-1',
  '2-2-2-2-1',
  '5-2-2',
  '1-2-3-3',
  '2-2-5',
  '1-4-4',
  '1-8',
])

/** The eleven-test: 9·a + 8·b + … + 2·h − i divides by 11. Eight digits get a zero in front. */
function passesElevenTest(digits: string): boolean {
  const nine = digits.padStart(9, '0')
  if (/^(\d)\1+$/.test(nine) || nine.startsWith('000')) return false
  let sum = -Number(nine[8])
  for (let at = 0; at < 8; at++) sum += (9 - at) * Number(nine[at])
  return sum % 11 === 0
}

/** "09.00-17.30" as digits in pairs. */
const isTimes = (groups: readonly string[]) =>
  groups.length === 4 && groups.every((group, at) => group.length === 2 && +group < (at % 2 === 0 ? 25 : 60))

const isRound = (groups: readonly string[]) => groups.at(-1) === '000'

function isDate(groups: readonly string[]): boolean {
  const digits = groups.join('')
  const isDay = (day: string, month: string, year: string) =>
    +day >= 1 && +day <= 31 && +month >= 1 && +month <= 12 && /^(?:19|20)/.test(year)
  if (digits.length !== 8) return false
  return isDay(digits.slice(0, 2), digits.slice(2, 4), digits.slice(4)) || isDay(digits.slice(6), digits.slice(4, 6), digits.slice(0, 4))
}

const isAllowedGrouping = (groups: readonly string[]) =>
  GROUPINGS.has(groups.map((group) => group.length).join('-')) || (groups.length >= 8 && groups.every((group) => group.length === 1))

type Group = { text: string; start: number; end: number }

/** The same sign between all groups, and nothing that begins as a date does. */
function isEven(text: string, groups: readonly Group[]): boolean {
  const signs = new Set(groups.slice(1).map((group, at) => text.slice(groups[at]!.end, group.start)))
  return signs.size <= 1 && !isDate(groups.slice(0, 3).map((group) => group.text))
}

/** Number of groups from `first` on that make up a BSN; 0 when they do not. Nine digits are tried before eight. Groups before `free` are masked already. */
function bsnGroups(text: string, groups: readonly Group[], free: number, first: number): number {
  const before = text.slice(Math.max(0, groups[first]!.start - CONTEXT), groups[first]!.start)
  const cued = CUE.test(before)
  if (!cued && (/[\p{L}\p{N}][-_/]?$/u.test(before) || OTHER_NUMBER.test(before) || AMOUNT_BEFORE.test(before))) return 0
  for (const wanted of [9, 8]) {
    let digits = 0
    for (let count = 1; first + count <= groups.length && digits < wanted; count++) {
      digits += groups[first + count - 1]!.text.length
      if (digits !== wanted) continue
      const taken = groups.slice(first, first + count)
      const parts = taken.map((group) => group.text)
      const after = text.slice(taken.at(-1)!.end, taken.at(-1)!.end + 12)
      const isWhole = first === free && first + count === groups.length
      if (/^\p{L}/u.test(after) || !(isAllowedGrouping(parts) || (wanted === 9 && isWhole && isEven(text, taken)))) continue
      // Eight digits of a longer number pass the test by chance more often than not.
      if (!cued && wanted === 8 && !isWhole) continue
      if (
        cued ||
        (passesElevenTest(parts.join('')) &&
          !PUBLIC_NUMBER.test(text.slice(groups[first]!.start)) &&
          !isDate(parts) &&
          !isTimes(parts) &&
          !isRound(parts) &&
          !AMOUNT_AFTER.test(after))
      )
        return count
    }
  }
  return 0
}

function groupsOf(run: string, at: number): Group[] {
  return [...run.matchAll(/\d+/g)].map((match) => ({ text: match[0], start: at + match.index, end: at + match.index + match[0].length }))
}

/** Burgerservicenummers: by the eleven-test, or after the word itself; dates, amounts and reference numbers are none. */
export function maskBsn(text: string, found: () => void): string {
  let masked = ''
  let done = 0
  for (const run of text.matchAll(RUN)) {
    if (run[0].length < 8) continue
    const groups = groupsOf(run[0], run.index)
    let free = 0
    for (let first = 0; first < groups.length; first++) {
      const count = bsnGroups(text, groups, free, first)
      if (count === 0) continue
      found()
      masked += `${text.slice(done, groups[first]!.start)}[bsn]`
      done = groups[first + count - 1]!.end
      free = first + count
      first += count - 1
    }
  }
  return done === 0 ? text : masked + text.slice(done)
}
