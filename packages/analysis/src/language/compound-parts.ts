/**
 * Nouns (and a few verb stems) of public space and public service that Dutch compounds are made of. Written by hand.
 * A compound is split only when every part stands here, so the list errs on the side of leaving words whole.
 */
const PARTS = `
  aanbod aanleg aansluiting aanvraag aanslag aarde advies adres afdeling afsluiting afspraak afstand afval afvoer akker alarm ambtenaar ambulance angst appartement arbeid arm asbest asiel asfalt auto automaat avond
  baan baby bad bak balie ballon band bank barst batterij bed bedrijf beeld beheer begraafplaats bel belasting beleid bewoner bewijs bezoeker bezorg bibliotheek biljet binnenstad blad bladeren blik blokkade bloem bloembak bodem boete boom boombak bond boot bord borg
  bouw bouwplaats brand brandweer brief brievenbus brom bromfiets bron brug buis buiten bureau burger burgemeester bus bushalte buurt buurthuis
  café camera campus centrum chauffeur college container controle coffeeshop
  dak dakloos dam deel deur dienst dier dijk dood doek dorp drank drempel drug drugs druk duif duin duw
  eend eik eiken eiland elektriciteit energie enquête ergernis erf evenement examen
  fabriek feest festival fiets fietser fietspad flat fontein formulier foto functie
  gang garage gas gat gebied gebouw geest gehandicapten gel geld geluid gemaal gemeente gemeenteraad gezondheid gevaar gevel gezin gif gladheid glas glasbak glijbaan goot gracht graf graffiti gras grens grof groen groep grond grondwater gymzaal
  hal halte handhaving haven hal heg hek helling hinder hof hoek hond honden horeca hout huis huishoud huisvuil hulp huur hangjongeren hang
  ijs informatie ingang inbraak inkomen insect installatie inwoner invalide inzamel inspraak
  jaar jeugd jongeren jongere
  kaart kabel kade kamer kanaal kant kanaal kantoor kap kar kast kastanje kasteel kat keet kelder kenteken kerk kerst kerstboom kijk kind kinder kinderen klacht klas klant kleding klep klimaat klok klinker knip koffie kolk konijn koop kop kosten kraan kraam krant kroon kruid kruispunt kruising kunst
  laad laadpaal laan lamp lantaarn lantaarnpaal land lawaai leiding lek lente leer les leven licht lift lijn lijst linde locatie loket lokaal loods lood loon lucht luik
  maai maand maat markt mast materiaal mazout meeuw melding mest meter meubel meubilair milieu molen motor muis mus museum muur muziek
  nacht natuur nest net netwerk nest nummer
  oever olie omleiding onderhoud onderwijs ondernemer ongeluk ongeval onkruid ontwikkeling oorlog oplaad opruim opslag opvang oud ouder overlast overleg oversteek overweg
  pad paal pakket paling pand papier parkeer park parkeergarage parkeerplaats parkeerplek parkeerautomaat pas paspoort patat peuter perron pilaar plaag plaat plaats plak plan plant plantsoen plas plastic platform plein plek ploeg poep politie politiek pomp pont poort poot port post pot prijs prikkel prikbord product project provincie prullenbak prullen puin put
  raad raam racerij race rail rat ratten recht recreatie rek regen reiniging reis reken rekening restaurant riet rij rijbewijs rijbaan rijn ring riool riolering rivier rode rolstoel rolcontainer rommel rook rotonde route rots ruimte rups
  sanering scheur scherm schip school schade schapen scheiding schoffel schuur schoonmaak schouw schutting scooter seizoen sein singel slaap slag slang sleutel slip slob sloop sloot slot sluis smurrie snelheid sneeuw snoei soort spel speel speelplaats speeltuin speeltoestel spelen spiegel spook spoor sport sporthal spreekuur spuit stad stadhuis stadsdeel stal stank standplaats station statie steen steeg steiger stem stempel ster stelsel stelling stof stoep stoeptegel stoel stoplicht storm storing straat straatlantaarn strand stroom stroming strooi struik student subsidie
  tafel tak takken tandarts tank tarief taxi tegel tegels tekst telefoon tent terras terrein theater tijd toegang toekomst toerist toerisme toestel toeslag toets toilet ton top toren tractor tram trap trein trottoir tuin tunnel
  uit uitgang uitkering uitlaat uitlaat uitwerpselen uitzicht
  vaar vaart val vandalisme veeg veer veld ventilatie verbod vereniging vergadering vergunning verhuur verhard verharding verkeer verkiezing verlichting vermogen vervoer verzorging verzekering verzakking vet video vijver vis vlag vlees vlieg vliegveld vloer voedsel voet voetbal voetganger vogel volk voorlichting voorraad voorziening vorst vracht vrachtwagen vriend vrijheid vrijwilliger vuil vuilnis vuur vuurwerk
  waarde wacht wachttijd wagen wal wand wandel wandelpad warmte was water waterleiding weg wegdek wedstrijd week weer weide welzijn werk werkzaamheden wesp wespen wet wiel wijk wild wilg wind windmolen winkel winkelwagen winter wissel woning wonen woord wortel wrak
  zaak zaal zak zand zebra zee zeil zeug zicht ziekenhuis ziekte zijde zitbank zomer zon zone zorg zout zuil zuur zwaar zwam zwem zwembad zwerf zwerfafval zwerver
`

/** Lower-case parts, three letters or more. */
export const COMPOUND_PARTS: ReadonlySet<string> = new Set(PARTS.split(/\s+/).filter((word) => word.length >= 3))
