/**
 * What residents call by many names, as one concept each. A word belongs to a concept when it is, or starts with, one of the forms.
 * Written by hand from everyday Dutch; forms that also mean other things are left out.
 */
const FORMS: Readonly<Record<string, string>> = {
  drinkwater:
    'kraan kraanwater kraantje kraantjeswater kraanzeefje drinkwater leidingwater tapwater flessenwater bronwater nooddrinkwater kookadvies waterbedrijf waterleiding waterkwaliteit wateronderzoek waterstoring hoofdleiding roestkleurig',
  stroom: 'stroom stroomstoring stroomuitval stroomloos elektriciteit netbeheerder aggregaat',
  gladheid:
    'glad gladheid gladde spekglad spiegelglad ijzel ijzig beijzeld strooien gestrooid strooiwagen strooizout opgevroren uitgegleden uitglijden schaatsbaan ijsbaan',
  hondenpoep: 'hondenpoep hondendrol hondendrollen drol drollen poep hondenuitwerpselen poepzakje poepzakjes hondenstront stront',
  rat: 'rat ratten rattenoverlast rattenplaag ratjes ongedierte rattenvanger',
  afvalinzameling:
    'kliko klikos kliko’s minicontainer minicontainers vuilniswagen vuilnisauto ophaaldag afvalkalender inzameling huisvuil gft geleegd',
  container: 'container containers ondergronds ondergrondse bijplaatsing bijgeplaatst',
  grofvuil: 'grofvuil bankstel matras matrassen wasmachine koelkast dumping gedumpt dumpen',
  zwerfvuil: 'zwerfvuil zwerfafval blikjes peuken rommel',
  vuurwerk: 'vuurwerk vuurwerkbom knallen knal vuurpijl carbid cobra rotje rotjes',
  jongeren: 'hangjongeren hangjeugd jongerenoverlast jongeren pubers',
  verlichting: 'lantaarn lantaarnpaal lantaarnpalen straatverlichting straatlantaarn lichtmast pikdonker aardedonker',
  oversteek: 'oversteek oversteken oversteekplaats zebrapad klaarover verkeersouder verkeersouders schoolzone',
  hardrijden: 'hardrijden scheuren racen snelheid drempel drempels wegpiraten flitser',
  parkeren:
    'parkeren parkeeroverlast fout-geparkeerd foutparkeerder foutparkeerders dubbelgeparkeerd parkeerplaats parkeerplaatsen parkeervak',
  boom: 'boom bomen tak takken omgewaaid afgewaaid stormschade kroon',
  rups: 'eikenprocessierups processierups rupsen brandharen rupsennest jeuk',
  geluid: 'geluidsoverlast herrie lawaai muziek dreunen bassen feest afterparty',
  stank: 'stank stinkt stinken rioollucht geur ammoniak',
  riool: 'put putten kolk straatkolk riool riolering verstopt ondergelopen',
  graffiti: 'graffiti bekladding beklad gespoten tags',
  speelplaats: 'speeltuin speelplaats speeltoestel glijbaan schommel klimrek wipkip',
}

const cache = new Map<string, string | null>()
const CACHE_LIMIT = 60_000
const BY_FORM = new Map(Object.entries(FORMS).flatMap(([concept, forms]) => forms.split(' ').map((form) => [form, concept] as const)))
/** Forms this long also name what starts with them: waterleidingbedrijf, vuurwerkverbod. */
const LONG_FORM = 6
const LONG_FORMS = [...BY_FORM].filter(([form]) => form.length >= LONG_FORM)

/**
 * The concept of one lower-case Dutch word, null for most words and for the empty one.
 *
 * @example conceptOf('kraanwater') // 'drinkwater'
 */
export function conceptOf(lower: string): string | null {
  const known = cache.get(lower)
  if (known !== undefined) return known
  const concept = BY_FORM.get(lower) ?? LONG_FORMS.find(([form]) => lower.startsWith(form))?.[1] ?? null
  if (cache.size >= CACHE_LIMIT) cache.clear()
  cache.set(lower, concept)
  return concept
}
