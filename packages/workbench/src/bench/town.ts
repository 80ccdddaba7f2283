import { randomBytes } from 'node:crypto'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { RawMessage } from '@rumoer/contracts'
import { lindehaven } from '@rumoer/simulator'
import type { Ownership, Store } from '@rumoer/store'
import { createAccept, type Lane, openLane, SILENT_LOG } from '@rumoer/walk'
import { inChunks } from './workload.ts'

const BATCH = 500
const STARTS_AT_MS = Date.parse('2026-03-09T09:00:00Z')

/** A municipality of its own with the areas of the simulated town, and the walk through it in this process. */
export type BenchTown = {
  municipalityId: number
  sourceId: string
  ownership: Ownership
  lane: Lane
  now(): Date
  /** Accepts the messages in batches while the walk goes on beside; answers when the events of the last one are committed. */
  walk(messages: readonly RawMessage[]): Promise<{ seconds: number; cpuSeconds: number }>
  close(): Promise<void>
}

let towns = 0

export async function openBenchTown(store: Store): Promise<BenchTown> {
  towns += 1
  const openedMs = performance.now()
  const now = () => new Date(STARTS_AT_MS + Math.floor(performance.now() - openedMs))
  const town = lindehaven()
  const { id: municipalityId } = await store.municipalities.add({
    code: `GM${String(towns).padStart(4, '0')}`,
    name: `Proefstad ${towns}`,
    now: now(),
  })
  await store.areas.importAll(municipalityId, town.areas, now())
  await store.areas.importPlaces(municipalityId, town.places)
  const source = await store.sources.add(municipalityId, { name: 'Proef', kind: 'http', channel: 'form', now: now() })
  const accept = createAccept({ store, secret: randomBytes(32), now, inboxLimit: Number.POSITIVE_INFINITY })
  const ownership = await store.walk.own(municipalityId)
  if (!ownership) throw new Error(`municipality ${municipalityId}: walked by another, expected it to be free`)
  const lane = await openLane({ store, ownership, now, log: SILENT_LOG })

  async function makeDurable(messages: readonly RawMessage[]): Promise<void> {
    for (const batch of inChunks(messages, BATCH)) {
      const { outcomes } = await accept.acceptBatch(source, batch)
      const refused = outcomes.find((outcome) => !outcome.ok || outcome.outcome !== 'accepted')
      if (refused) throw new Error(`workload: ${JSON.stringify(refused).slice(0, 200)}; expected every message to be accepted as new`)
    }
  }

  /** Until `count` are placed and committed: a step that takes nothing has seen the last commit arrive. */
  async function place(count: number): Promise<void> {
    let left = count
    for (;;) {
      const walked = await lane.step()
      left -= walked
      if (walked > 0) continue
      if (left <= 0) return
      await nextTurn()
    }
  }

  return {
    municipalityId,
    sourceId: source.id,
    ownership,
    lane,
    now,
    async walk(messages) {
      const cpu = process.cpuUsage()
      const startedMs = performance.now()
      await Promise.all([makeDurable(messages), place(messages.length)])
      const seconds = (performance.now() - startedMs) / 1_000
      const { user, system } = process.cpuUsage(cpu)
      const setAside = await store.inbox.listSetAside(municipalityId)
      if (setAside.length > 0)
        throw new Error(`set aside: ${setAside.length} messages, first for ${setAside[0]!.error.slice(0, 80)}; expected none`)
      return { seconds, cpuSeconds: (user + system) / 1e6 }
    },
    close: () => lane.close(),
  }
}
