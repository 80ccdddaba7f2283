import type { CategoryCues } from './category-cues.ts'

/** Cues of openbaar-groen-en-water, civiele-constructies, overlast-op-het-water. */
export const GREEN_AND_WATER_CUES: Readonly<Record<string, CategoryCues>> = {
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
}
