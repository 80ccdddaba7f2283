import type { SourceKindInfo } from '@rumoer/contracts'
import type { Connector } from './connector.ts'
import { CONNECTORS } from './index.ts'
import { fieldsOf } from './settings-fields.ts'

const HTTP: SourceKindInfo = {
  kind: 'http',
  name: { nl: 'Eigen koppeling', en: 'Connection of your own' },
  about: {
    nl: 'Een programma van de gemeente of leverancier stuurt berichten met een sleutel.',
    en: 'A program of the municipality or a supplier sends messages with a key.',
  },
  keeps: {
    nl: 'De tekst, zonder persoonsgegevens. Wie het schreef alleen als schuilnaam die elk kwartaal verandert.',
    en: 'The text, without personal data. Who wrote it only as a pseudonym that changes every quarter.',
  },
  channel: 'website',
  fields: [],
  canBackfill: false,
}

const PUBLIC_FORM: SourceKindInfo = {
  kind: 'public-form',
  name: { nl: 'Openbaar meldformulier', en: 'Public form' },
  about: {
    nl: 'Formulieren die nu naar Signalen sturen, sturen naar /signals/v1/public/signals/ hier. Zonder sleutel, ten hoogste 60 meldingen per uur per adres.',
    en: 'Forms that now post to Signalen post to /signals/v1/public/signals/ here. Without a key, at most 60 reports an hour per address.',
  },
  keeps: {
    nl: 'De tekst, zonder persoonsgegevens, de plaats en het onderwerp. Wie het meldde alleen als schuilnaam; geen foto.',
    en: 'The text, without personal data, the place and the subject. Who reported it only as a pseudonym; no photo.',
  },
  channel: 'form',
  fields: [],
  canBackfill: false,
}

const FILE: SourceKindInfo = {
  kind: 'file',
  name: { nl: 'Bestand', en: 'File' },
  about: {
    nl: 'Berichten uit Excel, CSV of andere bestanden die u zelf inleest.',
    en: 'Messages from Excel, CSV or other files that you read in yourself.',
  },
  keeps: {
    nl: 'De tekst, zonder persoonsgegevens. Het bestand zelf gaat weg als het is ingelezen.',
    en: 'The text, without personal data. The file itself goes once it is read in.',
  },
  channel: 'telephone',
  fields: [],
  canBackfill: false,
}

const infoOf = (connector: Connector): SourceKindInfo => ({
  kind: connector.kind,
  name: connector.name,
  about: connector.about,
  keeps: connector.keeps,
  channel: connector.channel,
  fields: fieldsOf(connector),
  canBackfill: connector.canBackfill,
})

/** Every kind of source that can be added on the screen. */
export const kindInfos = (): SourceKindInfo[] => [HTTP, FILE, PUBLIC_FORM, ...CONNECTORS.map(infoOf)]
