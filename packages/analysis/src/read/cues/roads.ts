import type { CategoryCues } from './category-cues.ts'

/** Cues of wegen-verkeer-straatmeubilair. */
export const ROADS_CUES: Readonly<Record<string, CategoryCues>> = {
  'wegen-verkeer-straatmeubilair/autom-verzinkbare-palen': {
    strong: 'verzinkbare paal|beweegbare paal|pollers|poller|zakpaal|verzinkbare palen',
    medium: 'paal & omhoog|paal & omlaag|poller & kapot|paal gaat niet',
    weak: 'paal',
  },
  'wegen-verkeer-straatmeubilair/bewegwijzering': {
    strong: 'bewegwijzering|straatnaambord|wegwijzer|straatnaambordje|anwb bord|fietsknooppunt',
    medium: 'naambord|richtingbord|bordjes & route|wegwijzers|knooppuntbord|huisnummerbord',
    weak: 'route',
  },
  'wegen-verkeer-straatmeubilair/camerasystemen': {
    strong: "camera & kapot|cameratoezicht|camera ophangen|bewakingscamera|camera's & plaatsen|flitspaal",
    medium: "camera|camera's|camerabeelden|beveiligingscamera",
    weak: 'toezicht',
  },
  'wegen-verkeer-straatmeubilair/fietsrek-nietje': {
    strong: 'fietsenrek|fietsrek|fietsnietje|fietsenrekken|fietsenstalling|nietje & fiets|stalling & vol',
    medium: 'fietsparkeren|fietsenstalling & vol|fietskluis|fietsen stallen|rek & fietsen',
    weak: 'fietsen',
  },
  'wegen-verkeer-straatmeubilair/klok': {
    strong: 'klok & stil|klok & kapot|torenklok|stadsklok|kerkklok|klok loopt',
    medium: 'klok|wijzerplaat|klok & tijd|stationsklok',
    weak: 'tijd',
  },
  'wegen-verkeer-straatmeubilair/lantaarnpaal-straatverlichting': {
    strong:
      'lantaarnpaal|lantaarnpalen|straatverlichting|straatlantaarn|lantaarn & kapot|lamp & brandt niet|lichtmast|verlichting & uit|verlichting & kapot|straatlamp|pikkedonker|verlichting doet',
    medium:
      'lantaarn|verlichting|lamp|pikdonker|aardedonker|brandt niet|lampen|donker & fietspad|donker & straat|licht & uit|knipperende lamp',
    weak: 'donker|licht',
  },
  'wegen-verkeer-straatmeubilair/omleiding': {
    strong: 'omleiding|omleidingsroute|omgeleid|wegafsluiting|weg afgesloten|straat afgesloten|omrijden',
    medium: 'afgesloten|afsluiting|wegopbreking|bereikbaarheid & winkels|weg & open|opengebroken',
    weak: 'werkzaamheden',
  },
  'wegen-verkeer-straatmeubilair/omleiding-belijning-verkeer': {
    strong: 'belijning|wegmarkering|zebrapad & vervaagd|strepen & weg|haaientanden|zebrapad & zichtbaar|belijning & vervaagd',
    medium: 'markering|zebrapad|strepen|lijnen & weg|middenstreep|verf & wegdek',
    weak: 'vervaagd',
  },
  'wegen-verkeer-straatmeubilair/onderhoud-fietspad': {
    strong:
      'fietspad & gat|fietspad & slecht|fietspad & hobbel|fietspad & kapot|fietspad & wortels|fietspad & scheuren|fietspad & onderhoud|fietspad & gevaarlijk',
    medium: 'fietspad|fietsstrook|wegdek & fietspad|fietspaden|hobbels',
    weak: 'fietsers|fietsen',
  },
  'wegen-verkeer-straatmeubilair/onderhoud-stoep-straat-en-fietspad': {
    strong:
      'stoeptegel|stoeptegels|losse tegel|losliggende tegels|gat in de weg|stoep & verzakt|gat & wegdek|verzakking|scheve tegels|kuil & weg|tegels & los|stoep & kapot|gat & weg|straat & verzakt|wegdek & kapot|gestruikeld & tegel',
    medium:
      'stoep|trottoir|tegels|wegdek|bestrating|klinkers|asfalt|kuil|kuilen|gaten|verzakt|voetpad|stoeprand|losse stenen|rollator|straat & slecht',
    weak: 'gevallen|struikelen|gat',
  },
  'wegen-verkeer-straatmeubilair/oplaadpunt': {
    strong: 'laadpaal|laadpalen|oplaadpunt|oplaadpaal|laadplek|elektrische auto & laden',
    medium: 'laadplein|opladen|laadkabel|laadpunt|elektrisch rijden',
    weak: 'laden',
  },
  'wegen-verkeer-straatmeubilair/overig-wegen-verkeer-straatmeubilair': {
    strong: 'bushokje|bushalte & kapot|abri|verkeersspiegel|slagboom|bushokje & vernield',
    medium: 'bushalte|tunnel|straatnaam|halte|parkeergarage|spoorwegovergang|fietstunnel|brievenbus',
    weak: 'weg|straat',
  },
  'wegen-verkeer-straatmeubilair/parkeer-verwijssysteem': {
    strong: 'parkeerverwijssysteem|parkeerverwijzing|parkeerbord & vol|aantal vrije plekken|bord & parkeergarage',
    medium: 'verwijssysteem|parkeerroute|vrije plaatsen & bord',
    weak: 'parkeergarage',
  },
  'wegen-verkeer-straatmeubilair/parkeerautomaten': {
    strong: 'parkeerautomaat|parkeermeter|parkeerautomaten|betaalautomaat & parkeren|parkeerkaartje|parkeerzuil',
    medium: 'parkeergeld|betaald parkeren|pinnen & parkeren|parkeerapp|parkeertarief|parkeerkosten',
    weak: 'automaat',
  },
  'wegen-verkeer-straatmeubilair/prullenbakkapot': {
    strong:
      'prullenbak & kapot|prullenbak & stuk|afvalbak & kapot|prullenbak & vernield|prullenbak & opgeblazen|prullenbak & weg|afvalbak & vernield|prullenbak & scheef',
    medium: 'prullenbak & los|prullenbak & bodem|afvalbak & stuk|vuilnisbak & kapot',
    weak: 'prullenbak',
  },
  'wegen-verkeer-straatmeubilair/put-riolering-verstopt': {
    strong:
      'put & verstopt|riool & verstopt|riolering & verstopt|wateroverlast|straat & blank|straat & onder water|putten & verstopt|ondergelopen|rioollucht|put & overstroomt|water & blijft staan|kolk & verstopt',
    medium: 'riool|riolering|put|putten|rioolstank|regenwater|plas & blijft|overstroomd|afvoer|putje|kolk|verstopt|hoosbui',
    weak: 'water|regen|plassen',
  },
  'wegen-verkeer-straatmeubilair/put-riool-kapot': {
    strong: 'putdeksel|put & kapot|riool & kapot|riool & lek|deksel & los|putdeksel & los|putdeksel & weg|rioolbuis & gebroken',
    medium: 'deksel|put & verzakt|rammelende put|riool & gesprongen|waterleiding & gesprongen|waterlek|waterlekkage',
    weak: 'put',
  },
  'wegen-verkeer-straatmeubilair/speelplaats': {
    strong:
      'speeltuin|speeltoestel|schommel|glijbaan|speelplaats|speelplek|wipkip|klimrek|zandbak|speeltuintje|trapveldje & speeltoestel|kabelbaan',
    medium: 'speelveldje|speelveld|speeltoestellen|kinderen & spelen|speeltuinvereniging|valtegels',
    weak: 'kinderen|spelen',
  },
  'wegen-verkeer-straatmeubilair/sportvoorziening': {
    strong:
      'sportveld|voetbalkooi|skatebaan|basketbalveld|trapveld|voetbalveldje|doel & kapot|panna|trapveldje|beweegtuin|fitnesstoestel|voetbaldoel',
    medium: 'skatepark|basketbalring|sportpark|kunstgras|doeltje|pannakooi|tafeltennistafel|jeu de boules',
    weak: 'sporten',
  },
  'wegen-verkeer-straatmeubilair/stadsplattegronden': {
    strong: 'plattegrond|stadsplattegrond|plattegrondbord|informatiepaneel|informatiebord',
    medium: 'infobord|kaart & centrum|toeristisch bord',
    weak: 'kaart',
  },
  'wegen-verkeer-straatmeubilair/straatmeubilair': {
    strong:
      'bankje & kapot|bankje & stuk|bank & vernield|zitbank|paaltje & scheef|paaltje & kapot|amsterdammertje|hek & kapot|bankje & plank|picknicktafel|paaltje & om|leuning & los',
    medium: 'bankje|bankjes|paaltje|paaltjes|hekwerk|hek|straatmeubilair|bloembak & kapot|betonblok',
    weak: 'paal|scheef',
  },
  'wegen-verkeer-straatmeubilair/tijdelijke-verkeersmaatregelen': {
    strong:
      'wegwerkzaamheden|tijdelijke borden|werk aan de weg|tijdelijk verkeersbord|wegversmalling & tijdelijk|tijdelijke verkeerslichten',
    medium: 'werkzaamheden|dranghekken|pionnen|afzetting & vergeten|wegwerkers|borden & vergeten',
    weak: 'aannemer|borden',
  },
  'wegen-verkeer-straatmeubilair/verkeersbord-verkeersafzetting': {
    strong: 'verkeersbord|verkeersborden|bord & omgereden|bord & scheef|verbodsbord|verkeerspaal|bord & verdwenen|verkeersbord & scheef',
    medium: 'bord & gedraaid|borden & onduidelijk|inrijverbod|afzetting|bord & weg|snelheidsbord',
    weak: 'bord',
  },
  'wegen-verkeer-straatmeubilair/verkeerslicht': {
    strong: 'verkeerslicht|stoplicht|stoplichten|verkeerslichten|vri|stoplicht & rood|voetgangerslicht',
    medium: 'groen licht & wachten|drukknop|licht springt|rood licht & lang|kruispunt & licht',
    weak: 'rood|groen',
  },
  'wegen-verkeer-straatmeubilair/verkeersoverlast': {
    strong:
      'te hard rijden|rijden & te hard|rijdt & te hard|reden & te hard|hardrijders|te hard gereden|rijdt te hard|rijden te hard|racen|scheuren & straat|sluipverkeer|vrachtverkeer|verkeersoverlast|straatracers|hard rijden|vrachtwagens & straat|hufterig rijgedrag|snelheid & straat',
    medium:
      "snelheid|30 zone|hard & auto's|scooters & fietspad|drempel & hard|fatbike|fatbikes|verkeersdrukte|motoren & lawaai|file|vrachtwagens|snelheidscontrole|verkeer",
    weak: "hard|auto's|verkeersdrempel",
  },
  'wegen-verkeer-straatmeubilair/verkeerssituaties': {
    strong:
      'gevaarlijk kruispunt|verkeerssituatie|gevaarlijke kruising|onoverzichtelijk|zebrapad & nodig|gevaarlijke oversteek|verkeersdrempel|verkeersonveilig|verkeersveiligheid|oversteken & gevaarlijk|kruispunt & gevaarlijk|rotonde & gevaarlijk|gevaarlijke bocht|bijna aangereden',
    medium:
      'kruispunt|rotonde|oversteekplaats|oversteken|drempels|schoolroute|haal en breng|aanrijding|ongelukken & gebeuren|voorrang|zicht & bocht|30 km|eenrichtingsverkeer|drempel|kruising',
    weak: 'gevaarlijk|fietsers|kinderen & school',
  },
}
