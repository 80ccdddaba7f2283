import type { Store } from '@rumoer/store'
import { TEST_STORES } from '@rumoer/store/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { backTest } from './back-test/back-test.ts'
import { openTestTown, rawMelding } from './testing/open-test-town.ts'

const MINUTE_MS = 60_000
const NOW = Date.parse('2026-11-24T09:00:00Z')

let store: Store
beforeAll(async () => {
  store = await TEST_STORES[0]!.open()
})
afterAll(() => store.close())

async function townThatSays(texts: readonly string[]) {
  const town = await openTestTown(store)
  const lane = await town.openLane()
  for (const [number, text] of texts.entries()) {
    town.clock.now = new Date(NOW + number * 20 * MINUTE_MS)
    await town.accept.acceptBatch(town.source, [rawMelding(number, { text, createdAt: town.clock.now.toISOString() })])
    await town.settle(lane)
    await lane.sweep()
  }
  await lane.close()
  return town
}

test('three residents who smell gas ring at once with their words, and the past gives the same alert', async () => {
  const town = await townThatSays([
    'Er hangt een sterke gaslucht bij het Havenkwartier, kom snel.',
    'Gaslucht in het Havenkwartier! Is er een gaslek?',
    'Sterke gaslucht bij ons in het Havenkwartier.',
  ])
  const { id } = town.municipality
  const [alert] = await store.alerts.open(id)
  expect(alert).toMatchObject({ level: 'urgent', rule: 'Gevaar in weinig woorden' })
  expect(alert!.sentence).toMatch(/^\d mensen spreken van gevaar in de laatste 6 uur: ‘gaslucht’/)
  expect((await store.issues.byId(id, alert!.issueId!))!.why).toBe(alert!.sentence)
  const rule = (await store.rules.list(id)).find(({ definition }) => definition.name === 'Gevaar in weinig woorden')!
  const played = await backTest({
    store,
    municipalityId: id,
    rule,
    from: new Date(NOW - MINUTE_MS),
    to: new Date(NOW + 60 * MINUTE_MS),
    stepMinutes: 5,
  })
  expect(played).toMatchObject({ alerts: [{ level: 'urgent' }], missed: 0, chancePerWeek: null })
})

test('three residents with an ordinary complaint ring nobody', async () => {
  const town = await townThatSays([
    'Zwerfvuil bij het Havenkwartier, graag opruimen.',
    'Veel zwerfvuil in het Havenkwartier.',
    'Het zwerfvuil in het Havenkwartier ligt er nog.',
  ])
  expect((await store.alerts.open(town.municipality.id)).filter(({ ruleId }) => ruleId !== null)).toEqual([])
})
