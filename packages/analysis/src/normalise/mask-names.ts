import { FIRST_NAMES } from '../language/first-names.ts'

const PREFIX = String.raw`(?:(?:[Vv]an|[Dd]e|[Dd]er|[Dd]en|[Tt]en|[Tt]er|[Hh]et|['’][ts]|[Ee]l|[Aa]l|[Vv]on|[Bb]en|[Oo]p|[Uu]it den|[Ii]n ['’]t|[Vv]\.?d\.?|Ó|O['’]) ?(?=[\p{Lu}\p{Ll}'’])){0,3}`
const CAPITAL = String.raw`(?:\p{Lu}[\p{L}'’]{1,30}(?:-\p{Lu}[\p{L}'’]{1,30}){0,2}(?![\p{L}\p{N}]|-\d))`
const INITIALS = String.raw`(?:\p{Lu}\.[ ]?){1,4}`
/** Academic titles between the cue and the name. */
const DEGREES = String.raw`(?:(?:mr|drs|ir|ing|dr|prof|Mr|Drs|Ir|Ing|Dr|Prof)\. ?){0,3}`
const NAME = `(?:${INITIALS}${PREFIX}${CAPITAL}(?: ${PREFIX}${CAPITAL}){0,2}|${CAPITAL}(?: (?:${INITIALS})?${PREFIX}${CAPITAL}){0,3})`
const SURNAME = `${DEGREES}(?:${INITIALS})?${PREFIX}${CAPITAL}(?:[ ]${PREFIX}${CAPITAL}){0,2}`
const START = String.raw`(?<![\p{L}\p{N}])`

const INTRODUCED = new RegExp(
  String.raw`(${START}(?:[Mm]ijn naam is|[Mm]['’]n naam is|[Mm]n naam is|[Ii]k heet|[Nn]aam ?:|[Mm]y name is|(?:[Hh]ij|[Zz]ij|[Zz]e|[Zz]oon|[Dd]ochter|[Bb]uurman|[Bb]uurvrouw|[Mm]an|[Vv]rouw|[Dd]ie|[Kk]ind|[Hh]uisgenoot|[Vv]riend|[Vv]riendin|[Ee]igenaresse|[Ee]igenaar) heet|[Aa]angevraagd door|[Hh]andtekening is van|[Cc]ontactpersoon (?:[\\p{Ll} ]{0,25})is|[Mm]ijn naam\\?|[Vv]raag maar naar|[Bb]etaald door|[Oo]p naam van|(?:[Bb]ehandeld|[Ii]ngevuld|[Oo]ndertekend|[Oo]pgesteld) door|[Aa]fz\.?|[Gg]etekend ?:|[Aa]fzender ?:|[Aa]anvrager ?:|[Gg]etuige ?:|[Ii]nspreker ?:|[Cc]ontactpersoon ?:|[Oo]ndergetekende,?|[Aa]anmelder ?:|[Mm]elder ?:|[Kk]ind ?:|[Vv]oor wie ?:|[Bb]etreft mw\\.?|(?:[Gg]ezien en )?[Aa]kkoord ?:|[Oo]ndertekend ?:|[Ww]\\.g\\.|[Ww]as getekend,?|[Aa]chternaam is|[Vv]oornaam is|(?:[Aa]anvrager|[Gg]emachtigde|[Mm]elder|[Bb]ewindvoerder) is|[Ii]ngediend door|[Oo]ndertekend door|[Ss]chrijft|[Vv]raag naar|[Gg]ericht aan|[Dd]e erven van|[Ee]en zekere|[Ee]ne|[Oo]p mijn naam,) )(${NAME}|(?<=(?:naam is|[Ii]k heet|[Nn]aam ?:|name is) )\p{Ll}{2,20}(?: (?:van |de |der |den ){0,2}(?!en |ik |ben |die |heb |uit |op |met )\p{Ll}{3,20})?)`,
  'gu',
)
/** "Piet Bakker is mijn naam", "dat hij Piet Bakker heette". */
const NAME_FIRST = new RegExp(`(${START})(${NAME})(?= is (?:mijn|m['’]n) naam| heette| heet ik)`, 'gu')
const I_AM = new RegExp(
  `(${START}(?:[Ii]k ben|[Ii]k,|[Jj]e spreekt met|[Uu] spreekt met|[Ii] am|I'm) )(${CAPITAL} (?:${INITIALS})?${PREFIX}${CAPITAL})`,
  'gu',
)
const TITLED = new RegExp(
  String.raw`(${START}(?:[Mm]evrouw|[Mm]eneer|[Mm]evr\.?|[Dd]hr\.?|[Mm]w\.?|(?:[Dd]e|[Gg]eachte|[Bb]este|oude) heer|[Hh]r\.|[Mm]ijnheer|[Ww]eduwe|[Ww]eduwnaar|[Ff]amilie|[Ff]am\.|[Uu]w inwo(?:ner|onster)|[Jj]uffrouw|(?:[Bb]oven|[Oo]nder|[Oo]ver|[Aa]chter)?[Bb]uur(?:man|vrouw|jongen|meisje)|[Mm]rs\.|[Mm]r\. ?(?=\p{Lu}\.)) ?)(${SURNAME})`,
  'gu',
)
/** Who somebody is, and then the name. */
const WHO =
  '[Ww]ethouder|[Bb]urgemeester|[Gg]riffier|[Ww]ijkagent|[Aa]gent|[Bb]oa|BOA|[Rr]aadslid|[Kk]lantmanager|[Gg]ebiedsregisseur|[Ww]ijkmanager|[Bb]uurtregisseur|[Oo]pzichter|[Aa]mbtenaar|[Jj]ongerenwerker|[Bb]uurtwerker|[Mm]antelzorger|[Ww]ijkverpleegkundige|[Dd]okter|[Hh]uisarts|[Tt]andarts|[Jj]uf|[Mm]eester|[Cc]ollega|[Vv]oorzitter|[Pp]enningmeester|[Ss]ecretaris|[Ee]rfgenaam|[Bb]ewindvoerder|[Gg]emachtigde|[Gg]etuige|[Kk]lager|[Hh]uurder|[Cc]ontactpersoon|[Oo]ppas|[Vv]erloofde|[Pp]leegzoon|[Pp]leegdochter|[Nn]ichtje|[Nn]eefje|[Ss]choonzus|[Ss]choonvader|[Ss]choonmoeder|[Ss]choonzoon|[Ss]choondochter|[Zz]wager|[Oo]ma|[Oo]pa|[Tt]ante|[Oo]om|[Dd]ominee|[Pp]astoor|[Mm]ijn (?:man|vrouw|zoon(?:tje)?|dochter(?:tje)?|broer(?:tje)?|zus(?:je)?|moeder|vader|kleinzoon|kleindochter|vriend|vriendin|partner|neef|nicht|oom|tante|opa|oma|huisgenoot|collega)'
