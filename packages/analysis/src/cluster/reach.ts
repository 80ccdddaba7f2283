const DAY_HOURS = 24

/** How far one incident of a kind reaches, and how long it stays warm. */
export type Reach = {
  readonly name: 'object' | 'nuisance' | 'smell' | 'policy' | 'weather'
  /** Metres; infinite means the whole municipality. */
  readonly radiusM: number
  /** The score of a join halves with every so many hours of silence. */
  readonly halfLifeHours: number
  /** Silence after which the issue leaves the index. */
  readonly retireHours: number
}

export const REACHES = {
  /** One lamp, container, tile or wreck. */
  object: { name: 'object', radiusM: 50, halfLifeHours: 15 * DAY_HOURS, retireHours: 14 * DAY_HOURS },
  /** A square, a corner, a group: what a few streets notice. */
  nuisance: { name: 'nuisance', radiusM: 250, halfLifeHours: 7 * DAY_HOURS, retireHours: 14 * DAY_HOURS },
  /** Smell, noise, smoke, slippery roads: carried by air and weather. */
  smell: { name: 'smell', radiusM: 1_500, halfLifeHours: 36, retireHours: 14 * DAY_HOURS },
  /** A rule, a service or a plan: the whole municipality. */
  policy: { name: 'policy', radiusM: Number.POSITIVE_INFINITY, halfLifeHours: 14 * DAY_HOURS, retireHours: 28 * DAY_HOURS },
  /** Frost and storm: the whole municipality, for as long as it lasts. */
  weather: { name: 'weather', radiusM: Number.POSITIVE_INFINITY, halfLifeHours: 36, retireHours: 14 * DAY_HOURS },
} as const satisfies Record<string, Reach>

const BY_SUB: Readonly<Record<keyof typeof REACHES, readonly string[]>> = {
  object: [
    'asbest-accu',
    'bruin-en-witgoed',
    'container-glas-kapot',
    'container-glas-vol',
    'container-is-kapot',
    'container-is-vol',
    'container-voor-papier-is-stuk',
    'container-voor-papier-is-vol',
    'container-voor-plastic-afval-is-kapot',
    'container-voor-plastic-afval-is-vol',
    'grofvuil',
    'puin-sloopafval',
    'afwatering-brug',
    'brug-bediening',
    'bruggen',
    'sluis',
    'steiger',
    'boom',
    'boom-aanvraag-plaatsing',
    'boom-afval',
    'boom-illegale-kap',
    'boom-noodkap',
    'boom-overig',
    'boom-verzoek-inspectie',
    'auto-scooter-bromfietswrak',
    'fietswrak',
    'hinderlijk-geplaatst-object',
    'wegsleep',
    'overlast-op-het-water-gezonken-boot',
    'dode-dieren',
    'wespen',
    'graffitiwildplak',
    'prullenbak-vol',
    'putrioleringverstopt',
    'autom-verzinkbare-palen',
    'bewegwijzering',
    'camerasystemen',
    'fietsrek-nietje',
    'klok',
    'lantaarnpaal-straatverlichting',
    'oplaadpunt',
    'parkeerautomaten',
    'prullenbakkapot',
    'put-riolering-verstopt',
    'put-riool-kapot',
    'speelplaats',
    'sportvoorziening',
    'stadsplattegronden',
    'straatmeubilair',
    'verkeersbord-verkeersafzetting',
    'verkeerslicht',
    'leegstand',
    'woningkwaliteit',
  ],
  nuisance: [],
  smell: [
    'geluidsoverlast-installaties',
    'geluidsoverlast-muziek',
    'stankoverlast',
    'stank-geluidsoverlast',
    'bouw-sloopoverlast',
    'lozing-dumping-bodemverontreiniging',
    'overlast-op-het-water-geluid',
    'olie-op-het-water',
    'watergangen',
    'eikenprocessierups',
    'omleiding',
    'tijdelijke-verkeersmaatregelen',
  ],
  weather: ['gladheid-winterdienst', 'gladheid-bladeren', 'boom-stormschade'],
  policy: ['kerstbomen', 'overige-dienstverlening', 'parkeer-verwijssysteem', 'vakantieverhuur', 'onderhuur-en-adreskwaliteit', 'markten'],
}

const TABLE = new Map(Object.entries(BY_SUB).flatMap(([name, slugs]) => slugs.map((slug) => [slug, REACHES[name as keyof typeof REACHES]])))

/**
 * How far a message or issue of this sub category reaches. Slugs outside the table, also `unknown`, are nuisance.
 *
 * @example reachOf('lantaarnpaal-straatverlichting').radiusM // 50
 *
 * Source: FixMyStreet's duplicate radii per category (250 m usual), widened for what air carries.
 */
export function reachOf(subSlug: string): Reach {
  return TABLE.get(subSlug) ?? REACHES.nuisance
}
