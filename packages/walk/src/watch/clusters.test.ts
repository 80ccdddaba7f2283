import { TEST_STORES } from '@rumoer/store/testing'
import { expect, test } from 'vitest'
import { openTestTown, rawMelding } from '../testing/open-test-town.ts'
import { centreOf } from './area-geometry.ts'
import { watchContext } from './load-context.ts'
import { watchClusters } from './watch-clusters.ts'

const HOUR = 3_600_000
const NOW = Date.parse('2026-11-24T09:00:00Z')
const SMELL = { main: 'overlast-in-de-openbare-ruimte', sub: 'stank-geluidsoverlast' }

test('a smell that hangs over the border of two buurten is one cluster of both', async () => {
  const store = await TEST_STORES[0]!.open()
  const town = await openTestTown(store)
  const lane = await town.openLane()
  const said = (number: number, agoHours: number, lat: number, lon: number) =>
    rawMelding(number, { text: '', category: SMELL, createdAt: new Date(NOW - agoHours * HOUR).toISOString(), location: { lat, lon } })
  const usual = Array.from({ length: 60 }, (_, at) => said(at, 60 + at * 20, 52.601 + (at % 8) * 0.001, 5.301 + (at % 16) * 0.001))
  const atTheBorder = Array.from({ length: 12 }, (_, at) => said(100 + at, 1 + at * 2, 52.6051, at % 2 === 0 ? 5.3095 : 5.3105))
  for (const batch of [usual, atTheBorder]) {
    await town.accept.acceptBatch(town.source, batch)
    await town.settle(lane)
  }
  const context = await watchContext(store, town.municipality.id)
  const areas = await store.areas.list(town.municipality.id, { geometry: true })
  const centres = new Map(areas.flatMap((area) => (centreOf(area) ? [[area.code, centreOf(area)!] as const] : [])))
  const { found } = await watchClusters(context, centres, town.clock.now)
  expect(found).toMatchObject([{ signal: { kind: 'cluster', observed: 12 }, places: ['BU99010101', 'BU99010102'] }])
  expect(found[0]!.signal.sentence).toContain('Havenkwartier en Oude Dijk samen')
  const before = await watchClusters(context, centres, new Date(NOW - 30 * HOUR))
  expect(before.found).toEqual([])
  await lane.close()
  await store.close()
})
