import { DEFAULT_TAXONOMY, type Handover, type MessageOut, type Municipality } from '@rumoer/contracts'
import { connectorOf } from '../../intake/connectors/index.ts'
import type { Report } from '../../intake/connectors/report.ts'
import { errorFields } from '../../log.ts'
import { failureWords } from '../../outbound/outbound-error.ts'
import type { Services } from '../../services.ts'
import { connectionOf } from '../sources/connection-of.ts'

const PATIENCE_MS = 30_000

/** Whether this is a report for a system that we can write to, which has not got it yet. */
export const waitsForReport = ({ kind, receiver, external, erased }: Handover): boolean =>
  kind === 'melding' && receiver.kind === 'signalen' && receiver.code !== null && external === null && !erased

/**
 * Makes the report over there and keeps its number. What does not go through comes back to the newsroom with the reason. It is tried once and not
 * by itself again: the other side knows no repeats, and two reports are worse than a colleague who looks.
 */
export async function sendReport(services: Services, municipality: Municipality, handover: Handover): Promise<Handover> {
  const { store, log } = services
  const source = await store.sources.byId(municipality.id, handover.receiver.code!)
  const connector = source && connectorOf(source.kind)
  const message = handover.message === null ? null : await store.messages.byId(municipality.id, handover.message)
  const by = handover.receiver.name
  const outcome = await report()
  const { version } = handover
  return (await store.handovers.change(municipality.id, handover.id, { version, ...outcome, by, now: services.now() })) ?? handover

  async function report(): Promise<{ externalId: string; status: 'waiting' } | { status: 'returned'; answer: string }> {
    if (!source || !connector?.report) return { status: 'returned', answer: 'Deze bron is er niet meer.' }
    if (!message) return { status: 'returned', answer: 'Het bericht is er niet meer.' }
    try {
      const { settings, secrets } = await connectionOf(services, source)
      const externalId = await connector.report({
        settings: { ...settings, ...secrets },
        report: reportOf(message, handover.note),
        outbound: services.outbound,
        signal: AbortSignal.timeout(PATIENCE_MS),
      })
      return { externalId, status: 'waiting' }
    } catch (error) {
      log.warn('report-failed', { municipality: municipality.id, handover: handover.id, ...errorFields(error) })
      return { status: 'returned', answer: failureWords(error) }
    }
  }
}

const REST = { main: 'overig', sub: 'overig' }

function reportOf({ text, location, reading, createdAt }: MessageOut, note: string): Report {
  const { main, sub } = reading?.category.main && reading.category.sub ? reading.category : REST
  const known = DEFAULT_TAXONOMY.categories.find(({ slug }) => slug === main)?.subcategories.find(({ slug }) => slug === sub)
  const category = known ? { main, sub, name: known.name } : { ...REST, name: 'Overig' }
  const { lat = null, lon = null, address = null } = location ?? {}
  return { text: text || category.name, note, point: lat === null || lon === null ? null : { lat, lon }, address, category, createdAt }
}
