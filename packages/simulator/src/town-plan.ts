/** Kilometres east and north of the town's middle. */
export type Point = readonly [x: number, y: number]

/** Where the fictional town lies: open water, so that it covers no real place. */
export const MIDDLE = { lat: 52.62, lon: 5.32 } as const

/** The shore and the land border, clockwise from the north-west, with the harbour mouth cut in from the west. */
export const OUTLINE: readonly Point[] = [
  [-3.3, 2.9],
  [-2.7, 3.6],
  [-1.6, 3.75],
  [-0.4, 4.2],
  [0.9, 3.75],
  [2.2, 3.65],
  [3.3, 4.0],
  [4.5, 3.1],
  [5.2, 1.5],
  [4.7, 0.1],
  [5.1, -1.4],
  [4.6, -2.9],
  [3.2, -3.6],
  [1.9, -3.35],
  [0.4, -3.95],
  [-1.2, -3.55],
  [-2.4, -3.6],
  [-3.2, -2.7],
  [-3.05, -1.7],
  [-3.2, -1.1],
  [-2.3, -0.72],
  [-1.5, -0.5],
  [-0.85, -0.12],
  [-0.55, 0.06],
  [-0.9, 0.2],
  [-1.35, 0.16],
  [-1.6, 0.34],
  [-2.1, 0.26],
  [-2.7, 0.42],
  [-3.35, 0.5],
  [-3.75, 1.2],
  [-3.55, 2.1],
]

/** The island before the harbour. */
export const ISLAND: readonly Point[] = [
  [-4.35, 0.15],
  [-3.95, 0.22],
  [-3.6, 0.0],
  [-3.45, -0.4],
  [-3.7, -0.72],
  [-4.15, -0.62],
  [-4.5, -0.25],
]
export const ISLAND_NAME = 'Visserseiland'

/** The river Linde: its northing at each easting. It runs into the harbour, and no buurt crosses it. */
export function riverAt(x: number): number {
  const inland = x + 0.55
  return inland < 0 ? 0.06 + 0.22 * inland : 0.06 + 0.3 * Math.sin(inland * 1.1) - 0.05 * inland
}

export type BuurtPlan = {
  readonly name: string
  readonly at: Point
  /** Relative size; larger pushes its borders outwards. */
  readonly size: number
  readonly inhabitants: number
  readonly square: string
  readonly park: string
  readonly school: string
  readonly shop: string
}
export type WijkPlan = {
  readonly name: string
  readonly stems: readonly string[]
  readonly suffixes: readonly string[]
  readonly buurten: readonly BuurtPlan[]
}

type Row = [
  name: string,
  x: number,
  y: number,
  size: number,
  inhabitants: number,
  square: string,
  park: string,
  school: string,
  shop: string,
]
const rows = (list: readonly Row[]): BuurtPlan[] =>
  list.map(([name, x, y, size, inhabitants, square, park, school, shop]) => ({
    name,
    at: [x, y],
    size,
    inhabitants,
    square,
    park,
    school,
    shop,
  }))

