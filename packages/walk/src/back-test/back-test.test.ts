import { NO_FILTER, type RuleTest, ruleDefinition } from '@rumoer/contracts'
import type { PastMessage, Store } from '@rumoer/store'
import { TEST_STORES } from '@rumoer/store/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestTown, rawMelding, type TestTown } from '../testing/open-test-town.ts'
import { backTest, TooMuchHistoryError } from './back-test.ts'
import { countPast } from './past-counts.ts'

const MINUTE_MS = 60_000
const START = Date.parse('2026-11-24T09:00:00Z')

let store: Store
let town: TestTown
/** Forty residents on four channels in forty minutes, swept every minute, as it happened live. */
beforeAll(async () => {
  store = await TEST_STORES[0]!.open()
  town = await openTestTown(store)
  const lane = await town.openLane()
  const channels = ['facebook', 'telephone', 'form', 'x'] as const
  for (let number = 0; number < 40; number++) {
    town.clock.now = new Date(START + number * MINUTE_MS)
    await town.accept.acceptBatch(town.source, [
      rawMelding(number, { channel: channels[number % 4]!, createdAt: town.clock.now.toISOString(), author: `bewoner-${number % 36}` }),
    ])
    await town.settle(lane)
    await lane.sweep()
  }
  await lane.close()
})
afterAll(() => store.close())

const play = async (name: string, stepMinutes = 5, hours = 3) => {
  const rule = (await store.rules.list(town.municipality.id)).find(({ definition }) => definition.name === name)!
  const [from, to] = [new Date(START - MINUTE_MS), new Date(START + hours * 60 * MINUTE_MS)]
  return backTest({ store, municipalityId: town.municipality.id, rule, from, to, stepMinutes })
}

test('the past gives the alerts that the live sweep gave, no later than a step', async () => {
  const live = (await store.alerts.list(town.municipality.id, { limit: 10 })).items
  expect(live).toHaveLength(1)
  const result = await play('Meer dan normaal')
  expect(result).toMatchObject({ messages: 40, issues: 1, missed: 0, noisePerWeek: 0 })
  expect(result.alerts).toHaveLength(1)
  const lateMs = Date.parse(result.alerts[0]!.at) - Date.parse(live[0]!.raisedAt)
  expect(lateMs).toBeGreaterThanOrEqual(0)
  expect(lateMs).toBeLessThan(5 * MINUTE_MS)
  expect(result.alerts[0]!.leadMinutes).toBe(0)
  expect(result.chancePerWeek).toBeCloseTo(1, 1)
})

test('a stricter rule is later than the rules in force, and says by how much', async () => {
  const { alerts } = await play('Loopt snel op')
  expect(alerts).toHaveLength(1)
  expect(alerts[0]!.leadMinutes).toBeLessThan(0)
  expect(alerts[0]!.voices).toBeGreaterThanOrEqual(10)
  expect((await play('Crisis in wording')).alerts[0]!.voices).toBeGreaterThanOrEqual(30)
})

test('the past is counted as the store counts the present', async () => {
  const { messages } = await store.rules.history(town.municipality.id, {
    from: new Date(START - MINUTE_MS),
    to: new Date(START + 60 * MINUTE_MS),
    filters: [NO_FILTER, { ...NO_FILTER, channels: ['x', 'form'] }],
    limit: 1_000,
  })
  const [issueId] = new Set(messages.map((message) => message.issueId))
  for (const minutes of [0, 7, 39, 63, 70, 400]) {
    const now = new Date(START + minutes * MINUTE_MS)
    for (const [at, filter] of [NO_FILTER, { ...NO_FILTER, channels: ['x', 'form'] }].entries()) {
      const counted = (await store.issues.counted(town.municipality.id, [issueId!], filter, now)).get(issueId!)
      const past = countPast(messages, now.getTime(), ({ passes }: PastMessage) => passes[at]!)
      expect([minutes, past && { windows: past.windows, urgentShare: past.urgentShare, mentions: past.mentions }]).toEqual([
        minutes,
        counted ?? null,
      ])
    }
  }
})

test('more messages than a back-test looks at are refused, not cut off', () => {
  expect(new TooMuchHistoryError()).toMatchObject({ status: 400, message: expect.stringContaining('shorter time') })
})

test('how often a rule rings by chance is played on ordinary messages: a loose rule often, a strict one never, the same each time', async () => {
  const quiet = await openTestTown(store)
  const lane = await quiet.openLane()
  const day = 24 * 60 * MINUTE_MS
  const texts = ['Container vol', 'Lantaarnpaal kapot', 'Gat in de weg', 'Zwerfvuil bij de bank']
  const raws = Array.from({ length: 280 }, (_, number) =>
    rawMelding(number, {
      text: texts[number % texts.length]!,
      channel: number % 2 === 0 ? 'form' : 'telephone',
      createdAt: new Date(START - 28 * day + Math.floor(number * day * 0.1) + ((number * 7_919) % 97) * MINUTE_MS).toISOString(),
      author: `bewoner-${number}`,
    }),
  )
  await quiet.accept.acceptBatch(quiet.source, raws)
  await quiet.settle(lane)
  await lane.sweep()
  await lane.close()
  const chanceOf = async (floor: number, when: RuleTest = { all: [] }) => {
    const floors = { messages: floor, voices: 2, channels: 1 }
    const definition = ruleDefinition.parse({ name: 'Proef', level: 'attention', floors, when })
    const rule = { id: '00000000-0000-0000-0000-000000000000', version: 1, definition }
    const span = { from: new Date(START - 28 * day), to: new Date(START), stepMinutes: 60 }
    const { chancePerWeek, chanceWeeks } = await backTest({ store, municipalityId: quiet.municipality.id, rule, ...span })
    return { chancePerWeek: chancePerWeek!, chanceWeeks }
  }
  const loose = await chanceOf(3)
  expect(loose.chancePerWeek).toBeGreaterThan(0.1)
  expect(loose.chanceWeeks).toBeGreaterThan(20)
  expect((await chanceOf(3)).chancePerWeek).toBe(loose.chancePerWeek)
  expect((await chanceOf(60)).chancePerWeek).toBe(0)
  expect((await chanceOf(3, { all: [{ measure: 'signal', operator: '>=', threshold: 1 }] })).chancePerWeek).toBeLessThan(1)
})
