import { z } from 'zod'
import { defineConnector } from '../connector.ts'
import { field, webAddress } from '../settings-fields.ts'
import { postRequest } from './post-request.ts'
import { pullRequests } from './pull-requests.ts'

export const open311Settings = z.strictObject({
  url: field(webAddress, {
    label: { nl: 'Adres van Open311', en: 'Address of Open311' },
    help: { nl: 'Eindigt meestal op /open311/v2.', en: 'Mostly ends in /open311/v2.' },
    input: 'url',
  }),
  jurisdiction: field(z.string().min(1).max(200).optional(), {
    label: { nl: 'Rechtsgebied', en: 'Jurisdiction' },
    help: {
      nl: 'Alleen als de server meer gemeenten bedient (jurisdiction_id).',
      en: 'Only when the server serves more municipalities (jurisdiction_id).',
    },
    input: 'text',
  }),
  apiKey: field(z.string().min(1).max(1_000).optional(), {
    label: { nl: 'Sleutel om te melden', en: 'Key to report with' },
    help: { nl: 'Alleen nodig om vanuit Rumoer te melden (api_key).', en: 'Only needed to report from Rumoer (api_key).' },
    input: 'secret',
  }),
  serviceCode: field(z.string().min(1).max(200).optional(), {
    label: { nl: 'Dienst voor de rest', en: 'Service for the rest' },
    help: {
      nl: 'Code van de dienst (service_code) voor meldingen waarvoor deze server geen eigen dienst heeft.',
      en: 'Code of the service (service_code) for reports that this server has no service of its own for.',
    },
    input: 'text',
  }),
  everyMinutes: field(z.coerce.number().int().min(1).max(1_440).default(5), {
    label: { nl: 'Kijk elke … minuten', en: 'Look every … minutes' },
    input: 'number',
  }),
})

/** Everything asked for before `until` is in; what was asked for earlier was last looked at again at `againAt`, for its status. */
export const open311Cursor = z.object({ until: z.iso.datetime(), againAt: z.iso.datetime() })

/** Service requests of an Open311 GeoReport v2 server, such as FixMyStreet. */
export const open311 = defineConnector({
  kind: 'open311',
  name: { nl: 'Open311', en: 'Open311' },
  about: {
    nl: 'Meldingen van een server die Open311 (GeoReport v2) spreekt, zoals FixMyStreet.',
    en: 'Meldingen of a server that speaks Open311 (GeoReport v2), such as FixMyStreet.',
  },
  keeps: {
    nl: 'Tekst zonder persoonsgegevens, plaats, onderwerp en of de melding open is. Niets over de melder en geen foto.',
    en: 'Text without personal data, place, subject and whether it is open. Nothing about who reported, and no photo.',
  },
  channel: 'form',
  isPersonal: false,
  settings: open311Settings,
  cursor: open311Cursor,
  everyMs: ({ everyMinutes }) => everyMinutes * 60_000,
  canBackfill: true,
  pull: pullRequests,
  report: postRequest,
})