/** Seven wijken with their buurten. Every name is invented for this town. */
export const WIJKEN: readonly WijkPlan[] = [
  {
    name: 'Binnenstad',
    stems: [
      'Wevers',
      'Zilversmids',
      'Korenmeters',
      'Lakenkopers',
      'Klokkenmakers',
      'Touwslagers',
      'Hopmans',
      'Kaarsenmakers',
      'Brouwers',
      'Lantaarn',
      'Zoutkeet',
      'Poorters',
    ],
    suffixes: ['straat', 'steeg', 'gracht', 'singel'],
    buurten: rows([
      ['Centrum', 0.05, 0.62, 0.8, 2140, 'Waagplein', 'Prinsessenplantsoen', 'De Klokkentoren', 'Lindemarkt'],
      ['Vestingkwartier', -0.72, 0.82, 0.8, 1880, 'Bastionplein', 'Ravelijnpark', 'De Wal', 'Vestingwinkel'],
      ['Kerkbuurt', 0.78, 0.85, 0.8, 1690, 'Kosterplein', 'Pastoorsbosje', 'De Torenspits', 'Kruidenhal'],
      ['Weverskwartier', 0.08, 1.34, 0.85, 2460, 'Spoelplein', 'Linnenpark', 'De Schietspoel', 'Wolwinkel'],
      ['Stationskwartier', 0.3, -0.5, 0.9, 2720, 'Perronplein', 'Wisselpark', 'Het Spoor', 'Spoormarkt'],
    ]),
  },
  {
    name: 'Waterkant',
    stems: [
      'Bakboord',
      'Stuurboord',
      'Loodsen',
      'Zeilmakers',
      'Vuurbaak',
      'Kotter',
      'Reders',
      'Kombuis',
      'Kluiver',
      'Fok',
      'Bootsmans',
      'Peil',
    ],
    suffixes: ['kade', 'straat', 'weg', 'dijk'],
    buurten: rows([
      ['Havenkwartier', -1.5, 0.85, 1, 3180, 'Kraanplein', 'Dokpark', 'De Stuurman', 'Havenmart'],
      ['Oude Dijk', -2.75, 1.2, 1.05, 2710, 'Dijkgraafplein', 'Wielenpark', 'De Dijkwacht', 'Dijkwinkel'],
      ['Visserseiland', -4.0, -0.25, 1, 940, 'Netteplein', 'Duinroosveld', 'De Bolder', 'Eilandkorf'],
      ['Werfkwartier', -1.1, -0.85, 0.95, 2760, 'Hellingplein', 'Scheepsbos', 'De Mastworp', 'Werfmarkt'],
      ['Sluiskwartier', -2.3, -1.35, 1, 2240, 'Schutplein', 'Kolkpark', 'De Sluiswachter', 'Sluiskorf'],
    ]),
  },
  {
    name: 'Noorderlanden',
    stems: [
      'Rietgors',
      'Kieviet',
      'Wulpen',
      'Grutto',
      'Karekiet',
      'Roerdomp',
      'Snippen',
      'Lepelaar',
      'Fuut',
      'Zwaluw',
      'Kluten',
      'Tureluur',
    ],
    suffixes: ['straat', 'laan', 'dreef', 'weg'],
    buurten: rows([
      ['Noordzijde', -1.1, 1.85, 1, 3450, 'Noordplein', 'Gorzenpark', 'De Kieviet', 'Noordermarkt'],
      ['De Linden', 0.65, 2.15, 1, 2910, 'Bladplein', 'Lommerpark', 'De Zilverlinde', 'Bladwinkel'],
      ['Polderzicht', -2.4, 2.3, 1, 2690, 'Kavelplein', 'Slotenpark', 'De Poldervriend', 'Kavelkorf'],
      ['Noorderveld', -0.95, 3.0, 1.05, 2540, 'Veldplein', 'Noorderbos', 'De Veldmuis', 'Veldmarkt'],
      ['Rietlanden', -2.5, 3.15, 0.95, 1760, 'Rietdekkersplein', 'Rietpark', 'De Rietzanger', 'Rietwinkel'],
      ['De Akkers', 0.45, 3.15, 1, 2230, 'Ploegplein', 'Korenbloempark', 'De Zaaier', 'Akkermarkt'],
    ]),
  },
  {
    name: 'Molenwijk',
    stems: [
      'Wiekenrad',
      'Maalsteen',
      'Roggemeel',
      'Kruiwagen',
      'Boekweit',
      'Zemelen',
      'Spelt',
      'Haverkist',
      'Gerst',
      'Meelzak',
      'Steenzolder',
      'Windvaan',
    ],
    suffixes: ['straat', 'weg', 'laan', 'dreef'],
    buurten: rows([
      ['De Wieken', 1.62, 1.05, 0.95, 2720, 'Wiekplein', 'Kruispark', 'De Molensteen', 'Meelkorf'],
      ['Korenhof', 1.5, 1.9, 0.95, 2680, 'Schovenplein', 'Halmenpark', 'De Korenaar', 'Korenmarkt'],
      ['Meulenkamp', 2.75, 1.6, 1, 2350, 'Kampplein', 'Meulenbos', 'De Kamp', 'Kampwinkel'],
      ['Molenzicht', 1.65, 2.9, 1.05, 2120, 'Uitzichtplein', 'Windpark', 'De Windroos', 'Zichtmarkt'],
      ['Bakkersveld', 2.75, 2.65, 1.05, 1980, 'Ovenplein', 'Deegpark', 'De Bakermat', 'Broodkorf'],
      ['Zagersveld', 2.5, 0.75, 0.9, 2090, 'Balkenplein', 'Houtpark', 'De Houtzager', 'Zagersmart'],
    ]),
  },
  {
    name: 'De Hoven',
    stems: [
      'Goudreinet',
      'Sterappel',
      'Morellen',
      'Kwetsen',
      'Mispel',
      'Kweeperen',
      'Perzik',
      'Reine Claude',
      'Bellefleur',
      'Bongerd',
      'Vlierbes',
      'Hazelaar',
    ],
    suffixes: ['straat', 'laan', 'weg', 'dreef'],
    buurten: rows([
      ['Tuindorp', 1.2, -0.35, 0.9, 3240, 'Heggenplein', 'Tuindorppark', 'De Heggenmus', 'Tuinmarkt'],
      ['Appelhof', 2.15, -0.35, 0.9, 2470, 'Bloesemplein', 'Sterrenbos', 'De Appelboom', 'Appelkorf'],
      ['Kersenhof', 1.25, -1.2, 0.9, 2590, 'Kersenplein', 'Merelpark', 'De Kersentuin', 'Kersenmart'],
      ['Boomgaard', 2.2, -1.35, 0.95, 2810, 'Gaardplein', 'Fruitpark', 'De Boomhut', 'Gaardwinkel'],
      ['Kloosterhof', 1.15, -2.1, 0.95, 2150, 'Refterplein', 'Kloosterbos', 'De Abdij', 'Kloosterkorf'],
      ['Hoge Hoven', 3.15, -0.6, 1, 1930, 'Hovenplein', 'Hoge Bos', 'De Hoge Hof', 'Hovenmarkt'],
    ]),
  },
  {
    name: 'Zuiderland',
    stems: [
      'Zonnewijzer',
      'Avondrood',
      'Notenbalk',
      'Vioolsleutel',
      'Penseel',
      'Palet',
      'Hordenloop',
      'Doelpaal',
      'Estafette',
      'Kwartnoot',
      'Schets',
      'Dageraad',
    ],
    suffixes: ['straat', 'laan', 'singel', 'dreef'],
    buurten: rows([
      ['Zuiderpark', -0.3, -1.45, 1, 3370, 'Zuidplein', 'Vijverpark', 'De Vijver', 'Zuidermarkt'],
      ['Zonnekwartier', -1.35, -1.75, 1, 2890, 'Middagplein', 'Zonneweide', 'De Zonnebloem', 'Zonnekorf'],
      ['Waterrijk', -2.45, -2.3, 1, 2640, 'Vlonderplein', 'Waterlelieveld', 'De Waterlelie', 'Vlondermart'],
      ['Componistenbuurt', 0.1, -2.35, 1, 2760, 'Koraalplein', 'Ouverturepark', 'De Stemvork', 'Maatwinkel'],
      ['Schildersbuurt', -0.8, -2.65, 1, 2630, 'Ezelplein', 'Kwastpark', 'De Verfkwast', 'Paletmarkt'],
      ['Sportkwartier', -1.75, -3.05, 1, 1820, 'Startplein', 'Sintelpark', 'De Sprong', 'Sportkorf'],
    ]),
  },
  {
    name: 'Buitengebied',
    stems: ['Turfsteker', 'Weteringen', 'Hooischuur', 'Melkmeisjes', 'Biezen', 'Kruisdel', 'Ganzerik', 'Zegge'],
    suffixes: ['weg', 'dijk', 'laan', 'vaart'],
    buurten: rows([
      ['Oosterpolder', 4.0, 1.5, 1.45, 720, 'Gemaalplein', 'Polderbos', 'De Ooievaar', 'Polderwinkel'],
      ['Lindeveen', 3.6, -2.2, 1.5, 1140, 'Veenplein', 'Lindeveld', 'De Turfschuit', 'Veenkorf'],
      ['Meerbos', 1.4, -3.05, 1.15, 610, 'Bosrandplein', 'Grote Meerbos', 'De Boskat', 'Boswinkel'],
    ]),
  },
]

