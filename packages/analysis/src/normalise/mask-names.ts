const PREFIX = String.raw`(?:(?:[Vv]an|[Dd]e|[Dd]er|[Dd]en|[Tt]en|[Tt]er|[Hh]et|['’][ts]|[Ee]l|[Aa]l|[Vv]on|[Bb]en|[Oo]p|[Vv]\.?d\.?) ?(?=[\p{Lu}\p{Ll}'’])){0,3}`
const CAPITAL = String.raw`(?:\p{Lu}[\p{L}'’]{1,30}(?:-\p{Lu}[\p{L}'’]{1,30}){0,2})`
const INITIALS = String.raw`(?:\p{Lu}\.[ ]?){1,4}`
const NAME = `(?:${INITIALS}${PREFIX}${CAPITAL}|${CAPITAL}(?: (?:${INITIALS})?${PREFIX}${CAPITAL}){0,3})`
const SURNAME = `(?:${INITIALS})?${PREFIX}${CAPITAL}(?:[ ]${PREFIX}${CAPITAL}){0,2}`
const START = String.raw`(?<![\p{L}\p{N}])`

const INTRODUCED = new RegExp(
  String.raw`(${START}(?:[Mm]ijn naam is|[Mm]['’]n naam is|[Mm]n naam is|[Ii]k heet|[Nn]aam ?:|[Mm]y name is) )(${NAME}|\p{Ll}{2,20}(?: (?:van |de |der |den ){0,2}(?!en |ik |ben |die |heb |uit |op |met )\p{Ll}{3,20})?)`,
  'gu',
)
const I_AM = new RegExp(
  `(${START}(?:[Ii]k ben|[Ii]k,|[Jj]e spreekt met|[Uu] spreekt met|[Ii] am|I'm) )(${CAPITAL} (?:${INITIALS})?${PREFIX}${CAPITAL})`,
  'gu',
)
const TITLED = new RegExp(
  String.raw`(${START}(?:[Mm]evrouw|[Mm]eneer|[Mm]evr\.?|[Dd]hr\.?|[Mm]w\.?|[Dd]e heer|[Mm]ijnheer|[Ff]amilie|[Ff]am\.|[Bb]uurman|[Bb]uurvrouw|[Mm]rs\.|[Mm]r\. ?(?=\p{Lu}\.)) ?)(${SURNAME})`,
  'gu',
)
const SIGNED = new RegExp(
  String.raw`(${START}(?:(?:[Mm]et )?(?:[Vv]riendelijke |[Hh]artelijke )?[Gg]roet(?:en|jes)?|[Gg]roetjes|[Gg]r\.?|[Mm][Vv][Gg]|[Mm]\.[Vv]\.[Gg]\.?|[Hh]oogachtend|[Ll]iefs|[Kk]ind regards|[Rr]egards)[,.! ]{0,3}\s{0,3}(?:van |van: )?)(${NAME})`,
  'gu',
)
const SIGNED_LOW = new RegExp(
  String.raw`(${START}(?:(?:[Vv]riendelijke )?[Gg]roet(?:en|jes)?|[Gg]r\.?|[Mm][Vv][Gg])[,.! ]{1,3}\s{0,3}(?:van )?)(\p{Ll}{3,15}(?: (?:van |de |der |den ){0,2}\p{Ll}{3,20})?)(?=[.!\s]{0,5}$)`,
  'gu',
)
/** A name that ends so is a street, a place or a building, whatever stands before it. */
const PLACE_END =
  /\p{L}(?:straat|laan|plein|weg|plantsoen|park|singel|kade|gracht|steeg|dreef|brug|school|pad|markt|tunnel|viaduct|ring|poort|oever|buurt|wijk|haven|kerk|huis|hof|dijk|str\.?)$|^(?:Straat|Laan|Plein|Weg|Plantsoen|Park|Singel|Kade|Gracht|Steeg|School)$/u
/** After "van", "de", "ter": Van Dijk, Van der Laan, Ter Brugge are surnames; Van Galenstraat is not. */
const SURNAME_END = /(?:dijk|hof|brug|ring|kerk|huis|poort|haven)$|^(?:laan|weg|park|pad|kade|gracht|markt|plein|wijk|buurt)$/i
const NO_NAMES = new Set(
  `bewoners bewoner buurtbewoners buurtbewoner buurt gemeente namens team het de een uit van alle wijkraad dorpsraad burgemeester wethouder college raad beste geachte mevrouw meneer bedankt dank u jullie ik we wij uw aan iedereen collega buurman buurvrouw iemand en ook voor met niet maar nog al hier daar nederland
   nederlander nederlandse inwoner inwoners ondernemer vader moeder ouder oma opa student bezorgde boze tevreden een- gewoon al erg heel zeer op in anoniem privé geen onbekend belangrijk bekend vereniging stichting bewonersvereniging dorpsbelangen kdv basisschool winkeliersvereniging huurdersvereniging politie brandweer ggd een trotse jaren weer tot alvast`.split(
    /\s+/,
  ),
)
const PARTICLES = new Set(['van', 'de', 'der', 'den', 'ten', 'ter', 'het', 'op'])

function isPerson(name: string): boolean {
  const words = name.split(' ')
  const [first = ''] = words
  if (NO_NAMES.has(first.toLowerCase()) && !(PARTICLES.has(first.toLowerCase()) && words.length > 1)) return false
  const isPlace = (word: string, at: number) =>
    PLACE_END.test(word) && !(SURNAME_END.test(word) && PARTICLES.has((words[at - 1] ?? '').toLowerCase()))
  return !words.some(isPlace)
}

/** Names of persons where the words before them leave no doubt; street names such as "Burgemeester Reigerstraat" stay. */
export function maskNames(text: string, found: () => void): string {
  const replace = (whole: string, cue: string, name: string) => {
    if (!isPerson(name)) return whole
    found()
    return `${cue}[naam]`
  }
  let rest = text
  for (const pattern of [INTRODUCED, I_AM, TITLED, SIGNED, SIGNED_LOW]) rest = rest.replace(pattern, replace)
  return rest
}
