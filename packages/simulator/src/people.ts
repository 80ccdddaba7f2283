import { hashKeys, type Random } from './random.ts'

const SYLLABLES = [
  'jo',
  'ra',
  'vel',
  'mi',
  'to',
  'ken',
  'sa',
  'lu',
  'bri',
  'do',
  'fen',
  'wi',
  'ka',
  'nor',
  'pe',
  'zo',
  'tar',
  'li',
  'mop',
  'gru',
  'hel',
  'sti',
  'bo',
  'quin',
  'ya',
  'ved',
  'ros',
  'plu',
  'dim',
  'ef',
  'oll',
  'snu',
]
const FIRST_NAMES = [
  'Anja',
  'Bram',
  'Cor',
  'Dewi',
  'Esra',
  'Femke',
  'Gijs',
  'Hatice',
  'Ineke',
  'Joost',
  'Karima',
  'Lotte',
  'Mo',
  'Nadia',
  'Olaf',
  'Petra',
  'Rachid',
  'Sjaak',
  'Truus',
  'Willem',
  'Yara',
  'Zeki',
]
const LAST_NAMES = [
  'van der Lindeboom',
  'Dijkhavens',
  'Molenstra',
  'Wiekema',
  'Rietzangers',
  'el Lindani',
  'Kombuis',
  'van Vlonderen',
  'Schutsluis',
  'de Bolderman',
  'Turfstra',
  'Yelkenci',
  'Korenaars',
  'van Meerbosch',
]

/** The handle of one resident of the fictional town, distinct per number. */
export function handleOf(resident: number): string {
  const h = hashKeys(['handle', resident])
  const syllable = (shift: number) => SYLLABLES[(h >>> shift) & 31]!
  return `${syllable(0)}${syllable(5)}${(h >>> 30) & 1 ? syllable(10) : ''}${resident}`
}

/** An invented full name. */
export const inventName = (random: Random): string => `${random.pick(FIRST_NAMES)} ${random.pick(LAST_NAMES)}`

/** A number in the shape of a Dutch mobile one, from the run 06 1234 0000 to 9999 that stands in manuals. */
export function inventPhone(random: Random): string {
  const tail = String(random.int(10_000)).padStart(4, '0')
  const shapes = [`06-1234${tail}`, `06 12 34 ${tail.slice(0, 2)} ${tail.slice(2)}`, `061234${tail}`, `+31 6 1234 ${tail}`]
  return random.pick(shapes)
}

/** An address at example.nl, which never receives mail. */
export function inventMail(random: Random): string {
  const [first = '', ...last] = inventName(random).toLowerCase().split(' ')
  return `${first}.${last.join('')}${random.int(90) + 10}@example.nl`
}
