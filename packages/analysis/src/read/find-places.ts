import { type AreaLevel, areaChain } from '@rumoer/contracts'
import { distance } from 'fastest-levenshtein'
import { COMPOUND_PARTS } from '../language/compound-parts.ts'
import { polarityOf } from '../language/polarity.ts'
import { stemOf } from '../language/stem.ts'
import { isStopWord } from '../language/stop-words.ts'
import { wordsOfHashtag } from '../language/terms.ts'
import type { Token } from '../language/tokens.ts'
import { BACKGROUND } from './keyword-background.ts'
import { deletesOf, type PlaceEntry, type PlaceIndex, type PlaceKind, type PlaceNode, placeKey, SHORTEST_FUZZY } from './place-index.ts'

/** A place that a text names. `first` to `last` are tokens, both included; `codes` holds more than one area when the name does. */
export type PlaceMention = { codes: readonly string[]; kind: PlaceKind; confidence: number; first: number; last: number }

const PREPOSITIONS = new Set(
  'in op bij aan naar van uit langs rond rondom nabij achter voor naast tegenover richting door over hoek buurt wijk station vlakbij omgeving tussen tot onder'.split(
    ' ',
  ),
)
const ARTICLES = new Set(['de', 'het', "'t", 'een'])
const BASE: Readonly<Record<PlaceKind, number>> = {
  street: 0.9,
  square: 0.9,
  park: 0.9,
  school: 0.85,
  station: 0.85,
  landmark: 0.85,
  buurt: 0.85,
  wijk: 0.8,
  postcode: 0.9,
  gemeente: 0.6,
}
const MISSPELT = 0.6
const PLAIN_WITH_EVIDENCE = 0.8
const RARE_LENGTH = 6
/** An ordinary word without a capital, behind a preposition. */
const LOWER_CASE = 0.65
const POSTCODE = /(?<![\p{L}\p{N}])([1-9]\d{3}) ?(?!SA|SD|SS)([A-Za-z]{2})(?![\p{L}\p{N}])/gu
const LIKELY_PLACE = /(?:straat|laan|weg|plein|plantsoen|park|singel|kade|gracht|steeg|dreef|dijk|str)$/

const startsSentence = (text: string, tokens: readonly Token[], at: number) =>
  at === 0 || /[.!?\n]/.test(text.slice(tokens[at - 1]!.end, tokens[at]!.start))

/** A word that no list of ours holds is hardly an ordinary word, so its capital counts also where a sentence begins. */
const isRare = (lower: string) =>
  lower.length >= RARE_LENGTH &&
  !COMPOUND_PARTS.has(lower) &&
  !isStopWord(lower, 'nl') &&
  polarityOf(lower) === 0 &&
  !BACKGROUND.has(stemOf(lower))

