import { randomUUID } from 'node:crypto'
import type { RawMessage } from '@rumoer/contracts'
import type { PublicReport, SourceRow } from '@rumoer/store'
import { takeOne } from '../intake/post-messages.ts'
import type { Services } from '../services.ts'

/** Stores a melding like any other, and opens it to be asked for by the id that its reporter gets. */
export async function takeReport(
  services: Services,
  source: SourceRow,
  given: Omit<RawMessage, 'externalId' | 'kind' | 'channel' | 'createdAt'>,
): Promise<PublicReport> {
  const { municipalityId } = source
  const id = randomUUID()
  const createdAt = services.now().toISOString()
  const { message } = await takeOne(services, source, { ...given, externalId: id, kind: 'melding', channel: source.channel, createdAt })
  const number = await services.store.publicReports.add(municipalityId, { id, messageId: message.id, reportedAt: new Date(createdAt) })
  return { id, number, municipalityId, message }
}
