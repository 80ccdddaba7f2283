/** Field of a message → column that it is taken from. */
export type GuessedColumns = Readonly<Record<string, string>>

/** Names that tables give a field, likeliest first; without capitals and marks. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  externalId: [
    'externalid',
    'id',
    'nr',
    'nummer',
    'meldingnummer',
    'meldingsnummer',
    'zaaknummer',
    'kenmerk',
    'referentie',
    'referentienummer',
  ],
  createdAt: [
    'createdat',
    'datum',
    'datumtijd',
    'aangemaakt',
    'aangemaaktop',
    'ontvangen',
    'ontvangenop',
    'datummelding',
    'meldingsdatum',
    'registratiedatum',
    'startdatum',
    'datumontvangst',
    'tijdstip',
    'created',
  ],
  text: ['text', 'tekst', 'omschrijving', 'melding', 'vraag', 'bericht', 'inhoud', 'toelichting', 'detail', 'beschrijving', 'onderwerp'],
  channel: ['channel', 'kanaal', 'bron', 'contactkanaal'],
  kind: ['kind', 'soort', 'type'],
  address: ['address', 'locationaddress', 'adres', 'locatie', 'straat', 'plaats'],
  lat: ['lat', 'locationlat', 'latitude', 'breedtegraad'],
  lon: ['lon', 'lng', 'locationlon', 'longitude', 'lengtegraad'],
  areaCode: ['areacode', 'locationareacode', 'buurtcode'],
  main: ['main', 'categorymain', 'hoofdcategorie', 'hoofdrubriek', 'categorie', 'rubriek', 'category'],
  sub: ['sub', 'categorysub', 'subcategorie', 'subrubriek'],
  closedAt: ['closedat', 'afgehandeld', 'afgehandeldop', 'datumafhandeling', 'gesloten', 'einddatum', 'closed'],
  updatedAt: ['updatedat', 'gewijzigd', 'gewijzigdop', 'laatstgewijzigd'],
  author: ['author', 'auteur', 'afzender', 'melder'],
  url: ['url', 'link'],
}

const bare = (name: string) =>
  name
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/[^a-z0-9]+/g, '')

/** Which column each field probably comes from, by what it is called; a column is used once, and the answer is a proposal for a person. */
export function guessMapping(columns: readonly string[]): GuessedColumns {
  const named = new Map(columns.map((column) => [bare(column), column]))
  const taken = new Set<string>()
  const guessed: Record<string, string> = {}
  for (const [field, names] of Object.entries(NAMES)) {
    const column = names.map((name) => named.get(name)).find((found) => found !== undefined && !taken.has(found))
    if (column === undefined) continue
    taken.add(column)
    guessed[field] = column
  }
  return guessed
}
