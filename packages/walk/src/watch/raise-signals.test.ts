import type { FoundSignal } from '@rumoer/analysis/decide'
import { type RuleDefinition, ruleDefinition, type Signal } from '@rumoer/contracts'
import { putRuleInForce, TEST_STORES } from '@rumoer/store/testing'
import { expect, test } from 'vitest'
import { openTestTown } from '../testing/open-test-town.ts'
import { SILENT_LOG } from '../walk-log.ts'
import { watchContext } from './load-context.ts'
import { raiseSignals } from './raise-signals.ts'

const NOW = new Date('2026-11-24T09:00:00Z')

const outbreak = (level: Signal['level']): FoundSignal => ({
  key: `BU99010101|afval/${level}`,
  places: ['BU99010101'],
  signal: {
    kind: 'outbreak',
    issueId: null,
    areaCode: 'BU99010101',
    category: `afval/${level}`,
    at: NOW.toISOString(),
    windowHours: 24,
    observed: 9,
    expected: 1,
    pValue: 1e-6,
    falseAlarmsPerYear: 260,
    level,
    conditions: [],
    sentence: '9 mensen over afval in Havenkwartier.',
  },
})

test('an alert on an area goes to the receivers of rules of its level whose filter lets the area and the category through', async () => {
  const store = await TEST_STORES[0]!.open()
  const town = await openTestTown(store)
  const { id } = town.municipality
  const hook = (name: string) => store.deliveries.addWebhook(id, { name, url: `https://voorbeeld.nl/${name}`, now: NOW })
  const [all, wijk, roads, grave] = [await hook('alles'), await hook('wijk'), await hook('wegen'), await hook('ernstig')]
  const rule = (name: string, webhook: string, changes: Partial<RuleDefinition> = {}) =>
    ruleDefinition.parse({
      name,
      level: 'attention',
      floors: { messages: 5, voices: 3, channels: 1 },
      when: { all: [] },
      grouping: { by: 'area', minutes: 30 },
      receivers: [{ channel: 'webhook', webhook }],
      ...changes,
    })
  const only = (areas: string[], categories: string[]) => ({
    filter: { areas, categories, channels: [], roles: [], facets: [], sentiments: [] },
  })
  const rules = [
    rule('Alles', all.id),
    rule('Alleen de wijk', wijk.id, only(['WK990101'], ['afval'])),
    rule('Alleen wegen', roads.id, only([], ['wegen'])),
    rule('Alleen ernstig', grave.id, { level: 'urgent' }),
  ]
  for (const one of rules) await putRuleInForce(store, id, one, NOW)
  const ownership = (await store.walk.own(id))!
  const toldOf = async (level: Signal['level']) => {
    await raiseSignals(await watchContext(store, id), ownership, [outbreak(level)], NOW, SILENT_LOG)
    const alert = (await store.alerts.open(id)).find((one) => one.level === level)!
    return (await store.deliveries.list(id, { alert: alert.id, limit: 20 })).map(({ to }) => to).sort()
  }
  expect(await toldOf('attention')).toEqual([all.name, wijk.name].sort())
  expect(await toldOf('urgent')).toEqual([all.name, wijk.name, grave.name].sort())
  await ownership.release()
  await store.close()
})
