import type { Area, PlaceName } from '@rumoer/contracts'
import { tokenise } from '../language/tokens.ts'

export type PlaceKind = PlaceName['kind'] | 'gemeente'
/** What a name may stand for. `plain`: an ordinary word that needs a capital or a preposition before it. */
export type PlaceEntry = { code: string; kind: PlaceKind; plain: boolean }
export type PlaceNode = { next: Map<string, PlaceNode>; entries: PlaceEntry[] }
export type PlaceIndex = {
  root: PlaceNode
  postcodes: ReadonlyMap<string, readonly string[]>
  misspelt: ReadonlyMap<string, readonly string[]>
  /** What was made of words that are no name, so that each is looked at once. */
  misspeltKnown: Map<string, PlaceNode | null>
}

const ARTICLES = new Set(['de', 'het', "'t", 't'])
const SURE_ENDING = /(?:straat|laan|weg|plein|plantsoen|park|singel|kade|gracht|steeg|dreef|dijk|pad|hof|brug|veld|kamp|school|wijk|buurt)$/
const WIJK_NUMBER = /^(?:wijk|buurt)\s+\d{1,4}\s+/i
const COMPASS = /[ -](?:noord|oost|zuid|west|midden|centrum|noordoost|noordwest|zuidoost|zuidwest)$/i
const SHORTEST_BARE = 4
export const SHORTEST_FUZZY = 7
const CACHE_LIMIT = 60_000
const keys = new Map<string, string>()
const ABBREVIATIONS = new Map(
  Object.entries({
    burg: 'burgemeester',
    burgm: 'burgemeester',
    dr: 'dokter',
    prof: 'professor',
    ds: 'dominee',
    mr: 'meester',
    st: 'sint',
    gen: 'generaal',
    kon: 'koningin',
    past: 'pastoor',
    pr: 'prins',
    wed: 'weduwe',
    jac: 'jacob',
  }),
)
const LONG_FORMS = new Map(Object.entries({ doctor: 'dokter', doktor: 'dokter', mister: 'meester' }))
const SHORT_ENDS: readonly (readonly [RegExp, string])[] = [
  [/^(\p{L}{3,})str$/u, '$1straat'],
  [/^(\p{L}{3,})pl$/u, '$1plein'],
  [/^(\p{L}{4,})ln$/u, '$1laan'],
  [/^(\p{L}{3,})straatje$/u, '$1straatje'],
]

/**
 * One form for the ways in which a name's word is written: lower case, no accents, long form of usual abbreviations.
 * @example placeKey('Kerkstr') // 'kerkstraat'
 */
export function placeKey(lower: string): string {
  const known = keys.get(lower)
  if (known !== undefined) return known
  const key = keyOf(lower)
  if (keys.size >= CACHE_LIMIT) keys.clear()
  keys.set(lower, key)
  return key
}

function keyOf(lower: string): string {
  const bare = lower.normalize('NFD').replace(/\p{M}/gu, '')
  const long = ABBREVIATIONS.get(bare) ?? LONG_FORMS.get(bare)
  if (long !== undefined) return long
  for (const [pattern, form] of SHORT_ENDS) if (pattern.test(bare)) return bare.replace(pattern, form)
  return bare
}

/**
 * All words that come of a word by leaving one letter out, for spelling mistakes of one letter (SymSpell's deletes).
 * @example deletesOf('abc') // ['bc', 'ac', 'ab']
 */
export function deletesOf(word: string): string[] {
  const deletes: string[] = []
  for (let at = 0; at < word.length; at++) {
    const shorter = word.slice(0, at) + word.slice(at + 1)
    if (shorter !== deletes.at(-1)) deletes.push(shorter)
  }
  return deletes
}

function isPlainName(words: readonly string[], kind: PlaceKind): boolean {
  const [first = ''] = words
  if (words.length > 1 && !(words.length === 2 && ARTICLES.has(first))) return false
  const name = words.at(-1)!
  return !(kind === 'street' || kind === 'square' || kind === 'park') || !SURE_ENDING.test(name) || name.length < 8
}

/**
 * The names under which one place is looked up: as written, without "Wijk 03", without brackets; for a buurt or wijk also each half
 * of "Venen/Wallen", and "Pittelo" of "Pittelo Noord": residents leave the point of the compass out.
 */
function namesOf(name: string, kind: PlaceKind): string[] {
  const short = name
    .replace(WIJK_NUMBER, '')
    .replace(/\s*\([^)]*\)\s*/g, ' ')
    .trim()
  if (kind !== 'buurt' && kind !== 'wijk') return [...new Set([name, short])].filter((text) => text !== '')
  const halves = short.includes('/') ? short.split('/').map((half) => half.trim()) : []
  const bare = short.replace(COMPASS, '')
  return [...new Set([name, short, ...halves, ...(bare.length >= SHORTEST_BARE ? [bare] : [])])].filter((text) => text !== '')
}

/**
 * Builds the index of all names of areas and places: a trie over word keys, a table of postcodes and one of spelling mistakes.
 * Nothing in, an empty index out. Time and memory grow with the names alone.
 * @example indexPlaces([], [{ name: 'Lindestraat', kind: 'street', areaCode: 'BU01060101', lat: null, lon: null }]).root.next.has('lindestraat') // true
 */
export function indexPlaces(areas: readonly Area[], places: readonly PlaceName[]): PlaceIndex {
  const root: PlaceNode = { next: new Map(), entries: [] }
  const postcodes = new Map<string, string[]>()
  const misspelt = new Map<string, string[]>()
  const addWords = (words: readonly string[], entry: PlaceEntry) => {
    let node = root
    for (const word of words) {
      let next = node.next.get(word)
      if (!next) {
        next = { next: new Map(), entries: [] }
        node.next.set(word, next)
      }
      node = next
    }
    if (!node.entries.some((other) => other.code === entry.code && other.kind === entry.kind)) node.entries.push(entry)
  }
  const add = (name: string, code: string, kind: PlaceKind) => {
    for (const form of namesOf(name, kind)) {
      const words = tokenise(form)
        .filter((token) => token.kind === 'word' || token.kind === 'number')
        .map((token) => placeKey(token.lower))
      if (words.length === 0 || words.every((word) => /^\d+$/.test(word))) continue
      const entry = { code, kind, plain: isPlainName(words, kind) }
      addWords(words, entry)
      if (words.length > 1 && ARTICLES.has(words[0]!)) addWords(words.slice(1), { ...entry, plain: entry.plain || words.length === 2 })
      const [only] = words
      if (words.length !== 1 || only === undefined || only.length < SHORTEST_FUZZY) continue
      for (const key of [only, ...deletesOf(only)]) {
        const names = misspelt.get(key)
        if (names === undefined) misspelt.set(key, [only])
        else if (!names.includes(only)) names.push(only)
      }
    }
  }
  for (const area of areas) add(area.name, area.code, area.level)
  for (const place of places) {
    if (place.kind !== 'postcode') {
      add(place.name, place.areaCode, place.kind)
      continue
    }
    const postcode = place.name.replace(/\s+/g, '').toUpperCase()
    postcodes.set(postcode, [...(postcodes.get(postcode) ?? []), place.areaCode])
  }
  return { root, postcodes, misspelt, misspeltKnown: new Map() }
}