const WHO_IS = new RegExp(`(${START}(?:${WHO}),? )(${SURNAME})`, 'gu')
/** "de voorzitter van dorpsbelangen, Klaas Ubels,": an office with what it belongs to. */
const OFFICE = new RegExp(
  `(${START}(?:[Vv]oorzitter|[Pp]enningmeester|[Ss]ecretaris|[Dd]irecteur|[Ee]igenaar|[Bb]eheerder) van [^,.!?\\n]{2,40}, )(${CAPITAL} (?:${INITIALS})?${PREFIX}${CAPITAL})(?=,)`,
  'gu',
)
/** Titles that stand for a firm's owner as well need a first name and a surname. */
const FULL = new RegExp(
  `(${START}(?:[Oo]ndernemer|[Ww]inkelier|[Nn]amens|[Vv]rijwilliger|[Bb]ewoner|[Bb]ewoonster) )(?!Van |De )((?:${INITIALS}|${CAPITAL} )${PREFIX}${CAPITAL})`,
  'gu',
)
/** At the start of a call or a note. */
const HERE = new RegExp(`(${START}(?:[Hh]ier|[Mm]et) )(${CAPITAL} (?:${INITIALS})?${PREFIX}${CAPITAL})(?=[ ,.])`, 'gu')
/** Two who write together. */
const WE = new RegExp(`(${START}(?:[Ww]ij|[Ww]e), )(${CAPITAL} ${PREFIX}${CAPITAL})(?= en )`, 'gu')
const WE_TOO = new RegExp(`(\\[naam\\] en )(${CAPITAL} ${PREFIX}${CAPITAL})(?=,)`, 'gu')
const TITLED_LOW = new RegExp(
  String.raw`(${START}(?:[Ii]k ben|[Mm]et) (?:mevrouw|meneer|mevr|mw|dhr|de heer) )((?:(?:van|de|der|den) ){0,2}\p{Ll}{3,20})`,
  'gu',
)
const DEAR = new RegExp(`(${START}(?:[Bb]este|[Hh]oi|[Dd]ag|[Hh]allo|[Gg]eachte) )(${CAPITAL})(?=,)`, 'gu')
/** All in capitals: the particles and one word. */
const SHOUTED =
  /((?<![\p{L}\p{N}])(?:MEVROUW|MENEER|DE HEER|DHR\.?|HR\.?|MEVR\.?|MW\.?|FAMILIE|BUURMAN|BUURVROUW) )((?:(?:VAN|DE|DER|DEN|TEN|TER) ){0,2}\p{Lu}{2,30})(?!\p{L})/gu

