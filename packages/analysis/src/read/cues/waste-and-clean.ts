import type { CategoryCues } from './category-cues.ts'

/** Cues of afval, schoon. */
export const WASTE_AND_CLEAN_CUES: Readonly<Record<string, CategoryCues>> = {
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
}
