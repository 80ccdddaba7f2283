import { SIGNALEN_CATEGORY_MAP } from '@rumoer/walk'
import { z } from 'zod'
import { defineConnector } from '../connector.ts'
import { field, webAddress } from '../settings-fields.ts'
import { postSignal } from './post-signal.ts'
import { pullSignalen } from './pull-signalen.ts'

export const signalenSettings = z.strictObject({
  url: field(webAddress, {
    label: { nl: 'Adres van Signalen', en: 'Address of Signalen' },
    help: { nl: 'Het adres van de API, zonder /signals/v1.', en: 'The address of the API, without /signals/v1.' },
    input: 'url',
  }),
  token: field(z.string().min(10).max(4_000), {
    label: { nl: 'Toegangssleutel', en: 'Access token' },
    help: { nl: 'JWT van een account dat alleen mag lezen.', en: 'JWT of an account that may only read.' },
    input: 'secret',
  }),
  everyMinutes: field(z.coerce.number().int().min(1).max(1_440).default(2), {
    label: { nl: 'Kijk elke … minuten', en: 'Look every … minutes' },
    input: 'number',
  }),
})

/** Everything changed before `after` is in. */
export const signalenCursor = z.object({ after: z.iso.datetime({ offset: true }) })

/** Meldingen of a Signalen, as its own employees see them: new, changed, closed and reopened. */
export const signalen = defineConnector({
  kind: 'signalen',
  name: { nl: 'Signalen', en: 'Signalen' },
  about: {
    nl: 'Alle meldingen uit Signalen, ook als ze veranderen of worden afgehandeld. Er is een account nodig.',
    en: 'All meldingen of Signalen, also when they change or are closed. An account is needed.',
  },
  keeps: {
    nl: 'Tekst zonder persoonsgegevens, plaats, onderwerp en status. Niets over de melder: geen naam, e-mail of telefoon.',
    en: 'Text without personal data, place, subject and status. Nothing about who reported: no name, e-mail or telephone.',
  },
  channel: 'form',
  isPersonal: false,
  settings: signalenSettings,
  cursor: signalenCursor,
  everyMs: ({ everyMinutes }) => everyMinutes * 60_000,
  canBackfill: true,
  categoryMap: SIGNALEN_CATEGORY_MAP,
  pull: pullSignalen,
  report: postSignal,
})
