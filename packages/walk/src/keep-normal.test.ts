import type { Store } from '@rumoer/store'
import { TEST_STORES } from '@rumoer/store/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestTown, rawMelding } from './testing/open-test-town.ts'

const DAY_MS = 86_400_000
const DAYS = 40
const PER_DAY = 8

describe.each(TEST_STORES)('a history that is read in on $name', ({ open }) => {
  let store: Store
  beforeAll(async () => {
    store = await open()
  })
  afterAll(() => store.close())

  test('is no crisis: what was normal before it came is not what its weeks are held against', async () => {
    const town = await openTestTown(store)
    const lane = await town.openLane()
    await lane.sweep()
    const now = town.clock.now.getTime()
    for (let day = DAYS; day > 0; day--) {
      const raws = Array.from({ length: PER_DAY }, (_, number) =>
        rawMelding(day * 100 + number, {
          createdAt: new Date(now - day * DAY_MS + number * 3_600_000).toISOString(),
          text: 'Grofvuil naast de containers in het Havenkwartier',
          category: { main: 'afval', sub: 'grofvuil' },
        }),
      )
      await town.accept.acceptBatch(town.source, raws)
    }
    await town.settle(lane)
    town.clock.now = new Date(now + 61_000)
    await lane.sweep()
    const { id } = town.municipality
    expect((await store.signals.open(id)).map(({ signal }) => signal.sentence)).toEqual([])
    expect((await store.alerts.list(id, { limit: 5 })).items.map(({ sentence }) => sentence)).toEqual([])
    await lane.close()
  })
})
