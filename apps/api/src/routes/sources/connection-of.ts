import type { SourceFields } from '@rumoer/contracts'
import type { SourceRow } from '@rumoer/store'
import type { SourceSecrets } from '@rumoer/walk'
import { badField, ProblemError } from '../../errors.ts'
import type { Connector } from '../../intake/connectors/connector.ts'
import { connectorOf } from '../../intake/connectors/index.ts'
import { splitSettings } from '../../intake/connectors/settings-fields.ts'
import type { Services } from '../../services.ts'

/** The connector of a source that fetches for itself; a 409 for one that does not. */
export function expectConnector(kind: string): Connector {
  const connector = connectorOf(kind)
  if (!connector) throw new ProblemError(409, `A source of kind ${kind} does not fetch for itself.`)
  return connector
}

/** Settings and opened secrets of a source, for this side of the API only. */
export async function connectionOf(
  { store, vault }: Services,
  source: SourceRow,
): Promise<{ settings: SourceFields; secrets: SourceSecrets }> {
  const stored = await store.connections.byId(source.municipalityId, source.id)
  if (!stored) throw new ProblemError(409, `A source of kind ${source.kind} does not fetch for itself.`)
  return {
    settings: stored.settings as SourceFields,
    secrets: stored.sealedSecrets ? vault.openSecrets(source.id, stored.sealedSecrets) : {},
  }
}

/** Checks the settings of a source that is added: those that fetch need them, others take none. */
export function newConnection(kind: string, given: SourceFields | undefined): { settings: SourceFields; secrets: SourceSecrets } | null {
  const connector = connectorOf(kind)
  if (connector) return splitSettings(connector, given ?? {}, {})
  if (given !== undefined) throw badField('settings', undefined, `expected no settings for a source of kind ${kind}`)
  return null
}
