import type { Store } from '@rumoer/store'
import { TEST_STORES } from '@rumoer/store/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestTown, rawMelding } from '../testing/open-test-town.ts'
import { watchContext } from './load-context.ts'
import { loadStructural } from './load-structural.ts'
import { watchSilentAreas } from './watch-silent-areas.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const NOW = Date.parse('2026-11-24T09:00:00Z')
const ago = (ms: number) => new Date(NOW - ms).toISOString()
const LITTER = { main: 'schoon', sub: 'veegzwerfvuil' }
const PLACES = [
  { lat: 52.605, lon: 5.305 },
  { lat: 52.605, lon: 5.315 },
] as const

let store: Store
beforeAll(async () => {
  store = await TEST_STORES[0]!.open()
})
afterAll(() => store.close())

/** Meldingen without text: place and category say all, so no issue of words is needed to count them. */
const litter = (number: number, at: string, place: 0 | 1 = 0, closedAt?: string) =>
  rawMelding(number, { text: '', createdAt: at, location: PLACES[place], category: LITTER, ...(closedAt ? { closedAt } : {}) })

test('five people in one buurt where one a week is usual are told once, and it is over after hours of quiet', async () => {
  const town = await openTestTown(store)
  const lane = await town.openLane()
  const { id } = town.municipality
  const history = Array.from({ length: 12 }, (_, week) => litter(week, ago((2 + week * 5) * DAY), (week % 2) as 0 | 1))
  await town.accept.acceptBatch(town.source, history)
  await town.settle(lane)
  await lane.sweep()
  expect((await store.signals.list(id, { kind: 'outbreak', limit: 10 })).items).toEqual([])
  town.clock.now = new Date(NOW + 2 * 60_000)
  await town.accept.acceptBatch(
    town.source,
    Array.from({ length: 5 }, (_, number) => litter(100 + number, ago(number * 20 * 60_000))),
  )
  await town.settle(lane)
  await lane.sweep()
  const { items } = await store.signals.list(id, { kind: 'outbreak', open: true, limit: 10 })
  expect(items).toMatchObject([
    { areaCode: 'BU99010101', category: 'schoon/veegzwerfvuil', observed: 5, places: ['BU99010101'], closedAt: null },
  ])
  expect(items[0]!.sentence).toContain('5 mensen over Veeg- / zwerfvuil in Havenkwartier')
  expect((await store.alerts.open(id)).length).toBe(1)
  town.clock.now = new Date(NOW + 5 * 60_000)
  await lane.sweep()
  expect(await store.alerts.open(id)).toHaveLength(1)
  town.clock.now = new Date(NOW + 12 * DAY)
  await lane.sweep()
  expect((await store.signals.list(id, { kind: 'outbreak', open: false, limit: 10 })).items).toMatchObject([{ id: items[0]!.id }])
  await lane.close()
})

test('what comes back after each closing is a structural problem, with its numbers', async () => {
  const town = await openTestTown(store)
  const lane = await town.openLane()
  const turns = Array.from({ length: 6 }, (_, turn) =>
    Array.from({ length: 5 }, (_, number) =>
      litter(turn * 10 + number, ago((20 + turn * 27) * DAY - number * HOUR), 0, ago((20 + turn * 27 - 8) * DAY)),
    ),
  )
  const elsewhere = Array.from({ length: 30 }, (_, number) => litter(1_000 + number, ago((3 + number * 5) * DAY), 1))
  await town.accept.acceptBatch(town.source, [...turns.flat(), ...elsewhere])
  await town.settle(lane)
  const [problem, ...others] = await loadStructural(store, town.municipality.id, town.clock.now)
  expect(others).toEqual([])
  expect(problem).toMatchObject({ areaCode: 'BU99010101', category: LITTER, times: 6, returns: 5, meanDaysToReturn: 19 })
  expect(problem!.sentence).toMatch(/zesde keer dit jaar, gemiddeld 19 dagen tussen sluiten en terugkeer, minstens \d+ melders/)
  expect(problem!.reporters.atLeast).toBeLessThan(problem!.reporters.atMost)
  expect(problem!.issues.length).toBeGreaterThan(0)
  await lane.close()
})

test('a buurt that says nothing for a day while its neighbour tells on is told of, and not when both are silent', async () => {
  const town = await openTestTown(store)
  const { id } = town.municipality
  const lane = await town.openLane()
  const told = Array.from({ length: 30 }, (_, daysAgo) =>
    Array.from({ length: 60 }, (_, number) => {
      const place = (number % 4 === 0 ? 0 : 1) as 0 | 1
      const isSilent = daysAgo === 0 && place === 0
      return isSilent ? [] : [litter(daysAgo * 100 + number, ago(daysAgo * DAY + (number + 1) * 20 * 60_000), place)]
    }).flat(),
  )
  for (const batch of told) await town.accept.acceptBatch(town.source, batch)
  await town.settle(lane)
  await lane.close()
  const context = await watchContext(store, id)
  expect(await watchSilentAreas(context, new Date(NOW))).toMatchObject({
    found: [
      { key: 'BU99010101', places: ['BU99010101'], signal: { kind: 'silence', areaCode: 'BU99010101', observed: 0, windowHours: 24 } },
    ],
  })
  expect((await watchSilentAreas(context, new Date(NOW + 3 * DAY))).found).toEqual([])
  expect((await watchSilentAreas(context, new Date(NOW - DAY))).found).toEqual([])
})
