import { setTimeout as delay } from 'node:timers/promises'
import type { Municipality } from '@rumoer/contracts'
import { demoStream, lindehaven, type SimulatedMessage } from '@rumoer/simulator'
import type { Services } from '../services.ts'
import { type DemoInlet, openDemoInlet } from './demo-inlet.ts'
import { ensureDemoPeople } from './demo-people.ts'
import { ensureDemoPlanning } from './demo-planning.ts'

export const DEMO_SEED = 1
export const DEMO_HISTORY_DAYS = 42
const BATCH = 500
const POLL_MS = 100
const SWEEP_PATIENCE_MS = 10_000
const STARTED = 'demo.start'
const LOADED = 'demo.loaded'
const BY = 'demo'

/** The demo municipality and the moment with which it was filled. */
export type Demo = { municipality: Municipality; filledAt: Date; inlet: DemoInlet }

/**
 * Fills an empty database with Lindehaven, through the same accept and walk as everything else; goes on where a load was cut off.
 * Null when there are municipalities and none of them is the demo. Answers once everything has been walked.
 */
export async function ensureDemo(services: Services, onProgress: (done: number, total: number) => void): Promise<Demo | null> {
  const all = await services.store.municipalities.list()
  const municipality = all.find(({ demo }) => demo) ?? (all.length === 0 ? await addLindehaven(services) : null)
  if (!municipality) return null
  const { startedAt, isLoaded } = await pastOf(services, municipality)
  const filledAt = startedAt ?? services.now()
  if (!startedAt) await note(services, municipality, STARTED, filledAt.toISOString())
  await ensureTown(services, municipality)
  await ensurePublicForm(services, municipality)
  const inlet = await openDemoInlet(services, municipality)
  if (!isLoaded) {
    await sendHistory(services, municipality, inlet, filledAt, onProgress)
    await sweptOnce(services, municipality)
    await ensureDemoPlanning(services, municipality, await ensureDemoPeople(services, municipality))
    await note(services, municipality, LOADED)
  }
  return { municipality, filledAt, inlet }
}

function addLindehaven({ store, now }: Services): Promise<Municipality> {
  const { code, name } = lindehaven()
  return store.municipalities.add({ code, name, demo: true, now: now() })
}

async function ensureTown({ store, now }: Services, municipality: Municipality): Promise<void> {
  if ((await store.areas.list(municipality.id)).length > 0) return
  const { areas, places } = lindehaven()
  await store.areas.importPlaces(municipality.id, places)
  await store.areas.importAll(municipality.id, areas, now())
}

/** Forms may be tried on the demo: nothing there is real. */
async function ensurePublicForm({ store, now }: Services, { id }: Municipality): Promise<void> {
  if ((await store.sources.ofKind(id, 'public-form')).length > 0) return
  await store.sources.add(id, { name: 'Openbaar meldformulier', kind: 'public-form', channel: 'form', now: now() })
}

const note = ({ store, now }: Services, municipality: Municipality, action: string, detail?: string): Promise<void> =>
  store.audit.write({
    municipalityId: municipality.id,
    by: BY,
    action,
    subject: municipality.code,
    ...(detail === undefined ? {} : { detail }),
    now: now(),
  })

/** What the log tells of an earlier load. */
async function pastOf({ store }: Services, municipality: Municipality): Promise<{ startedAt: Date | null; isLoaded: boolean }> {
  let cursor: string | undefined
  let isLoaded = false
  do {
    const page = await store.audit.list(municipality.id, BATCH, cursor)
    isLoaded ||= page.items.some(({ action }) => action === LOADED)
    const started = page.items.find(({ action }) => action === STARTED)
    if (started?.detail) return { startedAt: new Date(started.detail), isLoaded }
    cursor = page.next ?? undefined
  } while (cursor !== undefined)
  return { startedAt: null, isLoaded }
}

async function sendHistory(
  { store }: Services,
  municipality: Municipality,
  inlet: DemoInlet,
  filledAt: Date,
  onProgress: (done: number, total: number) => void,
): Promise<void> {
  const history = [...demoStream({ seed: DEMO_SEED, now: filledAt, historyDays: DEMO_HISTORY_DAYS })]
  for (let from = 0; from < history.length; from += BATCH) {
    await inlet.send(history.slice(from, from + BATCH))
    onProgress(await walkedOf(from + BATCH, history), history.length)
  }
  const lastSeq = await store.inbox.lastSeq(municipality.id)
  while (!(await store.inbox.drained(municipality.id, lastSeq))) {
    onProgress(await walkedOf(history.length, history), history.length)
    await delay(POLL_MS)
  }
  onProgress(history.length, history.length)

  async function walkedOf(sent: number, all: readonly SimulatedMessage[]): Promise<number> {
    return Math.max(0, Math.min(sent, all.length) - (await store.inbox.count(municipality.id)))
  }
}

/** Waits until the sweep has seen the crisis of the demo, so that the hottest issues are known; ten seconds at most. */
async function sweptOnce({ store, now }: Services, municipality: Municipality): Promise<void> {
  const givesUpMs = now().getTime() + SWEEP_PATIENCE_MS
  while ((await store.alerts.open(municipality.id)).length === 0 && now().getTime() < givesUpMs) await delay(POLL_MS)
}
