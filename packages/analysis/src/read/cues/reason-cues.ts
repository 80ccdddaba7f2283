import type { Reading } from '@rumoer/contracts'
import type { CueList } from '../../language/cue-trie.ts'

export type Reason = NonNullable<Reading['avoidable']>['reason']

const cue = (label: Reason, weight: number, text: string) => ({ label, weight, cues: text.split('|').map((part) => part.trim()) })

/** What people say when better service could have spared the contact, or when they really need something new. */
export const REASON_CUES: CueList<Reason> = [
  cue(
    'status-unknown',
    0.65,
    'wat is de status|status van mijn|stand van zaken|hoe staat het met|hoor niets|niets gehoord|niks gehoord|niets meer gehoord|niks meer gehoord|nog niets gehoord|nog niks gehoord|geen reactie|geen antwoord|nog geen bericht|geen terugkoppeling|nooit teruggebeld|niet teruggebeld|zou worden teruggebeld|zou teruggebeld|wanneer krijg ik|wanneer hoor ik|wanneer komt mijn|hoe lang duurt|hoelang duurt|wacht al * op|wachten al * op|wacht nog steeds op|wachten nog steeds op|al * gemeld * niets|weken geleden gemeld|in behandeling',
  ),
  cue(
    'letter-unclear',
    0.7,
    'brief * snap|snap * brief|begrijp de brief|begrijp * brief niet|brief is onduidelijk|onduidelijke brief|brief niet duidelijk|wat bedoelen jullie met|wat betekent * brief|brief gekregen maar|brief ontvangen maar|moeilijke taal|ambtelijke taal|brief * begrijpen|aanslag * snap|aanslag * begrijp|beschikking * begrijp',
  ),
  cue(
    'page-wrong',
    0.7,
    'op de website staat|website klopt niet|website * niet vinden|kan het niet vinden|kan * vinden op de website|kan nergens vinden|nergens te vinden|link werkt niet|links werken niet|pagina niet gevonden|pagina bestaat niet|verouderde informatie|verkeerde informatie|formulier werkt niet|formulier * doet het niet|website * onduidelijk|staat niet op de website|site * niet vinden|niet op jullie site|foute openingstijden|openingstijden kloppen niet|volgens de website',
  ),
  cue(
    'repeat-after-closing',
    0.75,
    'melding gesloten maar|gesloten maar|afgehandeld maar|afgesloten maar|opgelost maar|status afgehandeld|melding is afgehandeld|melding is gesloten|zonder oplossing gesloten|niet opgelost|opnieuw gemeld|opnieuw melden|weer gemeld|nog een keer melden|nogmaals melden|tweede melding|derde melding|derde keer gemeld|meerdere keren gemeld|al drie keer gemeld|al vaker gemeld|vaker gemeld|eerder gemeld|al eerder gemeld|zoveelste melding|al meerdere meldingen|meermaals gemeld|herhaaldelijk gemeld',
  ),
  cue(
    'wrong-department',
    0.75,
    'doorverbonden|van het kastje naar de muur|kastje naar de muur|verkeerde afdeling|andere afdeling|niet van de gemeente|wijzen naar elkaar|verwijst naar|verwijzen naar|doorverwezen|doorgestuurd naar|moet ik bij de provincie|daar gaan wij niet over|waterschap * gemeente|wie gaat hierover|wie gaat er over|wie is verantwoordelijk',
  ),
  cue(
    'disruption',
    0.75,
    'website ligt eruit|website * storing|systeem ligt eruit|digid werkt niet|digid * storing|inloggen lukt niet|kan niet inloggen|niet inloggen|foutmelding|app werkt niet|site doet het niet|website doet het niet|website werkt niet|telefonisch niet bereikbaar|niemand neemt op|neemt niemand op|krijg geen gehoor|geen gehoor|betaling lukt niet|storing bij de gemeente|afspraak maken lukt niet',
  ),
  cue(
    'new-need',
    0.6,
    'ik wil graag aanvragen|wil * aanvragen|hoe vraag ik|hoe kan ik * aanvragen|waar kan ik * aanvragen|afspraak maken|wil een afspraak|graag een afspraak|kan ik terecht|hoe meld ik|waar kan ik|wil mij inschrijven|wil me inschrijven|verhuizing doorgeven|geboorteaangifte|aangifte doen|trouwen|paspoort * verlengen|rijbewijs * verlengen|paspoort aanvragen|rijbewijs aanvragen|vergunning aanvragen|parkeervergunning aanvragen|uittreksel|subsidie aanvragen',
  ),
]
