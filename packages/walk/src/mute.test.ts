import type { Store } from '@rumoer/store'
import { TEST_STORES } from '@rumoer/store/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestTown, rawMelding } from './testing/open-test-town.ts'

describe.each(TEST_STORES)('muting on $name', ({ open }) => {
  let store: Store
  beforeAll(async () => {
    store = await open()
  })
  afterAll(() => store.close())

  test('muted until it gets worse wakes when the voices of a day have doubled, and says so; less than that does not wake it', async () => {
    const town = await openTestTown(store)
    const lane = await town.openLane()
    const { id } = town.municipality
    const speak = async (...numbers: number[]) => {
      town.clock.now = new Date(town.clock.now.getTime() + 600_000)
      const createdAt = town.clock.now.toISOString()
      await town.accept.acceptBatch(
        town.source,
        numbers.map((number) => rawMelding(number, { createdAt })),
      )
      await town.settle(lane)
      await lane.sweep()
    }
    await speak(1, 2)
    const issue = async () => (await store.issues.search(id, { limit: 5, total: false, sort: 'receivedAt' })).items[0]!
    const { id: issueId } = await issue()
    const muted = { until: 'escalates', reason: 'is bekend' } as const
    await store.issues.change(id, issueId, { muted, by: 'Bea', now: town.clock.now })
    await speak(3)
    expect(await issue()).toMatchObject({ mutedUntil: 'escalates', voices: 3 })
    await speak(4)
    expect(await issue()).toMatchObject({ mutedUntil: null, voices: 4 })
    const { entries } = (await store.issues.timeline(id, issueId))!
    expect(entries.map(({ text }) => text)).toContain('Niet meer gedempt: het wordt erger')
    await lane.close()
  })
})
