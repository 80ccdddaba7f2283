import { z } from 'zod'
import { defineConnector } from '../connector.ts'
import { field, webAddress } from '../settings-fields.ts'
import { listenMastodon } from './listen-mastodon.ts'

export const mastodonSettings = z.strictObject({
  url: field(webAddress, {
    label: { nl: 'Adres van de server', en: 'Address of the server' },
    help: { nl: 'Zoals https://mastodon.nl.', en: 'Such as https://mastodon.nl.' },
    input: 'url',
  }),
  hashtags: field(
    z
      .array(z.string().regex(/^#?[\p{L}\p{N}_]{2,60}$/u, 'expected a hashtag without spaces'))
      .min(1, 'expected at least one hashtag')
      .max(20),
    {
      label: { nl: 'Hashtags', en: 'Hashtags' },
      help: {
        nl: 'Eén per regel, zoals de naam van de gemeente of een wijk.',
        en: 'One a line, such as the name of the municipality or of a wijk.',
      },
      input: 'lines',
    },
  ),
  token: field(z.string().min(10).max(1_000).optional(), {
    label: { nl: 'Toegangssleutel', en: 'Access token' },
    help: {
      nl: 'Met een sleutel komt alles meteen, ook wat is veranderd of weggehaald. Zonder kijken we elke minuut.',
      en: 'With a token all comes at once, also what was changed or taken back. Without one we look every minute.',
    },
    input: 'secret',
  }),
})

/** Per hashtag the last status that was read. */
export const mastodonCursor = z.object({ after: z.record(z.string(), z.string()) })

/** Public posts on a Mastodon server with hashtags of the municipality. */
export const mastodon = defineConnector({
  kind: 'mastodon',
  name: { nl: 'Mastodon', en: 'Mastodon' },
  about: {
    nl: 'Openbare berichten op een server van Mastodon met hashtags die u kiest.',
    en: 'Public posts on a Mastodon server with hashtags that you choose.',
  },
  keeps: {
    nl: 'De tekst, zonder persoonsgegevens. Wie het schreef alleen als schuilnaam. Niets van wie niet gevonden wil worden. Met een sleutel gaat wat daar wordt weggehaald hier ook weg.',
    en: 'The text, without personal data. Who wrote it only as a pseudonym. Nothing of who does not want to be found. With a token, what is taken back there goes here too.',
  },
  channel: 'mastodon',
  isPersonal: true,
  settings: mastodonSettings,
  cursor: mastodonCursor,
  everyMs: () => 60_000,
  canBackfill: false,
  listen: listenMastodon,
})
