import { words as naturalEnglish } from 'natural/lib/natural/util/stopwords.js'
import { words as naturalDutch } from 'natural/lib/natural/util/stopwords_nl.js'

/** Function words, greetings and talk of messages that say nothing about the subject. */
const DUTCH = `
  'k 'm 'n 's 't aangezien aangaande achter achterna afgelopen alle allebei alleen allemaal alhoewel almaar alsnog alsof althans altijd
  alweer anders bedankt beetje behalve beide beiden ben beneden bent bepaald best beste bijna bijv bijvoorbeeld binnen binnenkort blijkbaar blijf blijft blijven
  boven bovendien buiten circa daarbij daardoor daarheen daarin daarna daarom daarmee daarnaast daarop daarover daarvan daarvoor dag dagen dank dankjewel dankuwel dankzij denk
  deed deden derde dezelfde diens dient diverse doe doet doordat doorgaans dus echt echter eens eerst eerste eigenlijk eindelijk elk elkaar elke enig enige enkel enkele erg erop eronder
  ervan ervoor etc eten even eveneens evenmin ga gaat gaan gedaan geef geeft gekomen geleden gelijk gemaakt gene genoeg gewoon geworden gezien gisteren goed goede goedemiddag goedemorgen goedenavond graag groet groeten
  gaf gehad gegaan gehele ging gingen gister goedendag haal had hadden hallo heb hebt hebben heel heen heet hele helemaal helaas hen hele hebt hierbij hierdoor hierin hiermee hierna hierop hiervan hoelang hoeveel hoewel hoi hoor
  iedere ieder iedereen ikzelf indien inmiddels inzake jaar jaren jawel jezelf jij jou jouw jouwe jullie jammer kom komen komt konden krijg krijgen krijgt kun kunt kwam kwamen laat laatst laatste lang langs later laten leuk liefst ligt liggen
  lijkt maak maakt maken maal maand maanden maar mag mee meest meestal meer meneer mevrouw mezelf middag mijne minder mijzelf misschien mocht mochten moest moesten moeten mogelijk mogen morgen mvg naast nabij nadat namelijk natuurlijk nee neem net
  nergens niemand nieuwe niks nodig nogal nogmaals nooit och ofwel omhoog omlaag omstreeks omtrent onder ondertussen ongeveer onlangs onszelf onze ooit opnieuw opzij overal overige paar pas per
  precies recent regelmatig rond rondom samen schijnt sinds sindsdien slechts smorgens snel sommige soms steeds straks staan staat stond stonden sta super tegenover ten ter terug terwijl tevens tijd tijdens tja toe toch tot totdat tussen toe totaal trouwens
  tweede twee uiteindelijk uiteraard uitgezonderd uur vaak vaker vanaf vanavond vandaag vandaan vanmiddag vanmorgen vannacht vanochtend vanuit vanwege veel vele verder verschillende veeleer vervolgens via vind vinden vindt volgens volgende vooraf vooral voordat voorheen voorbij voordien
  vorig vorige waar waaraan waarbij waardoor waarin waarna waarom waarop waarschijnlijk waarvan waarvoor wanneer waren weer weet weg week weken weten weinig wel welk welke weliswaar werden wezen wij wijzelf wilde wilden willen wilt word wordt wou zeer zeg zegt zeggen zelfde zelfs
  zet zie zien ziet zit zitten zeker zoals zodat zodra zogenaamd zoiets zojuist zolang zouden zoveel zulke zullen zult zowat zowel zeg één twee drie vier vijf aub svp ivm dmv mbt oa ed enz enzo joh nou he hè ah oh pff tsja haha hahaha lol gr gewoonweg denken heus keer keren
  moment maandag dinsdag woensdag donderdag vrijdag zaterdag zondag vandaag ochtend avond nacht dhr mevr beste geachte hoogachtend vriendelijke
  bericht melding meldingen gemeld melden melde meld gemeente mensen iemand elders wij zij
`

const ENGLISH = `
  hi hello dear please thanks thank regards sincerely there here has have had does did doing been being its it's don't doesn't isn't can't i'm i've we've they're very just also still again already
  really much many some any every since when where which who whom why how what would could should will shall may might must not no nor only own same than then too you your yours our ours his her hers
  their theirs them they she him himself herself itself themselves ourselves yourself into onto over under about above below between through during before after while because until off out down up
  week weeks day days today tomorrow yesterday morning evening night month year got get gets getting go goes going went come comes came one two three lot lots
`

const listOf = (text: string) => text.split(/\s+/).filter((word) => word !== '')
const DUTCH_STOP_WORDS: ReadonlySet<string> = new Set([...naturalDutch.map((word) => word.trim()), ...listOf(DUTCH)])
const ENGLISH_STOP_WORDS: ReadonlySet<string> = new Set([...naturalEnglish, ...listOf(ENGLISH)])

/**
 * Whether a lower-case word says nothing about the subject of a message. Any language but English is read with the Dutch list.
 * The empty word is not a stop word. Source: the lists of `natural` plus our own.
 * @example isStopWord('alweer', 'nl') // true
 */
export function isStopWord(lower: string, language: string): boolean {
  return language === 'en' ? ENGLISH_STOP_WORDS.has(lower) : DUTCH_STOP_WORDS.has(lower)
}