/** How sure an ordinary word is a name here: 1 with a capital inside the sentence or after a preposition, less with only the preposition. */
function evidenceFor(text: string, tokens: readonly Token[], first: number, last: number): number {
  const before = tokens[first - 1]
  const skipped = before !== undefined && ARTICLES.has(before.lower) ? tokens[first - 2] : before
  const word = tokens[last]!.text
  const isCapital = /^\p{Lu}/u.test(word)
  const isGenitive = /['’]s$/.test(word)
  const isShouted = word.length > 1 && word === word.toUpperCase()
  const isPlaced = skipped !== undefined && PREPOSITIONS.has(skipped.lower)
  if (isCapital && (isGenitive || isPlaced || (!isShouted && !startsSentence(text, tokens, first)))) return 1
  if (isPlaced) return LOWER_CASE
  return isCapital && isRare(tokens[last]!.lower) ? LOWER_CASE : 0
}

type Found = { node: PlaceNode; last: number }

function step(node: PlaceNode, token: Token): PlaceNode | undefined {
  if (token.kind !== 'word' && token.kind !== 'number') return undefined
  const key = placeKey(token.lower)
  const found = node.next.get(key)
  if (found) return found
  if (!key.endsWith('s') || key.length < 5) return undefined
  return node.next.get(key.endsWith("'s") ? key.slice(0, -2) : key.slice(0, -1)) ?? node.next.get(key.slice(0, -2))
}

function longestFrom(index: PlaceIndex, tokens: readonly Token[], first: number): Found | null {
  let node = index.root
  let best: Found | null = null
  for (let at = first; at < tokens.length; at++) {
    const next = step(node, tokens[at]!)
    if (!next) break
    node = next
    if (node.entries.length > 0) best = { node, last: at }
  }
  return best
}

function hashtagNode(index: PlaceIndex, token: Token): PlaceNode | undefined {
  const whole = index.root.next.get(placeKey(token.lower.slice(1)))
  if (whole && whole.entries.length > 0) return whole
  let node: PlaceNode | undefined = index.root
  const words = wordsOfHashtag(token.text)
  for (const word of words) node = node?.next.get(placeKey(word.toLowerCase()))
  return words.length > 0 && node && node.entries.length > 0 ? node : undefined
}

const MOST_MISSPELT = 20_000

/** A capitalised or street-like word that is one letter off one known name. */
function misspeltNode(index: PlaceIndex, token: Token): PlaceNode | null {
  if (token.kind !== 'word' || token.text.length < SHORTEST_FUZZY) return null
  if (!(/^\p{Lu}/u.test(token.text) || LIKELY_PLACE.test(token.lower))) return null
  const known = index.misspeltKnown.get(token.lower)
  if (known !== undefined) return known
  const node = nearestNode(index, placeKey(token.lower))
  if (index.misspeltKnown.size >= MOST_MISSPELT) index.misspeltKnown.clear()
  index.misspeltKnown.set(token.lower, node)
  return node
}

/** The one name that is a letter off; null when there is none or more than one. */
function nearestNode(index: PlaceIndex, key: string): PlaceNode | null {
  const near = new Set<string>()
  for (const form of [key, ...deletesOf(key)])
    for (const name of index.misspelt.get(form) ?? []) if (name !== key && distance(name, key) === 1) near.add(name)
  const [only] = near
  return (near.size === 1 && only !== undefined ? index.root.next.get(only) : undefined) ?? null
}

function mentionOf(
  text: string,
  entries: readonly PlaceEntry[],
  tokens: readonly Token[],
  first: number,
  last: number,
  factor: number,
): PlaceMention | null {
  const evidence = tokens[first]!.kind === 'hashtag' ? 1 : evidenceFor(text, tokens, first, last)
  const usable = entries.filter((entry) => !entry.plain || evidence === 1 || (evidence > 0 && entry.kind !== 'gemeente'))
  const [entry] = usable
  if (!entry) return null
  const confidence = BASE[entry.kind] * (entry.plain ? PLAIN_WITH_EVIDENCE * evidence : 1) * factor
  return { codes: [...new Set(usable.map((other) => other.code))].sort(), kind: entry.kind, confidence, first, last }
}

function postcodeMentions(index: PlaceIndex, text: string, tokens: readonly Token[]): PlaceMention[] {
  if (index.postcodes.size === 0) return []
  const mentions: PlaceMention[] = []
  for (const match of text.matchAll(POSTCODE)) {
    const codes = index.postcodes.get(match[1]! + match[2]!.toUpperCase()) ?? index.postcodes.get(match[1]!)
    const end = match.index + match[0].length
    const first = tokens.findIndex((token) => token.start >= match.index)
    const last = tokens.findLastIndex((token) => token.end <= end)
    if (codes && first >= 0 && last >= first)
      mentions.push({ codes: [...new Set(codes)].sort(), kind: 'postcode', confidence: BASE.postcode, first, last })
  }
  return mentions
}

/**
 * Places that a text names, left to right, the longest name first, on word boundaries: names of areas, streets, squares, parks,
 * schools, landmarks, postcodes; genitives ("Assens"), hashtags, usual abbreviations ("Kerkstr", "burg.") and one wrong letter.
 * Names of one word that may be an ordinary word need a capital inside the sentence or a preposition. `[]` for empty text.
 * Source: trie with longest match; deletes after SymSpell (Garbe 2012) for spelling.
 * @example findPlaces(indexPlaces([], []), '', []) // []
 */
export function findPlaces(index: PlaceIndex, text: string, tokens: readonly Token[]): PlaceMention[] {
  const mentions = postcodeMentions(index, text, tokens)
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!
    const tagged = token.kind === 'hashtag' ? hashtagNode(index, token) : undefined
    const found = tagged ? { node: tagged, last: at } : longestFrom(index, tokens, at)
    const misspelt = found ? null : misspeltNode(index, token)
    const entries = found?.node.entries ?? misspelt?.entries
    const mention = entries ? mentionOf(text, entries, tokens, at, found?.last ?? at, misspelt ? MISSPELT : 1) : null
    if (!mention) continue
    mentions.push(mention)
    at = mention.last
  }
  return mentions
}

/**
 * Level of an area code.
 * @example levelOf('BU01060101') // 'buurt'
 */
export function levelOf(code: string): AreaLevel {
  if (code.startsWith('BU')) return 'buurt'
  return code.startsWith('WK') ? 'wijk' : 'gemeente'
}

/**
 * The one area that several codes agree on: another mention of the text that lies around just one of them chooses, else their
 * smallest common ancestor; `certain` is false when the codes had to be widened.
 * @example agreeOn(['BU01060101', 'BU01060102'], []) // { code: 'WK010601', certain: false }
 */
export function agreeOn(codes: readonly string[], others: readonly string[]): { code: string; certain: boolean } {
  const [only = ''] = codes
  if (codes.length === 1) return { code: only, certain: true }
  const inside = codes.filter((code) =>
    areaChain(code).some((ancestor) => (ancestor.startsWith('WK') || ancestor.startsWith('BU') ? others.includes(ancestor) : false)),
  )
  if (inside.length === 1) return { code: inside[0]!, certain: true }
  const common = areaChain(only).find((ancestor) => codes.every((code) => areaChain(code).includes(ancestor)))
  return { code: common ?? only, certain: false }
}
