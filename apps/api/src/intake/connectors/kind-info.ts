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
export const kindInfos = (): SourceKindInfo[] => [HTTP, ...CONNECTORS.map(infoOf)]
