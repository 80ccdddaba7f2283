import { type Area, areaChain, type MessageLocation, type PlaceName, type Reading } from '@rumoer/contracts'
import { tokenise } from '../language/tokens.ts'
import { createLocator } from './create-locator.ts'
import { agreeOn, findPlaces, levelOf, type PlaceMention } from './find-places.ts'
import { indexPlaces } from './place-index.ts'
import { type Evidence, evidenceOf, type TextView } from './text-view.ts'

export type AreaReading = Reading['areas'][number]
type PlaceInput = { view: TextView; location: MessageLocation | null; givenAreaCode: string | null }

const COORDINATES = 0.99
const GIVEN = 0.95
const ADDRESS = 0.9
const WIDENED = 0.6

const round = (value: number) => Math.round(value * 1000) / 1000

/** Keeps the surest reading per area, and drops an area that lies around another one found: ancestors are implied. */
function smallestOnly(areas: readonly AreaReading[]): AreaReading[] {
  const best = new Map<string, AreaReading>()
  for (const area of areas) {
    const known = best.get(area.code)
    if (!known || area.confidence > known.confidence) best.set(area.code, { ...area, span: area.span ?? known?.span ?? null })
  }
  const implied = new Set([...best.keys()].flatMap((code) => areaChain(code).slice(1)))
  const order = { buurt: 0, wijk: 1, gemeente: 2 } as const
  return [...best.values()]
    .filter((area) => !implied.has(area.code))
    .sort((a, b) => b.confidence - a.confidence || order[a.level] - order[b.level] || (a.code < b.code ? -1 : 1))
}

function fromMentions(
  mentions: readonly PlaceMention[],
  around: readonly string[],
): { mention: PlaceMention; code: string; confidence: number }[] {
  const certain = mentions.flatMap((mention) => (mention.codes.length === 1 ? areaChain(mention.codes[0]!) : []))
  return mentions.map((mention) => {
    const { code, certain: isCertain } = agreeOn(mention.codes, [...around, ...certain])
    return { mention, code, confidence: round(mention.confidence * (isCertain ? 1 : WIDENED)) }
  })
}

/**
 * Builds the place reader of one municipality. Coordinates win (0.99), then the area that the source gave (0.95), the address (≤ 0.9) and the
 * places named in the text. Gives areas, surest first, without those that lie around another one found; the span says where the text names it,
 * null when coordinates, source or address did. Nothing known or nothing named gives `[]`.
 * Source: `docs/analysis.md` 5.
 * @example createPlaceReader([], [])({ view: viewText('', 'nl'), location: null, givenAreaCode: null }).areas // []
 */
export function createPlaceReader(
  areas: readonly Area[],
  places: readonly PlaceName[],
): (input: PlaceInput) => { areas: AreaReading[]; evidence: Evidence[]; mentions: readonly PlaceMention[] } {
  const locate = createLocator(areas)
  const index = indexPlaces(areas, places)
  const known = new Set(areas.map((area) => area.code))
  const outside = (code: string, confidence: number): AreaReading => ({ code, level: levelOf(code), confidence, span: null })
  return ({ view, location, givenAreaCode }) => {
    const found: AreaReading[] = []
    const point = location?.lat != null && location.lon != null ? locate(location.lat, location.lon) : null
    if (point !== null) found.push(outside(point, COORDINATES))
    if (givenAreaCode !== null && known.has(givenAreaCode)) found.push(outside(givenAreaCode, GIVEN))
    const around = found.flatMap((area) => areaChain(area.code))
    if (location?.address) {
      const tokens = tokenise(location.address)
      for (const { code, confidence } of fromMentions(findPlaces(index, location.address, tokens), around))
        found.push(outside(code, round(confidence * ADDRESS)))
    }
    const mentions = findPlaces(index, view.text, view.tokens)
    const evidence: Evidence[] = []
    for (const { mention, code, confidence } of fromMentions(mentions, around)) {
      const words = evidenceOf(view, `area:${code}`, mention.first, mention.last)
      evidence.push(words)
      found.push({ code, level: levelOf(code), confidence, span: words.span })
    }
    const kept = smallestOnly(found)
    const spanless = kept.filter((area) => area.span === null).map((area) => ({ label: `area:${area.code}`, span: null, words: [] }))
    return {
      areas: kept,
      evidence: [...evidence.filter((entry) => kept.some((area) => entry.label === `area:${area.code}`)), ...spanless],
      mentions,
    }
  }
}