const SIGNED = new RegExp(
  String.raw`(${START}(?:(?:[Mm]et )?(?:[Vv]riendelijke |[Hh]artelijke )?[Gg]roet(?:en|jes)?|[Gg]roetjes|[Gg]r\.?|[Mm][Vv][Gg]|[Mm]\.[Vv]\.[Gg]\.?|[Hh]oogachtend|[Ll]iefs|[Kk]ind regards|[Rr]egards)[,.! ]{0,3}\s{0,3}(?:van |van: )?${DEGREES})(${NAME})`,
  'gu',
)
/** The second who signs. */
const SIGNED_TOO = new RegExp(String.raw`(\[naam\] (?:en|&|\+) )(${CAPITAL})(?=[.!\s]{0,5}$)`, 'gu')
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
   nederlander nederlandse inwoner inwoners ondernemer vader moeder ouder oma opa student bezorgde boze tevreden een- gewoon al erg heel zeer op in anoniem privé geen onbekend belangrijk bekend vereniging stichting bewonersvereniging dorpsbelangen kdv basisschool winkeliersvereniging huurdersvereniging politie brandweer ggd een trotse jaren weer tot alvast haas vanaf buren mensen allen allemaal redactie raadsleden lezer lezers lezeres dames heren heer
   vvd pvda cda groenlinks sp pvv cu christenunie sgp fvd volt bbb denk lijst fractie partij bakkerij slagerij firma bedrijf restaurant café camping garage hotel school club onze mijn nextdoor facebook kinderen ouders klant klantenservice afdeling financiën verkeer wonen zorg jeugd sport cultuur onderwijs economie duurzaamheid ruimte`.split(
    /\s+/,
  ),
)
const PARTICLES = new Set(['van', 'de', 'der', 'den', 'ten', 'ter', 'het', 'op'])

function isPerson(name: string): boolean {
  const words = name.split(' ')
  const [first = ''] = words
  if (NO_NAMES.has(first.toLowerCase()) && !(PARTICLES.has(first.toLowerCase()) && words.length > 1)) return false
  const isPlace = (word: string, at: number) =>
    PLACE_END.test(word) && !(SURNAME_END.test(word) && at > 0 && (PARTICLES.has(words[at - 1]!.toLowerCase()) || at === words.length - 1))
  return !words.some(isPlace)
}

/** "Pietersma van Eikenlaan" is somebody and where they live. */
function withoutHome(name: string): [person: string, rest: string] {
  const at = name.search(/ (?:van|uit|in|op|aan) (?:de |het )?\p{Lu}[\p{L}'’-]*$/u)
  return at > 0 ? [name.slice(0, at), name.slice(at)] : [name, '']
}

/** A first name that many people have, and a surname: no cue is needed, unless a building or an organisation bears it. */
const KNOWN = new RegExp(`(${START})(\\p{Lu}\\p{L}{1,15} (?:${INITIALS})?${PREFIX}${CAPITAL})`, 'gu')
const NAMED_AFTER =
  /(?:school|basisschool|obs|kbs|cbs|ikc|college|lyceum|museum|theater|stichting|zwembad|sporthal|sporthal de|plein|zaal|gebouw|brug|tunnel|park|huis|kliniek|ziekenhuis|winkel|salon|bakkerij|slagerij|kapper|garage|autobedrijf|rijschool|praktijk|restaurant|café|de|het) $/i

/** So many signs before a name are looked at. */
const NAMED_CONTEXT = 20

const PATTERNS = [
  INTRODUCED,
  NAME_FIRST,
  I_AM,
  SHOUTED,
  TITLED,
  WHO_IS,
  HERE,
  WE,
  WE_TOO,
  TITLED_LOW,
  OFFICE,
  FULL,
  DEAR,
  SIGNED,
  SIGNED_TOO,
  SIGNED_LOW,
]

/** Names of persons where the words before them leave no doubt; street names such as "Burgemeester Reigerstraat" stay. */
export function maskNames(text: string, found: () => void): string {
  const replace = (whole: string, cue: string, name: string) => {
    const [person, rest] = isPerson(name) ? [name, ''] : withoutHome(name)
    if (!isPerson(person)) return whole
    found()
    return `${cue}[naam]${rest}`
  }
  let rest = text
  for (const pattern of PATTERNS) rest = rest.replace(pattern, replace)
  rest = rest.replace(KNOWN, (whole: string, _start: string, name: string, at: number) => {
    const first = name.slice(0, name.indexOf(' ')).toLowerCase()
    return FIRST_NAMES.has(first) && isPerson(name) && !NAMED_AFTER.test(rest.slice(Math.max(0, at - NAMED_CONTEXT), at))
      ? replace(whole, '', name)
      : whole
  })
  return rest
}
