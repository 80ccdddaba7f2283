import type { Store } from '@rumoer/store'
import { TEST_STORES } from '@rumoer/store/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestTown, rawMelding } from './testing/open-test-town.ts'

/** Read this first: one morning in Lindehaven, through every door of the house. */
let store: Store
beforeAll(async () => {
  store = await TEST_STORES[0]!.open()
})
afterAll(() => store.close())

test('one Facebook post is a melding, a symptom and a helping hand at once', async () => {
  const town = await openTestTown(store)
  const lane = await town.openLane()
  await town.accept.acceptBatch(town.source, [
    {
      externalId: 'fb-1',
      kind: 'post',
      channel: 'facebook',
      createdAt: '2026-11-24T08:30:00Z',
      author: 'buurvrouw van nummer 12',
      text: 'Alweer ligt het vol zwerfvuil bij het bankje in het Havenkwartier, derde keer deze maand. Wie helpt zaterdag mee opruimen? Ik organiseer het en zorg voor koffie. Bel me op 06-12345678',
    },
  ])
  await town.settle(lane)
  const { items } = await store.messages.search(town.municipality.id, { limit: 10, total: false })
  const [message] = items
  expect(message!.text).not.toContain('12345678')
  expect(message!.text).toContain('[telefoon]')
  expect(message!.externalId).toBeNull()
  expect(message!.areaCode).toBe('BU99010101')
  expect(message!.reading!.facets.map(({ facet }) => facet)).toEqual(expect.arrayContaining(['melding', 'symptom', 'engagement']))
  for (const { span } of message!.reading!.evidence) if (span) expect(message!.text.slice(...span)).not.toBe('')
  await lane.close()
})

test('a burst of many voices on several channels becomes one issue that rises, with one alert that says why', async () => {
  const town = await openTestTown(store)
  const lane = await town.openLane()
  const channels = ['facebook', 'telephone', 'form', 'x'] as const
  const texts = [
    'Bruin water uit de kraan in het Havenkwartier',
    'Bij ons komt er bruin water uit de kraan, Havenkwartier',
    'Is het bruine water uit de kraan in het Havenkwartier veilig?',
  ]
  for (let number = 0; number < 40; number++) {
    town.clock.now = new Date(Date.parse('2026-11-24T09:00:00Z') + number * 60_000)
    await town.accept.acceptBatch(town.source, [
      rawMelding(number, {
        kind: number % 4 === 2 ? 'melding' : 'post',
        channel: channels[number % 4]!,
        text: texts[number % 3]!,
        createdAt: town.clock.now.toISOString(),
      }),
    ])
    await town.settle(lane)
    await lane.sweep()
  }
  const { items } = await store.issues.search(town.municipality.id, { limit: 10, total: false, sort: 'heat' })
  expect(items[0]).toMatchObject({ messages: 40, voices: 40, channels: expect.arrayContaining([...channels]) })
  expect(['urgent', 'crisis']).toContain(items[0]!.level)
  expect(items[0]!.why).toMatch(/stemmen/)
  const { items: alerts } = await store.alerts.list(town.municipality.id, { limit: 10 })
  expect(alerts).toHaveLength(1)
  expect(alerts[0]!.examples).toHaveLength(3)
  const reasons = await store.alerts.reasons(town.municipality.id, alerts[0]!.id)
  expect(reasons!.conditions.every((condition) => Number.isFinite(condition.value) && Number.isFinite(condition.threshold))).toBe(true)
  await lane.close()
})

test('one busy account raises nothing, however often it speaks', async () => {
  const town = await openTestTown(store)
  const lane = await town.openLane()
  await town.accept.acceptBatch(
    town.source,
    Array.from({ length: 60 }, (_, number) => rawMelding(number, { author: 'dezelfde' })),
  )
  await town.settle(lane)
  await lane.sweep()
  const { items } = await store.issues.search(town.municipality.id, { limit: 10, total: false, sort: 'heat' })
  expect(items[0]).toMatchObject({ messages: 60, voices: 1, level: 'calm' })
  expect((await store.alerts.list(town.municipality.id, { limit: 10 })).items).toEqual([])
  await lane.close()
})
