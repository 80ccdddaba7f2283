import { z } from 'zod'
import { defineConnector } from '../connector.ts'
import { field, webAddress } from '../settings-fields.ts'
import { pullFeed } from './pull-feed.ts'

export const feedSettings = z.strictObject({
  url: field(webAddress, {
    label: { nl: 'Adres van de feed', en: 'Address of the feed' },
    help: { nl: 'RSS, Atom of JSON Feed van een nieuwssite of website.', en: 'RSS, Atom or JSON Feed of a news site or website.' },
    input: 'url',
  }),
  everyMinutes: field(z.coerce.number().int().min(5).max(1_440).default(15), {
    label: { nl: 'Kijk elke … minuten', en: 'Look every … minutes' },
    input: 'number',
  }),
  words: field(z.array(z.string().min(2).max(100)).max(200).default([]), {
    label: { nl: 'Alleen als een van deze woorden erin staat', en: 'Only when one of these words is in it' },
    help: {
      nl: 'Eén woord of naam per regel. Leeg: alles. Handig bij een regionale krant.',
      en: 'One word or name a line. Empty: everything. Useful for a regional paper.',
    },
    input: 'lines',
  }),
})

/** What the server asked us to send along, so that it can say that nothing changed. */
export const feedCursor = z.object({ etag: z.string().nullable(), lastModified: z.string().nullable() })

/** RSS, Atom and JSON Feed of local news and municipal sites. */
export const feed = defineConnector({
  kind: 'feed',
  name: { nl: 'Nieuwsfeed', en: 'News feed' },
  about: {
    nl: 'Artikelen van een nieuwssite of website (RSS, Atom of JSON Feed).',
    en: 'Articles of a news site or website (RSS, Atom or JSON Feed).',
  },
  keeps: {
    nl: 'Titel, samenvatting en plaats van elk artikel. Geen naam van de schrijver. Een artikel telt als bereik, niet als stem.',
    en: 'Title, summary and place of each article. No name of its writer. An article counts as reach, not as a voice.',
  },
  channel: 'news-site',
  isPersonal: false,
  settings: feedSettings,
  cursor: feedCursor,
  everyMs: ({ everyMinutes }) => everyMinutes * 60_000,
  canBackfill: false,
  onceInKind: true,
  pull: pullFeed,
})