/** What the whole town knows, with the buurt it stands in. */
export const LANDMARKS: readonly { readonly name: string; readonly kind: 'station' | 'landmark'; readonly buurt: string }[] = [
  { name: 'Station Lindehaven', kind: 'station', buurt: 'Stationskwartier' },
  { name: 'Stadhuis De Waag', kind: 'landmark', buurt: 'Centrum' },
  { name: 'Grote Lindekerk', kind: 'landmark', buurt: 'Kerkbuurt' },
  { name: 'Ziekenhuis Lindezicht', kind: 'landmark', buurt: 'De Linden' },
  { name: 'Theater De Kombuis', kind: 'landmark', buurt: 'Vestingkwartier' },
  { name: 'Zwembad De Golfbreker', kind: 'landmark', buurt: 'Sportkwartier' },
  { name: 'Sportpark De Sintelbaan', kind: 'landmark', buurt: 'Sportkwartier' },
  { name: 'Molen De Vrijheid', kind: 'landmark', buurt: 'De Wieken' },
  { name: 'Veerpont Visserseiland', kind: 'landmark', buurt: 'Havenkwartier' },
  { name: 'Vuurtoren De Lichtwachter', kind: 'landmark', buurt: 'Visserseiland' },
  { name: 'Milieustraat Zagersveld', kind: 'landmark', buurt: 'Zagersveld' },
  { name: 'Lindebrug', kind: 'landmark', buurt: 'Stationskwartier' },
]
