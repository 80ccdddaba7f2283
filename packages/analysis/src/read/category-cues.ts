/**
 * Cues per category of the default taxonomy, written by hand. `strong` nearly decides, `medium` supports, `weak` hints. Words match by
 * their stem, also inside compounds; `a & b` asks for both, at most five words apart, in either order; `*` is a gap of up to five words.
 */
export type CategoryCues = { strong: string; medium: string; weak?: string }

export const CATEGORY_CUES: Readonly<Record<string, CategoryCues>> = {
  'afval/asbest-accu': {
    strong: 'asbest|asbestplaten|asbestplaat|accu|accu gedumpt|golfplaten',
    medium: 'accubak|eterniet|batterijen|autoaccu|asbest & ligt',
    weak: 'gevaarlijk & platen',
  },
  'afval/bruin-en-witgoed': {
    strong: 'koelkast|wasmachine|vaatwasser|vriezer|bruingoed|witgoed|televisie & straat|droger & straat',
    medium: 'magnetron|fornuis|tv & gedumpt|elektrische apparaten|oven',
    weak: 'apparaat',
  },
  'afval/container-glas-kapot': {
    strong: 'glascontainer & kapot|glasbak & kapot|glasbak & stuk|glascontainer & stuk|glasbak & beschadigd',
    medium: 'glascontainer & klep|glasbak & klep|glasbak & defect',
    weak: 'glasbak',
  },
  'afval/container-glas-vol': {
    strong: 'glascontainer & vol|glasbak & vol|glasbak & legen|glascontainer & legen|glasbak & overvol',
    medium: 'glasbak|glascontainer|flessen naast|flessen & glasbak',
    weak: 'flessen',
  },
  'afval/container-is-kapot': {
    strong:
      'container & kapot|container & stuk|container & defect|container & storing|container gaat niet open|container & klep|kliko & kapot',
    medium: 'container werkt niet|container & pasje|trommel & container|pas werkt niet|afvalpas|ondergrondse container & open',
    weak: 'container',
  },
  'afval/container-is-vol': {
    strong:
      'container & vol|container & overvol|container & legen|container & geleegd|container & puilt|containers & uitpuilen|containers lopen over',
    medium: 'niet geleegd|ondergrondse container|restafvalcontainer|vol met afval',
    weak: 'container|legen',
  },
  'afval/container-voor-papier-is-stuk': {
    strong: 'papiercontainer & kapot|papierbak & kapot|papiercontainer & stuk|papiercontainer & defect|papiercontainer & klep',
    medium: 'papierbak & stuk|papiercontainer & klem',
    weak: 'papiercontainer',
  },
  'afval/container-voor-papier-is-vol': {
    strong: 'papiercontainer & vol|papierbak & vol|papiercontainer & legen|container & karton|oud papier & vol|papiercontainer & overvol',
    medium: 'papiercontainer|oud papier|papierbak|karton naast',
    weak: 'karton|papier',
  },
  'afval/container-voor-plastic-afval-is-kapot': {
    strong: 'plasticcontainer & kapot|plastic container & kapot|pmd container & kapot|plasticbak & kapot|pmd & stuk',
    medium: 'plasticcontainer & klep|plastic container & stuk',
    weak: 'plasticcontainer',
  },
  'afval/container-voor-plastic-afval-is-vol': {
    strong: 'plasticcontainer & vol|plastic container & vol|pmd container & vol|plasticbak & vol|pmd & legen|pmd & overvol',
    medium: 'plasticcontainer|pmd|pmd container|plastic container',
    weak: 'plastic',
  },
  'afval/grofvuil': {
    strong: 'grofvuil|grof vuil|grof afval|grofafval|bankstel|matras|afgedankte meubels|koelkast & bank|oude bank & straat|kast & gedumpt',
    medium: 'matrassen|meubels|meubilair & gedumpt|tapijt|vloerbedekking|bank & gedumpt|stoelen & gedumpt',
    weak: 'dumpen|bank & container|spullen',
  },
  'afval/handhaving-op-afval': {
    strong: 'handhaven & afval|boete & afval|verkeerd aangeboden|afval verkeerd|dader & afval|adres & vuilniszak|handhaving & afval',
    medium: 'zakken te vroeg|huisvuil te vroeg|verkeerde dag|afvaldumping|illegaal & afval|illegaal gedumpt',
    weak: 'handhaving',
  },
  'afval/huisafval': {
    strong:
      'vuilniszak|vuilniszakken|huisvuil|huisafval|zakken naast|afval naast|kliko niet geleegd|kliko & leeg|gft & opgehaald|niet opgehaald|vuilnis & opgehaald',
    medium: 'vuilnis|kliko|gft|groene bak|restafval|grijze bak|rolcontainer|vuilniswagen|ophaaldag|inzameling',
    weak: 'zakken|afval|opgehaald',
  },
  'afval/kerstbomen': {
    strong: 'kerstboom|kerstbomen|kerstbomen & ophalen|kerstboom & gedumpt|kerstboominzameling',
    medium: 'kerstboom inleveren|kerstbomen inzamelen|dennenboom & ligt',
    weak: 'kerst',
  },
  'afval/overig-afval': {
    strong: 'afval gedumpt|illegaal gestort|afvalstort|drugsafval|afvaldump|milieustraat',
    medium: 'afval & ligt|afvalbeleid|afvalstoffenheffing|gedumpt|vuilstort|luiers|afvalpunt',
    weak: 'afval|rommel',
  },
  'afval/puin-sloopafval': {
    strong: 'puin|sloopafval|bouwafval|bouwpuin|puin & gestort',
    medium: 'stenen gedumpt|gipsplaten|sloophout|tegels gedumpt|zand gestort|big bag',
    weak: 'stenen',
  },
  'civiele-constructies/afwatering-brug': {
    strong: 'afwatering & brug|water & brug|plas & brug|viaduct & water',
    medium: 'brug & ondergelopen|brug & afvoer|brugdek & nat',
    weak: 'brug',
  },
  'civiele-constructies/brug-bediening': {
    strong: 'brug & open|brugwachter|brug & bediening|brug gaat niet|brug & dicht|brug & storing',
    medium: 'slagboom & brug|brug & wachten|brugbediening|brug & lang open',
    weak: 'brug',
  },
  'civiele-constructies/bruggen': {
    strong: 'brugleuning|brugdek|brug & kapot|brug & gevaarlijk|brug & los|planken & brug|bruggetje & rot|brug & glad|fietsbrug & kapot',
    medium: 'brug|bruggetje|leuning|viaduct|fietsbrug|loopbrug',
    weak: 'planken',
  },
  'civiele-constructies/kades': {
    strong: 'kademuur|kade & verzakt|kade & kapot|kade & instorten|kademuren',
    medium: 'kade|wal & verzakt|walkant|kade & gat',
    weak: 'muur & water',
  },
  'civiele-constructies/oevers': {
    strong: 'oever & afgekalfd|beschoeiing|oever & verzakt|oever & kapot|oevers & instorten',
    medium: 'oever|oevers|walbeschoeiing|slootkant|waterkant & verzakt',
    weak: 'sloot',
  },
  'civiele-constructies/sluis': {
    strong: 'sluis|sluisdeur|sluis & kapot|sluiswachter',
    medium: 'sluis & storing|schutten|sluis & open',
    weak: 'schip',
  },
  'civiele-constructies/steiger': {
    strong: 'aanlegsteiger|steiger & rot|steiger & kapot|vlonder|vissteiger|steiger & water',
    medium: 'steiger|aanlegplaats|steiger & glad',
    weak: 'planken',
  },
  'civiele-constructies/watergangen': {
    strong: 'duiker & verstopt|watergang|sloot & dicht|sloot & verstopt|sloot & baggeren|gemaal|sloot & overstroomt',
    medium: 'sloot|baggeren|greppel|wadi|waterpeil|sloten',
    weak: 'water',
  },
  'ondermijning/vermoeden': {
    strong: 'hennepkwekerij|wietplantage|drugslab|witwassen|mensenhandel|ondermijning|illegale prostitutie|illegaal casino|wietkwekerij',
    medium: 'henneplucht|criminele & pand|verdachte & pand|drugspand|afpersing|criminelen',
    weak: 'verdacht|hennep',
  },
  'openbaar-groen-en-water/beplanting': {
    strong: 'plantenbak|bloembak|plantsoen & kaal|beplanting|perk & kaal|bloemenperk|planten & dood|struiken & dood',
    medium: 'plantsoen|planten|bloemen & vertrapt|perk|perkje|struik|bloembollen',
    weak: 'groen',
  },
  'openbaar-groen-en-water/boom': {
    strong: 'dode boom|boom & dood|boom is dood|bomen & doodgaan|boom & verdord',
    medium: 'boom & kaal|boom & rot|zieke boom|boom & uitgedroogd',
    weak: 'boom',
  },
  'openbaar-groen-en-water/boom-aanvraag-plaatsing': {
    strong: 'boom planten|bomen planten|nieuwe boom|boom geplaatst|meer bomen|bomen erbij',
    medium: 'boom & aanvragen|herplant|boomplantdag|boom terugplaatsen',
    weak: 'boom',
  },
  'openbaar-groen-en-water/boom-afval': {
    strong: 'plastic & boom|afval & boom|zak & boom|ballon & boom|vlieger & boom',
    medium: 'lint & boom|touw & boom|slinger & boom',
    weak: 'boom',
  },
  'openbaar-groen-en-water/boom-illegale-kap': {
    strong: 'illegale kap|illegaal gekapt|boom & kap & vergunning|bomen & gekapt & zonder|kapvergunning|gekapt zonder vergunning',
    medium: 'boom gekapt|bomen gekapt|bomenkap|bomen & kap|boom & omgezaagd',
    weak: 'kap|zagen',
  },
  'openbaar-groen-en-water/boom-noodkap': {
    strong: 'noodkap|boom & omvallen|boom & staat scheef|boom valt bijna|boom & levensgevaarlijk',
    medium: 'boom & gevaarlijk|boom & hangt|boom & gescheurd|losse tak',
    weak: 'boom',
  },
  'openbaar-groen-en-water/boom-overig': {
    strong: 'boomwortels|boom & zonlicht|boom & schaduw|boom & blad|wortels & stoep|boom & dak|boomspiegel',
    medium: 'boom|bomen|wortels|takken & raam|boom & overlast|kastanjes|eikels',
    weak: 'takken',
  },
  'openbaar-groen-en-water/boom-stormschade': {
    strong:
      'omgewaaid|stormschade|boom & storm|tak & afgebroken|omgevallen boom|boom & omgevallen|boom op de weg|afgewaaide takken|takken & storm',
    medium: 'tak & weg|afgebroken takken|boom & ligt|afgewaaid|boom op auto|boom om',
    weak: 'storm|tak',
  },
  'openbaar-groen-en-water/boom-verzoek-inspectie': {
    strong: 'boom & controleren|boom & inspectie|boom & inspecteren|boom & nakijken|boom laten kijken',
    medium: 'boom & veilig|boom & beoordelen|boomcontrole',
    weak: 'boom',
  },
  'openbaar-groen-en-water/boomziekten-en-plagen': {
    strong: 'iepziekte|kastanjebloedingsziekte|massaria|essentaksterfte|boomziekte|letterzetter|bladluis & boom|boom & schimmel',
    medium: 'boom & ziek|luizen & boom|plakkerige & boom|spinselmot',
    weak: 'luis',
  },
  'openbaar-groen-en-water/eikenprocessierups': {
    strong: 'eikenprocessierups|processierups|eikenprocessierupsen|rupsen & eik|rupsennest',
    medium: 'rups|rupsen|jeuk & eik|brandharen|eikenrups',
    weak: 'jeuk',
  },
  'openbaar-groen-en-water/japanse-duizendknoop': {
    strong: 'duizendknoop|japanse duizendknoop|reuzenberenklauw|berenklauw',
    medium: 'invasieve exoot|exoot|woekerplant|woekerende',
    weak: 'woekeren',
  },
  'openbaar-groen-en-water/maaien-snoeien': {
    strong: 'gras & maaien|maaien|gras & hoog|gemaaid|berm & maaien|grasmaaien|gras & lang',
    medium: 'gras|berm|maaibeleid|bermen|grasveld|maaier',
    weak: 'hoog',
  },
  'openbaar-groen-en-water/onkruid': {
    strong: 'onkruid & plantsoen|onkruid & perk|onkruid & groen|brandnetels|distels|onkruid & struiken',
    medium: 'onkruid|bramen|brandnetel|jacobskruiskruid|overwoekerd',
    weak: 'woekert',
  },
  'openbaar-groen-en-water/overig-groen-en-water': {
    strong: 'groenonderhoud|groenvoorziening|blauwalg|botulisme|kroos|stinkend water|vijver & stinkt|vijver & vies|vissterfte|dode vissen',
    medium: 'vijver|park|groenstrook|openbaar groen|waterkwaliteit|geitenwei|fontein',
    weak: 'groen|water',
  },
  'openbaar-groen-en-water/snoeien': {
    strong: 'snoeien|gesnoeid|heg & hoog|haag & snoeien|struiken & hangen|takken & hangen|heg & snoeien|overhangende',
    medium: 'haag|heg|snoei|struiken|takken & stoep|takken & fietspad|snoeiwerk|overhangend groen',
    weak: 'takken',
  },
  'overig/overig': {
    strong:
      'gemeenteraad|raadsvergadering|verkiezingen|gemeentebelasting|ozb|azc|asielzoekerscentrum|windmolens|bestemmingsplan|woningbouw|begroting|bijstand|jeugdzorg|wmo',
    medium: 'burgemeester|wethouder|subsidie|zwembad|bibliotheek|sporthal|inspraak|participatie|nieuwbouwplan|energie|bouwplan',
    weak: 'college|plan',
  },
  'overig/overige-dienstverlening': {
    strong:
      'paspoort|rijbewijs|identiteitskaart|balie & afspraak|digid|afspraak maken|gemeentewebsite|geen gehoor|uittreksel|stadhuis & wachten|vergunning & aanvraag|klantenservice',
    medium:
      'website|formulier|loket|afspraak|wachttijd|balie|vergunning|uitkering|terugbellen|teruggebeld|telefonisch|aanvraag|brief & gemeente|inloggen|ambtenaar|verhuizing doorgeven|wachtlijst',
    weak: 'brief|medewerker|bellen|reactie|mail',
  },
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
  'overlast-op-het-water/blokkade-van-de-vaarweg': {
    strong: 'vaarweg & geblokkeerd|blokkade & vaarweg|vaarroute & versperd|boom & vaart|boot & geblokkeerd',
    medium: 'vaarweg|vaargeul|vaarroute|doorvaart|kanaal & versperd',
    weak: 'varen',
  },
  'overlast-op-het-water/olie-op-het-water': {
    strong: 'olie & water|oliefilm|olievlek|olie & kanaal|olie & sloot|olie & vaart',
    medium: 'dieselvlek|oliespoor & water|benzine & water|regenboogkleur & water',
    weak: 'olie',
  },
  'overlast-op-het-water/overig-boten': {
    strong: 'boot & ligplaats|woonboot|boten & overlast|illegaal aangemeerd|ligplaats',
    medium: 'boot|boten|bootje|sloep|aanmeren|jacht & haven',
    weak: 'haven',
  },
  'overlast-op-het-water/overlast-op-het-water-geluid': {
    strong: 'muziek & boot|boot & lawaai|bootjes & muziek|geluid & water|sloepen & muziek',
    medium: 'feestboot|rondvaart & geluid|varende muziek|lawaai & kanaal',
    weak: 'boot',
  },
  'overlast-op-het-water/overlast-op-het-water-gezonken-boot': {
    strong: 'gezonken boot|boot & gezonken|bootwrak|boot & zinkt|wrak & water|fiets & water',
    medium: 'gezonken|halfgezonken|wrak & kanaal|zinkende',
    weak: 'boot',
  },
  'overlast-op-het-water/overlast-op-het-water-snel-varen': {
    strong: 'snel varen|hard varen|speedboot|jetski|te hard varen|boot & te hard|waterscooter',
    medium: 'golfslag|boten & snel|varen te hard|hekgolf',
    weak: 'varen',
  },
  'overlast-op-het-water/scheepvaart-nautisch-toezicht': {
    strong: 'vaargedrag|nautisch toezicht|scheepvaart|roekeloos varen|vaarverbod',
    medium: 'schipper|binnenvaart|vaarregels|vaarbewijs|beroepsvaart',
    weak: 'schip',
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
  'schoon/drijfvuil-bevaarbaar-water': {
    strong: 'drijfvuil & kanaal|afval & kanaal|vuil & haven|rommel & kanaal|plastic & kanaal|drijfvuil & haven|afval & gracht',
    medium: 'drijfvuil|drijvend afval|plastic & rivier|afval & vaart|afval & haven',
    weak: 'kanaal',
  },
  'schoon/drijfvuil-niet-bevaarbaar-water': {
    strong: 'afval & sloot|rommel & sloot|vuil & vijver|plastic & sloot|afval & vijver|drijfvuil & sloot|rommel & vijver',
    medium: 'winkelwagen & sloot|sloot & vervuild|vijver & rommel|fiets & sloot',
    weak: 'sloot|vijver',
  },
  'schoon/gladheid-bladeren': {
    strong: 'bladeren & glad|blad & glad|natte bladeren|blad & fietspad|bladeren & fietspad|bladeren & stoep|herfstblad',
    medium: 'bladeren|bladkorf|bladblazer|blad & ruimen|bladeren & put',
    weak: 'blad|glad',
  },
  'schoon/gladheid-olie': {
    strong: 'olie & weg|oliespoor|olievlek & weg|diesel & weg|olie & wegdek|olie & straat',
    medium: 'olie & glad|spoor van olie|dieselspoor|vet & wegdek',
    weak: 'olie',
  },
  'schoon/gladheid-winterdienst': {
    strong:
      'strooien|gestrooid|strooiwagen|gladheid & sneeuw|ijzel|spekglad|sneeuw & fietspad|sneeuwruimen|gladheidbestrijding|winterdienst|strooizout',
    medium: 'gladheid|sneeuw|bevroren & weg|ijs & fietspad|glad & fietspad|opgevroren|strooibeleid|zoutkist',
    weak: 'glad|winter|vorst',
  },
  'schoon/graffitiwildplak': {
    strong: 'graffiti|beklad|wildplak|bekladding|bespoten|gespoten & muur|stickers & paal|hakenkruis|tags & muur',
    medium: 'spuitbus|posters & geplakt|stickers|bekladde|verf & muur|leuzen',
    weak: 'muur',
  },
  'schoon/onkruid-verharding': {
    strong:
      'onkruid & stoep|onkruid & straat|onkruid & tegels|onkruid & goot|gras & tegels|onkruid & trottoir|onkruid tussen|onkruidbestrijding',
    medium: 'onkruid|onkruid & fietspad|onkruid & parkeerplaats|mos & stoep|onkruid & voegen',
    weak: 'stoep',
  },
  'schoon/prullenbak-vol': {
    strong:
      'prullenbak & vol|prullenbak & overvol|prullenbak & legen|afvalbak & vol|prullenbakken & puilen|afvalbak & legen|vuilnisbak & vol|prullenbak & geleegd',
    medium: 'prullenbak|afvalbak|prullenbakken|vuilnisbak|hondenpoepbak|afvalbakje',
    weak: 'bak & vol',
  },
  'schoon/uitwerpselen': {
    strong:
      'hondenpoep|hondendrol|hondendrollen|hondenuitwerpselen|poep & stoep|poep & gras|drollen|paardenpoep|poepzakje|hondenstront|poep & speeltuin',
    medium: 'uitwerpselen|poep|hondenbezitters|hondeneigenaren|hondentoilet|hond & uitlaten|poepzakjes|stront',
    weak: 'honden',
  },
  'schoon/veegzwerfvuil': {
    strong:
      'zwerfvuil|zwerfafval|peuken|blikjes & straat|rommel & straat|vegen|geveegd|veegwagen|glasscherven|rommel & park|troep & straat|rotzooi & straat|afval & straat|schoonmaakactie|opruimactie|glas op het fietspad|afval & park|troep & park',
    medium:
      'rommel|troep|vies & straat|vuil & straat|vuil|blikjes|scherven|plastic & straat|papiertjes|rotzooi|opruimen|vieze buurt|prikstok|smerig & straat|glas & fietspad|zooi|vies & plein|bende',
    weak: 'vies|opruimen|afval',
  },
  'schoon/putrioleringverstopt': {
    strong: 'put & verstopt|kolk & verstopt|straatkolk|putten & vol|riool & verstopt|putje & verstopt|water & straat & blijft',
    medium: 'put & blad|kolken|rioolput|afvoerput|water & weglopen',
    weak: 'put',
  },
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
      'te hard rijden|hardrijders|te hard gereden|rijdt te hard|rijden te hard|racen|scheuren & straat|sluipverkeer|vrachtverkeer|verkeersoverlast|straatracers|hard rijden|vrachtwagens & straat|hufterig rijgedrag|snelheid & straat',
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
  'wonen/leegstand': {
    strong: 'leegstand|leegstaand pand|leegstaande woning|leegstaande panden|huis & leeg',
    medium: 'kraakpand|krakers|gekraakt|pand & leeg|winkels & leeg|dichtgetimmerd',
    weak: 'leeg',
  },
  'wonen/onderhuur-en-adreskwaliteit': {
    strong: 'onderhuur|illegaal onderverhuurd|adresfraude|ingeschreven & adres|woonfraude|niet ingeschreven',
    medium: 'onderverhuurd|adresonderzoek|schijnadres|verhuurt & kamers|inschrijving & adres',
    weak: 'huurder',
  },
  'wonen/vakantieverhuur': {
    strong: 'airbnb|vakantieverhuur|vakantiewoning|booking & woning|toeristen & huis',
    medium: 'toeristische verhuur|vakantiehuis|rolkoffers|verhuurd aan toeristen',
    weak: 'toeristen',
  },
  'wonen/wonen-overig': {
    strong: 'woningnood|huurwoning|sociale huur|woningcorporatie|huurverhoging|wachtlijst & woning|woningtekort|starterswoning',
    medium: 'huurhuis|huisjesmelker|verhuurder|urgentie & woning|woningzoekende|huurprijs|betaalbare woningen',
    weak: 'huur|woning',
  },
  'wonen/woningdelen-spookburgers': {
    strong: 'spookburgers|woningdelen|arbeidsmigranten & huis|kamerverhuur|te veel bewoners|kamers & verhuurd',
    medium: 'arbeidsmigranten|overbewoning|studentenhuis|kamerbewoning|poolse & busjes',
    weak: 'bewoners',
  },
  'wonen/woningkwaliteit': {
    strong:
      'schimmel & woning|schimmel & huis|vocht & woning|achterstallig onderhoud & woning|lekkage & woning|gevaarlijke woning|balkon & instorten',
    medium: 'schimmel|vochtplekken|tochtig huis|verwarming & kapot|koolmonoxide|slecht geïsoleerd|brandveiligheid',
    weak: 'lekkage|verhuurder',
  },
}
