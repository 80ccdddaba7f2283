/** Words at which a noun phrase ends: pronouns, conjunctions, common finite verbs, adverbs and what is said rather than meant. */
const BREAKS: ReadonlySet<string> = new Set(
  (
    'ik je jij u hij zij ze we wij jullie hun hem haar mij me ons dat die wie wat waar wanneer waarom hoe welke er iemand niemand iedereen iets niets alles men ' +
    'en of maar want omdat als dan toen dus terwijl zodat hoewel sinds tot nadat voordat ' +
    'is zijn was waren heeft hebben had hadden wordt worden werd kan kunnen kon moet moeten moest mag mogen wil willen wou zou zouden zal gaat gaan ging komt komen kwam ' +
    'staat staan ligt liggen lag zit zitten zat doet doen deed laat laten liet blijft blijven bleef maakt maken geeft geven ziet zien zag hoor hoort horen hoorde vind vindt vinden ' +
    'weet weten denk denkt loopt lopen liep rijdt rijden reed valt vallen viel krijgt krijgen kreeg hangt hangen brandt stinkt lijkt heet zegt zeggen zei vraagt vragen belt meldt ' +
    'heb ben hebt bent ga kom sta lig zit doe laat zie hoop snap graag ruikt slaat haalt haal help bedankt dank ' +
    'weer alweer nu nog wel niet ook al zomaar toevallig gewoon echt heel erg zo te veel meer minder steeds altijd nooit vaak soms eindelijk meteen straks net pas eens maar even toch zelfs ' +
    'vandaag gisteren morgen vanavond vanochtend vanmorgen vanmiddag vannacht hier daar ergens overal nergens thuis buiten binnen open dicht weg terug los vast ' +
    'ja nee hoor toch hè he joh man jongens mensen allemaal svp aub ajb hallo hoi moi goedemorgen goeiemorgen beste geachte fijne fijn mooi leuk lekker tenminste hetzelfde mn zn ie ge ’t t'
  ).split(' '),
)

/** Whether a lower-case word ends a noun phrase. */
export const isTitleBreak = (lower: string): boolean => BREAKS.has(lower)
