import type { Facet } from '@rumoer/contracts'
import type { CueList } from '../../language/cue-trie.ts'

const cue = (label: Facet, weight: number, text: string) => ({ label, weight, cues: text.split('|').map((part) => part.trim()) })

/** Words that show a facet; weights are chances that combine as 1 − Π(1 − weight). Matched by stem, `*` is a gap of up to five words. */
export const FACET_CUES: CueList<Facet> = [
  cue(
    'melding',
    0.5,
    'kapot|stuk|defect|vernield|verstopt|losliggend|verzakt|afgebroken|omgewaaid|omgevallen|gedumpt|overvol|puilt uit|doet het niet|werkt niet|brandt niet|is uit|ligt er|ligt weer|staat scheef|ligt los|niet opgehaald|niet geleegd|niet gestrooid|loopt over|lekt|lekkage|beklad|zit los|is lek|uitgevallen|overstroomt|ondergelopen',
  ),
  cue(
    'melding',
    0.4,
    'ligt vol|is vol|zit vol|vies|smerig|rommel|troep|zwerfafval|zwerfvuil|grofvuil|hondenpoep|stinkt|onkruid|gat in|gaten in|glas op|scherven|overlast|lawaai|gevaarlijk|onveilig|geparkeerd|geluidsoverlast|ratten|wespennest|donker|graffiti|te hoog|staat blank|rijden te hard|rijdt te hard|te hard gereden|vol afval|bende',
  ),
  cue(
    'melding',
    0.5,
    'ik wil melden|wil ik melden|wil graag melden|bij deze meld|hierbij meld|graag actie|graag opruimen|graag repareren|kunt u * opruimen|kunnen jullie * opruimen|kan iemand * opruimen|kan dit * gemaakt|kunt u * repareren|graag weghalen|kan de gemeente * opruimen|wanneer * gemaakt|wanneer * opgeruimd|wanneer * gerepareerd|melding maken|bel * wanneer',
  ),
  cue(
    'symptom',
    0.75,
    'alweer|weer eens|voor de zoveelste keer|zoveelste|elke dag weer|steeds weer|steeds opnieuw|telkens|telkens weer|nog steeds|nog altijd|keer op keer|al weken|al maanden|al jaren|al dagen|wekenlang|maandenlang|jarenlang|dagenlang|structureel|derde keer|vierde keer|vijfde keer|zesde keer|tiende keer|tweede keer|elke week|iedere week|elke nacht|iedere nacht|elke dag|iedere dag|elke avond|iedere avond|elk weekend|ieder weekend|elk jaar|ieder jaar|altijd hetzelfde|hetzelfde liedje|al zo vaak|al vaker|vaker gemeld|al meerdere keren|meerdere malen|meermaals|meermalen|herhaaldelijk|blijft terugkomen|komt steeds terug|keert steeds terug|houdt niet op|niet de eerste keer|is weer raak|weer raak|was weer raak|vaste prik|iedere keer|elke keer|sinds maanden|sinds weken|al lange tijd|al een jaar|al een half jaar|al twee weken|al drie weken|al tijden|eindeloos',
  ),
  cue(
    'symptom',
    0.45,
    'opnieuw|weer vol|weer kapot|weer vies|weer een bende|weer een puinhoop|is het weer|ligt weer|ligt er weer|staat er weer|weer rommel|weer zwerfafval|weer afval|weer overlast|regelmatig|vaak|wederom|andermaal|blijft maar|gaat maar door|erger en erger|steeds erger|alsmaar',
  ),
  cue(
    'engagement',
    0.75,
    'wie doet mee|wie helpt mee|doe je mee|doen jullie mee|doet u mee|ik help graag|wij helpen graag|help graag mee|helpen graag mee|ik wil wel helpen|wil ik best helpen|wil best helpen|wil wel helpen|wij willen helpen|ik wil graag helpen|wil graag meehelpen|ik bied aan|wij bieden aan|bied me aan|meld me aan als vrijwilliger|vrijwilliger worden|ik organiseer|wij organiseren|we organiseren|organiseren we|organiseer ik|wil ik * organiseren|wil * organiseren|wil wel * organiseren|kan ik * organiseren|zullen we * opruimen|zullen we samen|gaan we samen|laten we samen|samen opruimen|samen schoonmaken|kom ook helpen|kom helpen|komt allen|opruimactie|schoonmaakactie|buurtactie|burgerinitiatief|bewonersinitiatief|buurtinitiatief|handen uit de mouwen|ik wil meedenken|wij denken graag mee|denk graag mee|meedenken|de handen ineen|adopteer|adopteren|prikstokken|ik regel|wij regelen|stel me beschikbaar|trommel * buren|buren optrommelen|zelf opruimen|zelf opgeruimd|we ruimen|wij ruimen',
  ),
  cue(
    'engagement',
    0.4,
    'samen|initiatief|buurtbarbecue|buurtfeest|straatfeest|vrijwilligers|meehelpen|helpen mee|helpen|meedoen|aanpakken met|met de buurt|met de hele straat|handtekeningen|petitie|werkgroep|bewonersgroep',
  ),
  cue(
    'complaint',
    0.75,
    'klacht|klacht indienen|belachelijk|schandalig|schande|onacceptabel|niet te geloven|van het kastje naar de muur|niemand doet iets|gemeente doet niets|gemeente doet niks|er gebeurt niets|er gebeurt niks|gebeurt niks|gebeurt niets|niets gedaan|niks gedaan|geen reactie|geen antwoord|nooit antwoord|niet serieus genomen|waar betalen we|waar betaal ik|ben het zat|zijn het zat|slecht geregeld|niet normaal|onbegrijpelijk|teleurgesteld in|ontevreden|slechte service|niet nagekomen|beloofd maar|afgescheept|aan het lijntje|slappe hap|waardeloos|wanbeleid|laks|incompetent|aanfluiting|slaat nergens op|kan toch niet|kan echt niet|klaar mee|ergernis|ergeren',
  ),
  cue(
    'complaint',
    0.35,
    'boos|teleurstellend|nog steeds niets|nog steeds niet|wachten|te laat|jammer|slecht|helaas|overlast|zat|gemeente * niets|gemeente * niks',
  ),
  cue(
    'compliment',
    0.75,
    'compliment|complimenten|complimentje|bedankt voor|dank voor|dank aan|dankjewel voor|dank jullie|hulde|petje af|top geregeld|goed geregeld|goed gedaan|goed werk|mooi werk|snel opgelost|snel geholpen|netjes opgelost|keurig opgelost|keurig geholpen|super geregeld|chapeau|goed bezig|prima geholpen|vriendelijk geholpen|hartelijk dank|wat een verbetering|tevreden over|blij met|blij mee|ziet er * uit|topper|toppers|ga zo door|pluim|lof',
  ),
  cue('compliment', 0.35, 'bedankt|dankjewel|dank|fijn dat|mooi dat|goed dat|top|prachtig|geweldig|blij|tevreden|eindelijk|trots'),
  cue(
    'suggestion',
    0.7,
    'idee|een idee|tip|suggestie|voorstel|ik stel voor|wij stellen voor|waarom niet gewoon|waarom * geen|waarom zetten|waarom plaatsen|zou het niet beter|zou het niet handig|zou het niet een goed idee|misschien kan * gemeente|misschien kunnen jullie|misschien een|kunnen jullie niet|kan de gemeente niet|kunnen we niet|zou mooi zijn als|zou fijn zijn als|zou goed zijn als|zou leuk zijn als|zou handig zijn als|zou helpen als|het zou * zijn als|beter is het om|graag meer|plaats * camera|zet * neer|maak er * van|wat dacht je van|wat als we|pleit voor|pleiten voor|oplossing zou zijn|een oplossing is',
  ),
  cue(
    'suggestion',
    0.35,
    'misschien|beter|zou kunnen|kunnen plaatsen|extra|meer prullenbakken|meer groen|meer bankjes|moet er komen|moeten er komen|moet * komen|er moet een',
  ),
  cue(
    'urgent',
    0.8,
    'gaslucht|gaslek|gas lek|explosie|brand|in brand|staat in brand|huis brandt|levensgevaarlijk|levensgevaar|acuut gevaar|acuut|spoed|met spoed|noodgeval|nood|steekpartij|neergestoken|schoten gehoord|schietpartij|geschoten|gewonden|zwaargewond|gewond geraakt|iemand gewond|stroomuitval|zonder stroom|stroomstoring|geen stroom|geen water|waterleiding gesprongen|drinkwater|koolmonoxide|evacuatie|geëvacueerd|ontruimd|instortingsgevaar|dreigt in te storten|ingestort|staat op instorten|direct gevaar|zo snel mogelijk|onmiddellijk|losse stroomkabel|stroomkabel|open draad|elektra ligt bloot|vliegt rond|zinkgat|sinkhole|nl-alert|rook|giftig|kind * gevallen|open put|put open|deksel weg|ambulance|brandweer',
  ),
  cue(
    'urgent',
    0.4,
    'gevaarlijk|gevaar|direct|ongeluk|ongelukken|dringend|urgent|nu meteen|voordat er|wachten op een ongeluk|wachten op ongelukken|bedreigd|agressief|vechtpartij|112|politie gebeld',
  ),
  cue(
    'rumour',
    0.75,
    'ik hoor dat|hoorde dat|ik hoorde|gehoord dat|we horen dat|hoor net dat|er gaan geruchten|gerucht|geruchten|het schijnt|schijnt dat|schijnt * te|naar verluidt|ze zeggen dat|men zegt|wordt gezegd|er wordt gezegd|volgens de buren|klopt het dat|is het waar dat|is het waar|waar of niet|heb gehoord|hebben gehoord|hoor van|via via|las ergens|las op facebook|lees op facebook|zou er een|zou er komen|zouden er komen|iemand zei|iemand vertelde|weet iemand of|weet iemand wat er|nepnieuws|fabeltje|roddel|roddels',
  ),
  cue('rumour', 0.35, 'blijkbaar|kennelijk|schijnbaar|zou gaan|zouden gaan|vermoedelijk|doofpot'),
  cue(
    'symptom',
    0.6,
    'al * dagen|al * weken|al * maanden|al * jaar|keer gemeld|eerder gemeld|al eerder|eerder gebeld|terugkerend|wekelijks|dagelijks|maandelijks|steeds|vorige week ook|zoveelste keer|vaste klant|ieder jaar weer|derde op rij|blijft dat|hoe vaak nog|hoe lang nog',
  ),
  cue('symptom', 0.35, 'weer|sinds|elke|iedere|altijd|blijft|derde|vierde|nooit'),
  cue(
    'engagement',
    0.6,
    'wie wil er|wie wil mee|wie wil ook|wie gaat er mee|wie gaat mee|wie sluit aan|wie haakt aan|aanhaken|sluit je aan|iedereen is welkom|iedereen welkom|kom langs|schuif aan|biedt aan|bied ik aan|aanbieden om|aangeboden om|zelf maar opgeruimd|heb zelf * opgeruimd|wij willen zelf|willen zelf|wil zelf|wij doen het zelf|in eigen beheer|met een paar buren|met wat buren|met de buren|met een groepje|ik kan wel helpen|kan best helpen|wil meehelpen|willen meehelpen|meehelpen|zoek versterking|zoeken vrijwilligers|zoeken mensen|beschikbaar stellen|ik zorg voor|wij zorgen voor|ik neem * mee|neem * mee|aanmelden kan|meld je aan|geef je op|stuur me een berichtje|ik maak een lijstje|appgroep|buurtapp|mee te helpen|te helpen met|ik heb nog * liggen',
  ),
  cue(
    'suggestion',
    0.5,
    'toch eens|voortaan|volgende keer|een optie|zouden * kunnen|zou * kunnen|kan er niet|kan er geen|kunnen er niet|kunnen er geen|waarom niet|is het een idee|maak er|moeten ze|moeten jullie|misschien is|zet daar|zet er|hang daar|hang er|geef * een|laat * eens|beter zou zijn|liever een|liever een extra|denk aan een|scheelt een hoop|scheelt weer|stel voor|kan ook anders|zoals in|net als in',
  ),
  cue(
    'urgent',
    0.65,
    'vonken|brandlucht|stroom uit|stroom is uit|stroom uitgevallen|elektriciteit uit|chemische lucht|zit vast|gewond|aanrijding|reanimatie|instorten|omvallen|dreigt te|staat onder stroom|kabel geraakt|bijna aangereden|onder water gelopen|knal gehoord|harde knal|112 gebeld|politie ter plaatse|hulpdiensten|beademing|in paniek',
  ),
  cue(
    'rumour',
    0.6,
    'volgens mijn|volgens een|volgens de kapper|ik las|las dat|lees dat|lees ik dat|vertelde dat|vertelde me|gaat rond|ging rond|doet de ronde|ze zegge|ze zeiden|hoorde ik|hoor ik|hoorde van|hoorden|naar het schijnt|zou dichtgaan|moet ik geloven|klopt dit|klopt dat|is dat waar|is dit waar',
  ),
  cue(
    'question',
    0.5,
    'ik vraag me af|vraag me af|vroeg me af|mijn vraag is|mijn vraag|ik wil weten|wil graag weten|ik zou graag weten|kunt u mij vertellen|kunt u aangeven|kan iemand mij vertellen|weet iemand|iemand enig idee|kan iemand uitleggen|graag uitleg|graag informatie|ben benieuwd',
  ),
]

/** Categories whose reports are about things in public space: a problem there is a melding even without the word. */
export const PUBLIC_SPACE = new Set([
  'afval',
  'civiele-constructies',
  'openbaar-groen-en-water',
  'overlast-in-de-openbare-ruimte',
  'overlast-op-het-water',
  'overlast-van-dieren',
  'overlast-van-en-door-personen-of-groepen',
  'overlast-bedrijven-en-horeca',
  'schoon',
  'wegen-verkeer-straatmeubilair',
])
