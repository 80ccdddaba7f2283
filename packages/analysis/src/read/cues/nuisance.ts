import type { CategoryCues } from './category-cues.ts'

/** Cues of overlast-bedrijven-en-horeca, overlast-in-de-openbare-ruimte, overlast-van-dieren, overlast-van-en-door-personen-of-groepen. */
export const NUISANCE_CUES: Readonly<Record<string, CategoryCues>> = {
  'overlast-bedrijven-en-horeca/geluidsoverlast-installaties': {
    strong: 'warmtepomp|airco & lawaai|ventilator & geluid|koelinstallatie|afzuiging & geluid|bromtoon|installatie & geluid|zoemend geluid',
    medium: 'brommend|gezoem|generator|aggregaat|afzuiginstallatie|airco',
    weak: 'geluid',
  },
  'overlast-bedrijven-en-horeca/geluidsoverlast-muziek': {
    strong:
      'muziek & café|café & lawaai|kroeg & muziek|harde muziek|bassen|bas & muziek|geluidsoverlast & café|geluidsoverlast & festival|festival & geluid|discotheek|muziek & nacht',
    medium: 'muziek|festival|feesttent|live muziek|bonken|evenement & geluid|dreunen',
    weak: 'feest|geluid|herrie',
  },
  'overlast-bedrijven-en-horeca/overig-horecabedrijven': {
    strong:
      'horecaoverlast|overlast & café|overlast & horeca|sluitingstijd|shisha|coffeeshop & overlast|overlast & bedrijf|snackbar & overlast',
    medium: 'horeca|café|kroeg|restaurant|coffeeshop|snackbar|supermarkt & overlast|bedrijf & overlast|laden en lossen',
    weak: 'bedrijf',
  },
  'overlast-bedrijven-en-horeca/overlast-door-bezoekers-niet-op-terras': {
    strong: 'bezoekers & lawaai|cafébezoekers|uitgaanspubliek|stappers|bezoekers & café|dronken & café|rokers & café',
    medium: 'uitgaansgebied|kroegbezoekers|na sluitingstijd|uitgaan',
    weak: 'bezoekers',
  },
  'overlast-bedrijven-en-horeca/overlast-terrassen': {
    strong: 'terras & lawaai|terras & overlast|terras & te groot|terras & stoep|terrassen & geluid|terrasoverlast',
    medium: 'terras|terrassen|terrasstoelen|terrasverwarmer',
    weak: 'tafeltjes',
  },
  'overlast-bedrijven-en-horeca/stankoverlast': {
    strong: 'stank & fabriek|stank & bedrijf|stank & restaurant|frituurlucht|baklucht|mestlucht|stank & snackbar|stank & boerderij',
    medium: 'stankoverlast|fabriekslucht|geuroverlast|geurhinder|mest & stank|chemische lucht',
    weak: 'stank|stinkt',
  },
  'overlast-in-de-openbare-ruimte/auto-scooter-bromfietswrak': {
    strong: 'autowrak|scooterwrak|auto zonder kenteken|wrak & auto|lekke banden & auto|brommerwrak|scooter & gesloopt|uitgebrande auto',
    medium: 'wrak|auto & staat al maanden|auto & al weken|caravan & staat|aanhanger & staat|verlaten auto|bromfietswrak',
    weak: 'scooter',
  },
  'overlast-in-de-openbare-ruimte/bouw-sloopoverlast': {
    strong: 'bouwplaats & lawaai|heien|bouwoverlast|sloopwerkzaamheden|bouwverkeer|sloop & stof|bouwlawaai|heipalen',
    medium: 'bouwplaats|bouwvakkers|hijskraan|bouwhek|bouwwerkzaamheden|bouwput|trillingen|heiwerk',
    weak: 'bouw|aannemer',
  },
  'overlast-in-de-openbare-ruimte/fietswrak': {
    strong: 'fietswrak|fietswrakken|weesfiets|weesfietsen|oude fietsen & weg|fiets & lekke',
    medium: 'fiets & staat al|fiets & gedumpt|fiets & sloot|achtergelaten fiets|verroeste fiets',
    weak: 'fiets',
  },
  'overlast-in-de-openbare-ruimte/hinderlijk-geplaatst-object': {
    strong: 'reclamebord & stoep|deelscooter|deelscooters|deelfiets|bord & stoep|obstakel|blokkeert & stoep|container & stoep|uitstalling',
    medium: 'object|in de weg|doorgang|versperd|rolstoel & langs|paal & in de weg|bouwcontainer|bloembak & in de weg',
    weak: 'stoep',
  },
  'overlast-in-de-openbare-ruimte/lozing-dumping-bodemverontreiniging': {
    strong: 'lozing|geloosd|bodemverontreiniging|chemisch afval|olie & bodem|vaten & gedumpt|lozen|verontreinigde grond',
    medium: 'verontreiniging|vervuilde grond|giftig|jerrycans|verf & put|chemicaliën|drugsdumping',
    weak: 'vaten|dumping',
  },
  'overlast-in-de-openbare-ruimte/markten': {
    strong: 'marktkraam|marktkramen|weekmarkt|markt & rommel|markt & afval|marktkoopman',
    medium: 'markt|kraam|kramen|marktdag|markt & parkeren|marktplein & vies',
    weak: 'koopman',
  },
  'overlast-in-de-openbare-ruimte/overig-openbare-ruimte': {
    strong: 'openbare ruimte|overlast & openbare ruimte|verloedering & buurt|verloedering|buurt & achteruit',
    medium: 'overlast & buurt|verpaupering|loslopende hond|honden los|hond & los|barbecue',
    weak: 'overlast',
  },
  'overlast-in-de-openbare-ruimte/parkeeroverlast': {
    strong:
      'parkeeroverlast|foutparkeren|foutgeparkeerd|fout geparkeerd|geparkeerd & stoep|parkeren & stoep|auto & stoep|dubbel geparkeerd|wildparkeren|parkeerdruk|parkeerprobleem|parkeren & overal|bewonersparkeren',
    medium:
      'parkeren|parkeerplaats|parkeerplek|parkeerplaatsen|geparkeerd|parkeerder|vergunninghouders|oprit & geblokkeerd|parkeert|busjes',
    weak: "auto|auto's",
  },
  'overlast-in-de-openbare-ruimte/stank-geluidsoverlast': {
    strong:
      'geluidsoverlast|stankoverlast & straat|lawaai & nacht|blaffende hond|geblaf|houtkachel|houtrook|rookoverlast|rioollucht & straat',
    medium: 'lawaai|herrie|stank|geluid & nacht|rook & buren|stookoverlast|vuurkorf|burengerucht',
    weak: 'stinkt|wakker|nachtrust',
  },
  'overlast-in-de-openbare-ruimte/wegsleep': {
    strong: 'wegslepen|weggesleept|wegsleepwagen|takelen|wegsleepregeling',
    medium: 'auto & weggesleept|sleepdienst|auto & laten verwijderen|takelwagen',
    weak: 'slepen',
  },
  'overlast-van-dieren/dode-dieren': {
    strong: 'dode eend|dode kat|dode vogel|dood dier|kadaver|dode hond|aangereden kat|dode zwaan|dode egel|dode das|dode ree|dode meeuw',
    medium: 'dode dieren|dode rat|dier & aangereden|dode vogels|vogelgriep|dode gans',
    weak: 'dood',
  },
  'overlast-van-dieren/duiven': {
    strong: 'duiven|duif|duivenpoep|duivenoverlast|duiven voeren',
    medium: 'duivenpest|duiven & balkon|duiven & dak',
    weak: 'vogels',
  },
  'overlast-van-dieren/ganzen': {
    strong: 'ganzen|gans|ganzenpoep|nijlgans|ganzenoverlast',
    medium: 'ganzen & park|ganzen & gras|ganzen & agressief',
    weak: 'vogels',
  },
  'overlast-van-dieren/meeuwen': {
    strong: 'meeuwen|meeuw|meeuwenoverlast|meeuwen & zakken|meeuwennest',
    medium: 'krijsende meeuwen|meeuwen & dak|vogels & zakken open',
    weak: 'krijsen',
  },
  'overlast-van-dieren/overig-dieren': {
    strong: 'zwerfkat|zwerfkatten|loslopende honden|steenmarter|marter|kauwen|roeken|hond & gebeten|wolf|mollen|muggen',
    medium: 'ongedierte|kraaien|hond & aangelijnd|katten|muizen|vossen|vliegen|konijnen|bijen|agressieve hond',
    weak: 'dieren|hond|vogels',
  },
  'overlast-van-dieren/ratten': {
    strong: 'ratten|rat|rattenoverlast|rattenplaag|ratten & straat|ratten & sloot',
    medium: 'rattengif|rattenval|rattennest|rattenkast',
    weak: 'ongedierte',
  },
  'overlast-van-dieren/ratten-in-en-rond-woning': {
    strong: 'ratten & huis|ratten & woning|ratten & tuin|rat & keuken|ratten & kelder|ratten & spouwmuur',
    medium: 'ratten & schuur|ratten & dak|ratten & kruipruimte',
    weak: 'woning',
  },
  'overlast-van-dieren/wespen': {
    strong: 'wespennest|wespen|wesp|hoornaars|hoornaar',
    medium: 'wespen & speeltuin|aziatische hoornaar|bijennest|zwerm',
    weak: 'steken',
  },
  'overlast-van-en-door-personen-of-groepen/daklozen-bedelen': {
    strong: 'daklozen|dakloze|bedelaars|bedelen|zwerver|zwervers|bedelaar',
    medium: 'slaapt & portiek|slapen & bankje|daklozenopvang|tentje & park|buitenslapers',
    weak: 'slapen',
  },
  'overlast-van-en-door-personen-of-groepen/drank-en-drugsoverlast': {
    strong:
      'drugsoverlast|drugs|dealers|dealen|junks|drugsdealers|lachgas|alcoholisten|drankoverlast|drugsgebruik|dronken|spuiten & gebruikt|wietlucht',
    medium: 'drinken & bankje|bierblikjes & drinken|blowen|lachgasflessen|dronkaards|verslaafden|wiet|drinkers|gedeald|deal',
    weak: 'blikjes|alcohol',
  },
  'overlast-van-en-door-personen-of-groepen/jongerenoverlast': {
    strong:
      'jongerenoverlast|hangjongeren|hangjeugd|overlast & jongeren|jongeren & hangen|jeugd & overlast|jongeren & lawaai|rondhangende jongeren|groep jongeren|jongeren & intimideren',
    medium: 'jongeren|jeugd|pubers|hangplek|jongens & scooters|groepje & hangen|kinderen & vernielen|jongetjes|jongerenwerker',
    weak: 'hangen|groep',
  },
  'overlast-van-en-door-personen-of-groepen/overige-overlast-door-personen': {
    strong:
      'verwarde man|verward persoon|verwarde vrouw|schreeuwende man|intimidatie|nageroepen|lastiggevallen|burenruzie|vechtpartij|ruzie & straat|bedreigd|messentrekkers|steekpartij|gluurder',
    medium:
      'schreeuwen|buurman & overlast|buren & overlast|overlast & persoon|onveilig & straat|inbraak|vandalisme|vernieling|vernield|agressief|overlastgevers',
    weak: 'onveilig|man',
  },
  'overlast-van-en-door-personen-of-groepen/overlast-door-afsteken-vuurwerk': {
    strong: 'vuurwerk|vuurwerkoverlast|cobra|zwaar vuurwerk|afsteken|carbid|vuurwerkbom|vuurwerk & afgestoken',
    medium: 'knallen|harde knal|vuurpijlen|rotjes|knal|mortierbom',
    weak: 'oudejaarsavond|oud en nieuw',
  },
  'overlast-van-en-door-personen-of-groepen/overlast-van-taxis-bussen-en-fietstaxis': {
    strong: "taxichauffeur|taxi & overlast|fietstaxi|touringcar|touringcars|taxi's & standplaats|bus & stationair|taxi & geparkeerd",
    medium: "taxi|taxi's|touringbus|buschauffeur|taxistandplaats",
    weak: 'bussen',
  },
  'overlast-van-en-door-personen-of-groepen/wildplassen-poepen-overgeven': {
    strong: 'wildplassen|wildplasser|plassen & muur|urine|kots|braaksel|plast & portiek|urinelucht|menselijke poep|overgeven & straat',
    medium: 'pissen|plassen & steeg|pislucht|plaskruis|openbaar toilet',
    weak: 'plassen',
  },
}
