import type { Area, Municipality, RawMessage } from '@rumoer/contracts'
import type { SourceRow, Store } from '@rumoer/store'
import { createAccept } from '../accept/accept.ts'
import { SILENT_LOG } from '../walk-log.ts'
import { type Lane, openLane } from '../walker.ts'

/** A municipality of two buurten on one store, with a clock that a test turns. */
export type TestTown = {
  municipality: Municipality
  source: SourceRow
  clock: { now: Date }
  accept: ReturnType<typeof createAccept>
  /** Opens the walk anew, as a restart does. */
  openLane(): Promise<Lane>
  /** Walks until nothing waits. */
  settle(lane: Lane): Promise<void>
}

export const SECRET = Buffer.alloc(32, 3)
const STARTS_AT = new Date('2026-11-24T09:00:00Z')

const square = (west: number, south: number): Area['geometry'] => ({
  type: 'MultiPolygon',
  coordinates: [
    [
      [
        [west, south],
        [west + 0.01, south],
        [west + 0.01, south + 0.01],
        [west, south + 0.01],
        [west, south],
      ],
    ],
  ],
})

const area = (code: string, level: Area['level'], name: string, parentCode: string | null, geometry: Area['geometry']): Area => ({
  code,
  level,
  name,
  parentCode,
  inhabitants: 2_000,
  geometry,
})

export const TEST_AREAS: readonly Area[] = [
  area('GM9901', 'gemeente', 'Lindehaven', null, null),
  area('WK990101', 'wijk', 'Havenwijk', 'GM9901', null),
  area('BU99010101', 'buurt', 'Havenkwartier', 'WK990101', square(5.3, 52.6)),
  area('BU99010102', 'buurt', 'Oude Dijk', 'WK990101', square(5.31, 52.6)),
]

let towns = 0

/** Adds a municipality of its own to a store that tests may share. */
export async function openTestTown(store: Store): Promise<TestTown> {
  towns += 1
  const clock = { now: new Date(STARTS_AT) }
  const now = () => new Date(clock.now)
  const municipality = await store.municipalities.add({
    code: `GM${String(9_000 + towns).padStart(4, '0')}`,
    name: `Lindehaven ${towns}`,
    now: now(),
  })
  await store.areas.importAll(municipality.id, TEST_AREAS, now())
  const source = await store.sources.add(municipality.id, { name: 'Proef', kind: 'http', channel: 'form', now: now() })
  return {
    municipality,
    source,
    clock,
    accept: createAccept({ store, secret: SECRET, now, inboxLimit: 10_000 }),
    async openLane() {
      const ownership = await store.walk.own(municipality.id)
      if (!ownership) throw new Error(`municipality ${municipality.id}: owned by another, expected it to be free`)
      return openLane({ store, ownership, now, log: SILENT_LOG })
    },
    async settle(lane) {
      while ((await lane.step()) > 0);
    },
  }
}

/** A melding about brown water in the Havenkwartier; each call another resident unless told otherwise. */
export function rawMelding(number: number, changes: Partial<RawMessage> = {}): RawMessage {
  return {
    externalId: `melding-${number}`,
    kind: 'melding',
    channel: 'form',
    createdAt: '2026-11-24T08:50:00Z',
    text: 'Bruin water uit de kraan in het Havenkwartier, is dit veilig voor de baby?',
    author: `bewoner-${number}`,
    location: { lat: 52.605, lon: 5.305 },
    ...changes,
  }
}
