import { setTimeout as delay } from 'node:timers/promises'
import { type Municipality, PERSONAL_CHANNELS, type RawMessage } from '@rumoer/contracts'
import { SIMULATED_SOURCES, type SimulatedMessage } from '@rumoer/simulator'
import type { SourceRow } from '@rumoer/store'
import { InboxFullError } from '@rumoer/walk'
import type { Services } from '../services.ts'

/** Puts simulated messages through the same accept as all others. */
export type DemoInlet = { send(messages: readonly SimulatedMessage[]): Promise<void> }

const RETENTION_DAYS = 90
const FULL_WAIT_MS = 500
const YEAR_MS = 365 * 86_400_000

/** Opens the sources of the demo, and adds those that are not there yet. */
export async function openDemoInlet(services: Services, municipality: Municipality): Promise<DemoInlet> {
  const sources = new Map<string, SourceRow>()
  for (const simulated of SIMULATED_SOURCES) sources.set(simulated.name, await ensureSource(services, municipality, simulated))

  async function sendAs(source: SourceRow, raws: readonly RawMessage[]): Promise<void> {
    for (;;) {
      try {
        await services.accept.acceptBatch(source, raws)
        services.sourceHealth.heard(source.id)
        return
      } catch (error) {
        if (!(error instanceof InboxFullError)) throw error
        await delay(FULL_WAIT_MS)
      }
    }
  }

  return {
    async send(messages) {
      const bySource = new Map<string, RawMessage[]>()
      for (const { source, raw } of messages) bySource.set(source, [...(bySource.get(source) ?? []), raw])
      await Promise.all([...bySource].map(([name, raws]) => sendAs(known(name), raws)))
    },
  }

  function known(name: string): SourceRow {
    const source = sources.get(name)
    if (!source) throw new Error(`source: ${name}, expected one of the simulated sources`)
    return source
  }
}

async function ensureSource(
  { store, now }: Services,
  municipality: Municipality,
  source: (typeof SIMULATED_SOURCES)[number],
): Promise<SourceRow> {
  const found = await store.sources.byName(municipality.id, source.name)
  if (found) return found
  const at = now()
  const isPersonal = (PERSONAL_CHANNELS as readonly string[]).includes(source.channel)
  const purpose = {
    purpose: 'Laten zien wat Rumoer doet, met verzonnen berichten van verzonnen bewoners',
    legalGround: 'niet van toepassing: geen persoonsgegevens',
    owner: 'Sanne Vermeer',
    endsOn: new Date(at.getTime() + YEAR_MS).toISOString().slice(0, 10),
    retentionDays: RETENTION_DAYS,
  }
  return store.sources.add(municipality.id, { ...source, ...(isPersonal ? { purpose } : {}), now: at })
}
