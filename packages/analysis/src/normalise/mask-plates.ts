/** RDW's fourteen sidecodes as runs of letters (L) and digits (D), plus the mirrored ones of mopeds and trade plates. */
const SIDECODES = [
  'LL-DD-DD',
  'DD-DD-LL',
  'DD-LL-DD',
  'LL-DD-LL',
  'LL-LL-DD',
  'DD-LL-LL',
  'DD-LLL-D',
  'D-LLL-DD',
  'LL-DDD-L',
  'L-DDD-LL',
  'LLL-DD-L',
  'L-DD-LLL',
  'D-LL-DDD',
  'DDD-LL-D',
]
const PATTERN_OF: Readonly<Record<string, string>> = { L: '[A-Za-z]', D: String.raw`\d` }
const patternOf = (separator: string) => SIDECODES.map((code) => code.replace(/[LD-]/g, (sign) => PATTERN_OF[sign] ?? separator)).join('|')
const EDGE_BEFORE = String.raw`(?<![\p{L}\p{N}@#/_]|[\p{L}\p{N}][-.])`
const EDGE_AFTER = String.raw`(?![\p{L}\p{N}_]|[-.:,][\p{L}\p{N}])`
const HYPHENED = new RegExp(`${EDGE_BEFORE}(?:${patternOf('[-‑–]')})${EDGE_AFTER}`, 'gu')
const SPACED = new RegExp(`${EDGE_BEFORE}(?:${patternOf('[ .·]')})${EDGE_AFTER}`, 'gu')
const MIXED = new RegExp(`${EDGE_BEFORE}(?:${patternOf(' ?[-–] ?')})${EDGE_AFTER}`, 'gu')
const COMPACT = new RegExp(`${EDGE_BEFORE}(?:${patternOf('')})${EDGE_AFTER}`, 'gu')
const CUE = /(?:kenteken|kentekens|nummerbord|nummerplaat|plaat|kent\.?)[^\n[\]]{0,25}$/i
const VEHICLE =
  /(?:auto|bus|busje|bestelbus|scooter|brommer|bromfiets|motor|wagen|vrachtwagen|bestelwagen|aanhanger|camper|caravan|golf|polo|opel|volvo|bmw|audi|mercedes|toyota|kia|ford|renault|peugeot|tesla|skoda|citroën|volkswagen|vw|fiat|seat|mazda|nissan|suzuki|hyundai)[^\n.!?[\]]{0,25}$/i
/** Words that look like the letters of a plate between numbers: "10 tot 12", "1 mei 26". */
const WORDS = new Set(
  `en of op in om na te ma di wo do vr za zo tm nr km cm mm uu er is de je we ik nu zo al aan bij van tot dan met per uur dag jan feb mrt apr mei jun jul aug sep okt nov dec eur min max het een die dat was nog kwh pct ste min sec ton lid art par bus lijn keer`.split(
    ' ',
  ),
)
/** Things that carry a number of their own in the shape of a plate: a lamp post, a container, a stall on the market. */
const OBJECT =
  /(?:lantaarnpaal|lantaarnpalen|lantaarn|lichtmast|mast|paal|palen|container|bak|vak|model|kaplijst|lijst|groenstrook|boom|put|kast|gemaal|bank|bankje|paaltje|pomp|camera|hek|duiker|brug|steiger|ligplaats|automaat|zuil|meter|tegel bij|besluit|dossier|zaak|artikel|type)[ :]{1,2}$/i
const MONTHS_AND_DAYS = /^(?:jan|feb|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec|uur|min|dag)$/i
const COMPACT_AMBIGUOUS = /^\d{2}[A-Za-z]{4}$|^\d{4}[A-Za-z]{2}$|^[A-Za-z]{2}\d{4}$|^[A-Za-z]{4}\d{2}$/
/** Postcodes, and CBS codes of a gemeente. */
const OTHER_CODE = /^\d{4}[A-Za-z]{2}$|^GM\d{4}$/
const CONTEXT = 40

const lettersOf = (plate: string) => plate.match(/[A-Za-z]+/g) ?? []
const isWord = (plate: string) => lettersOf(plate).some((letters) => WORDS.has(letters.toLowerCase()))
const hasVowel = (plate: string) => lettersOf(plate).some((letters) => /[aeiou]/i.test(letters))
const isShouted = (plate: string) => lettersOf(plate).every((letters) => letters === letters.toUpperCase())

/** With its hyphens a plate is known by itself; its letters may even be a word in capitals, but no month. */
function isHyphenedPlate(plate: string, before: string): boolean {
  if (CUE.test(before)) return true
  if (OBJECT.test(before) && !VEHICLE.test(before)) return false
  return !isWord(plate) || (isShouted(plate) && !lettersOf(plate).some((letters) => MONTHS_AND_DAYS.test(letters)))
}

/** A form without hyphens needs more: a cue, capitals that are no word, or letters and digits that alternate. */
function isCompactPlate(plate: string, before: string): boolean {
  if (CUE.test(before)) return true
  if (OTHER_CODE.test(plate) || isWord(plate)) return false
  if (COMPACT_AMBIGUOUS.test(plate)) return VEHICLE.test(before) || (isShouted(plate) && !hasVowel(plate))
  return isShouted(plate) || !hasVowel(plate) || VEHICLE.test(before)
}

function isSpacedPlate(plate: string, before: string): boolean {
  if (CUE.test(before)) return true
  if (isWord(plate)) return false
  return VEHICLE.test(before) || (isShouted(plate) && !hasVowel(plate) && !/^\d\d?.\d/.test(plate))
}

/** Dutch licence plates of all sidecodes, with hyphens, spaced or run together; postcodes, days and months are none. */
export function maskPlates(text: string, found: () => void): string {
  if (!/\d/.test(text)) return text
  let rest = text
  const run = (pattern: RegExp, holds: (plate: string, before: string) => boolean) => {
    rest = rest.replace(pattern, (plate: string, at: number, whole: string) => {
      if (!holds(plate, whole.slice(Math.max(0, at - CONTEXT), at))) return plate
      found()
      return '[kenteken]'
    })
  }
  run(HYPHENED, isHyphenedPlate)
  run(MIXED, (_plate, before) => CUE.test(before) || VEHICLE.test(before))
  run(COMPACT, isCompactPlate)
  run(SPACED, isSpacedPlate)
  return rest
}
