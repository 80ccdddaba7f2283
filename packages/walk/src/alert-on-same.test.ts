import type { Store } from '@rumoer/store'
import { TEST_STORES } from '@rumoer/store/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestTown, rawMelding } from './testing/open-test-town.ts'

const NOW = Date.parse('2026-11-24T09:00:00Z')
const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
const LITTER = { main: 'schoon', sub: 'veegzwerfvuil' }
const QUAY = { lat: 52.605, lon: 5.305 }
const DIKE = { lat: 52.605, lon: 5.315 }

let store: Store
beforeAll(async () => {
  store = await TEST_STORES[0]!.open()
})
afterAll(() => store.close())

/** A town whose people were alerted to litter on the Oude Dijk, in these areas, before seven residents write of litter on the quay. */
async function townOfLitter(areaCodes: string[]) {
  const town = await openTestTown(store)
  const { id } = town.municipality
  const write = async (number: number, location: typeof QUAY, text: string) =>
    town.accept.acceptBatch(town.source, [
      rawMelding(number, { text, category: LITTER, location, createdAt: town.clock.now.toISOString(), channel: 'telephone' }),
    ])
  const before = await town.openLane()
  for (let day = 20; day > 0; day -= 6) {
    town.clock.now = new Date(NOW - day * DAY_MS)
    await write(day, DIKE, '')
    await town.settle(before)
  }
  await before.close()
  const [dike] = (await store.issues.search(id, { limit: 1, total: false, sort: 'receivedAt' })).items
  const ownership = (await store.walk.own(id))!
  await store.alerts.raise(ownership, {
    ...{ issueId: dike!.id, level: 'attention', title: dike!.title, areaCodes, observed: 9, expected: 1, windowHours: 24, conditions: [] },
    ...{ sentence: 'Negen mensen over zwerfvuil.', rule: 'Meer mensen dan gewoon in een gebied', ruleId: null, ruleVersion: null },
    ...{ toldBy: (await store.rules.live(id)).map((rule) => rule.id), receivers: [], now: new Date(NOW) },
  })
  await ownership.release()
  const lane = await town.openLane()
  for (let number = 100; number < 107; number++) {
    town.clock.now = new Date(NOW + (number - 99) * 2 * MINUTE_MS)
    await write(number, QUAY, 'Overal zwerfvuil op de kade, plastic zakken en blikjes bij het water')
    await town.settle(lane)
    await lane.sweep()
  }
  await lane.close()
  const { items: issues } = await store.issues.search(id, { limit: 50, total: false, sort: 'heat' })
  return { dike: dike!, quay: issues.find(({ messages }) => messages === 7)!, alerts: (await store.alerts.list(id, { limit: 10 })).items }
}

test('what people were alerted to without a place does not ring again where it turns up, and is seen to rise there', async () => {
  const { dike, quay, alerts } = await townOfLitter([])
  expect(quay).toMatchObject({ level: 'attention', areaCodes: ['BU99010101'] })
  expect(alerts.map(({ issueId }) => issueId)).toEqual([dike.id])
})

test('the same subject in the next buurt is another matter, and rings by itself', async () => {
  const { dike, quay, alerts } = await townOfLitter(['BU99010102'])
  expect(alerts.map(({ issueId }) => issueId)).toEqual([dike.id, quay.id])
})
