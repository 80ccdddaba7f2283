import type { ResidentRole } from '@rumoer/contracts'
import type { CueList } from '../../language/cue-trie.ts'

const cue = (label: ResidentRole, weight: number, text: string) => ({ label, weight, cues: text.split('|').map((part) => part.trim()) })

/** What the text itself says of who writes; never a guess at a conviction. */
export const ROLE_CUES: CueList<ResidentRole> = [
  cue(
    'klant',
    0.7,
    'paspoort|rijbewijs|identiteitskaart|mijn aanvraag|mijn afspraak|aan de balie|aan het loket|mijn uitkering|mijn vergunning|klantenservice|afspraak maken|mijn dossier|mijn bezwaar|mijn verhuizing|in de wacht|mijn aanslag',
  ),
  cue('kiezer', 0.75, 'stemmen|mijn stem|gestemd op|ik stem|stem ik|bij de verkiezingen|volgende verkiezingen|kiezers|stempas|stembureau'),
  cue(
    'doelgroep',
    0.65,
    'mantelzorger|rolstoel|rollator|scootmobiel|slechtziend|blind|bijstand|mijn uitkering|wmo|pgb|alleenstaande|minima|jeugdzorg|statushouder|ouderen zoals|als oudere|als senior|gehandicapt',
  ),
  cue(
    'belastingbetaler',
    0.8,
    'belastinggeld|ons belastinggeld|belasting betalen|betalen belasting|betaal belasting|ozb|afvalstoffenheffing|rioolheffing|gemeentebelasting|onze centen|van onze centen|waar betalen we|waar betaal ik|hondenbelasting|belastingbetaler',
  ),
  cue(
    'gebruiker',
    0.6,
    'ik fiets|fiets ik|fietsen * elke|ik wandel|wandel ik|ik parkeer|ik kom hier|sport hier|spelen hier|mijn kinderen spelen|onze kinderen spelen|loop hier|ik loop|ik rijd|met de fiets|met de bus|bezoek de|bibliotheek|zwembad|speeltuin * kinderen|uitlaten|naar school fietsen|fiets * langs',
  ),
  cue(
    'partner',
    0.65,
    'namens de wijkraad|namens de stichting|namens de vereniging|wijkraad|dorpsraad|bewonersvereniging|woningcorporatie|onze stichting|onze vereniging|onze school|samenwerking met de gemeente|dorpsbelangen|winkeliersvereniging',
  ),
  cue(
    'vrijwilliger',
    0.75,
    'vrijwilliger|vrijwilligers|vrijwilligerswerk|ik help graag|wij helpen graag|help graag mee|wil wel helpen|wil best helpen|zelf opgeruimd|zelf opruimen|zwerfvuil rapen|prikstok',
  ),
  cue(
    'initiatiefnemer',
    0.75,
    'ik organiseer|wij organiseren|we organiseren|organiseren we|organiseer ik|wil * organiseren|burgerinitiatief|bewonersinitiatief|buurtinitiatief|ons initiatief|mijn initiatief|petitie gestart|actie gestart|wij starten|ik start|zullen we samen|wie doet mee|wie helpt mee|opgericht',
  ),
  cue(
    'deelnemer',
    0.7,
    'bewonersavond|inloopavond|informatieavond|inspraakavond|participatie|meegedaan|deelgenomen|ik doe mee|wij doen mee|meegepraat|enquête ingevuld|klankbordgroep|burgerpanel|aanwezig bij de avond|schouw',
  ),
  cue(
    'betrokkene',
    0.6,
    'onze buurt|onze wijk|onze straat|ons dorp|mijn buurt|mijn wijk|mijn straat|bij ons in de straat|in de straat|onze buurtapp|buurtpreventie|buurtbewoner|bewoner van|wij als buurt|met de buurt|de hele buurt',
  ),
  cue(
    'belanghebbende',
    0.7,
    'tegenover mijn huis|naast mijn huis|achter mijn huis|voor mijn deur|voor mijn huis|voor onze deur|voor ons huis|achter ons huis|naast ons huis|uitzicht|bezwaar maken|bezwaar ingediend|zienswijze|omwonende|omwonenden|waarde van mijn huis|waardedaling|direct omwonenden|mijn tuin|onze tuin|aanwonende',
  ),
  cue(
    'getroffene',
    0.75,
    'ik ben gevallen|ben gevallen|gestruikeld|mijn auto * beschadigd|schade aan mijn|mijn fiets gestolen|gewond|schadeclaim|schadevergoeding|mijn kelder|water in huis|kelder ondergelopen|slaap niet|kan niet slapen|lig wakker|niet meer slapen|bij mij ingebroken|durf niet meer|durven niet meer|durf ik niet|bang om|lekke band|zonder stroom|zonder water|doodziek',
  ),
  cue(
    'ondernemer',
    0.85,
    'mijn winkel|onze winkel|mijn zaak|onze zaak|mijn bedrijf|ons bedrijf|mijn klanten|onze klanten|ondernemer|als ondernemer|ondernemers|winkelier|mijn restaurant|mijn café|ons café|omzet|mijn onderneming|horecaondernemer|zzp',
  ),
  cue(
    'raadslid',
    0.85,
    'als raadslid|raadslid|onze fractie|mijn fractie|raadsfractie|schriftelijke vragen|motie|amendement|fractievoorzitter|statenlid|commissievergadering',
  ),
  cue(
    'pers',
    0.85,
    'onze redactie|onze verslaggever|verslaggever|journalist|woordvoerder van de gemeente|meldt een woordvoerder|redactie|persbericht|van onze correspondent|tegenover deze krant|aldus de gemeente|laat de gemeente weten',
  ),
]
