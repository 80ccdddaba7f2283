import { SIGNALEN_CATEGORY_MAP } from '@rumoer/walk'
import { z } from 'zod'
import { defineConnector } from '../connector.ts'
import { field, webAddress } from '../settings-fields.ts'
import { postSignal } from '../signalen/post-signal.ts'
import { pullMap } from './pull-map.ts'

const BBOX = /^-?\d{1,3}(\.\d+)?(,-?\d{1,3}(\.\d+)?){3}$/

export const mapSettings = z.strictObject({
  url: field(webAddress, {
    label: { nl: 'Adres van Signalen', en: 'Address of Signalen' },
    help: { nl: 'Het adres van de API, zonder /signals/v1.', en: 'The address of the API, without /signals/v1.' },
    input: 'url',
  }),
  bbox: field(z.string().regex(BBOX, 'expected west,south,east,north in degrees'), {
    label: { nl: 'Gebied', en: 'Area' },
    help: {
      nl: 'West, zuid, oost, noord in graden, zoals 6.48,52.92,6.67,53.05.',
      en: 'West, south, east, north in degrees, such as 6.48,52.92,6.67,53.05.',
    },
    input: 'text',
  }),
  everyMinutes: field(z.coerce.number().int().min(15).max(1_440).default(60), {
    label: { nl: 'Kijk elke … minuten', en: 'Look every … minutes' },
    input: 'number',
  }),
})

const seen = z.object({ createdAt: z.string(), lat: z.number(), lon: z.number(), main: z.string(), sub: z.string().nullable() })
/** What was on the map last time; `shrunk` when it had lost more than half, which is believed only when it is so twice. */
export const mapCursor = z.object({ open: z.record(z.string(), seen), shrunk: z.boolean() })
export type Seen = z.output<typeof seen>

/** The open meldingen that a Signalen shows the public: place, subject and time, without text. */
export const signalenMap = defineConnector({
  kind: 'signalen-map',
  name: { nl: 'Kaart van Signalen', en: 'Map of Signalen' },
  about: {
    nl: 'De open meldingen die Signalen openbaar op de kaart zet. Er is geen account nodig.',
    en: 'The open meldingen that Signalen shows the public on its map. No account is needed.',
  },
  keeps: {
    nl: 'Plaats, onderwerp en tijd van elke melding. Er is geen tekst. Wat van de kaart verdwijnt, is afgehandeld.',
    en: 'Place, subject and time of each melding. There is no text. What leaves the map is closed.',
  },
  channel: 'form',
  isPersonal: false,
  settings: mapSettings,
  cursor: mapCursor,
  everyMs: ({ everyMinutes }) => everyMinutes * 60_000,
  canBackfill: false,
  categoryMap: SIGNALEN_CATEGORY_MAP,
  pull: pullMap,
  report: postSignal,
})
