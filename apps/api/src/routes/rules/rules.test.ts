import type { AlertCheck, AuditEntry, BacktestResult, Collection, Rule } from '@rumoer/contracts'
import type { Store } from '@rumoer/store'
import { TEST_STORES } from '@rumoer/store/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestServer, rawMelding, type TestServer } from '../../testing/open-test-server.ts'

const NOW = new Date('2026-11-24T09:00:00Z')
const HOUR_MS = 3_600_000
const LOW = {
  name: 'Drie stemmen over water',
  level: 'attention',
  floors: { messages: 3, voices: 2, channels: 1 },
  when: {
    any: [
      { all: [{ measure: 'voices', operator: '>=', threshold: 4, windowHours: 24 }] },
      { measure: 'signal', operator: '>=', threshold: 1 },
    ],
  },
}

let store: Store
let server: TestServer
/** Where the clock of the server began, and when: it runs on from there. */
let clock = { at: NOW, sinceMs: performance.now() }
const setClock = (at: Date) => {
  clock = { at, sinceMs: performance.now() }
}
beforeAll(async () => {
  store = await TEST_STORES[0]!.open()
  server = await openTestServer(store, { walk: true, now: () => new Date(clock.at.getTime() + performance.now() - clock.sinceMs) })
})
afterAll(async () => {
  await server.close()
  await store.close()
})

const json = async <Answer>(response: Promise<Response>): Promise<Answer & { status: number }> => {
  const answer = await response
  return { ...((await answer.json()) as Answer), status: answer.status }
}
const addRule = (changes: object = {}) => json<Rule>(server.send('POST', '/v1/rules', { ...LOW, ...changes }))
const backtest = (body: object) => json<BacktestResult>(server.send('POST', '/v1/rules/_backtest', body, server.keys.adviseur))

test('a municipality begins with the default rules in force, and each condition says what it looks at', async () => {
  const { items } = await json<Collection<Rule>>(server.get('/v1/rules', server.keys.lezer))
  expect(items.map(({ name, live, version }) => [name, live, version])).toEqual([
    ['Meer dan normaal', 1, 1],
    ['Loopt snel op', 1, 1],
    ['Crisis in wording', 1, 1],
    ['Gevaar in weinig woorden', 1, 1],
    ['Gerucht gaat rond', 1, 1],
  ])
  expect(items[1]!.when).toMatchObject({ all: [{ measure: 'signal', scope: 'area' }, { any: [{ scope: 'area' }, { scope: 'message' }] }] })
  expect(items[0]!.quality).toEqual({ days: 30, sent: 0, actedOn: 0, noise: 0, waiting: 0, proposal: null })
})

test('all mistakes in a rule are named at once', async () => {
  const wrong = await json<{ errors: { path: string }[] }>(
    server.send('POST', '/v1/rules', {
      ...LOW,
      floors: { messages: 2, voices: 1, channels: 1 },
      quietHours: { from: '25:00', to: '07:00' },
      when: { measure: 'voices', operator: '>=', threshold: 4, scope: 'area' },
      receivers: [{ channel: 'mail', user: 'Bea' }],
    }),
  )
  expect(wrong.status).toBe(400)
  expect(wrong.errors.map(({ path }) => path)).toEqual(
    expect.arrayContaining(['floors.messages', 'floors.voices', 'quietHours.from', 'receivers.0.user']),
  )
  const deep = { all: [{ any: [{ all: [{ any: [{ all: [LOW.when] }] }] }] }] }
  expect((await addRule({ when: deep })).status).toBe(400)
  expect((await addRule({ receivers: [{ channel: 'mail', user: '0192f0c0-0000-7000-8000-000000000001' }] })).status).toBe(400)
  expect((await server.send('POST', '/v1/rules', LOW, server.keys.adviseur)).status).toBe(403)
})

test('a rule goes live only after a back-test of that very version, and is in force without waiting for the next sweep', async () => {
  await server.send(
    'POST',
    '/v1/messages',
    Array.from({ length: 4 }, (_, number) =>
      rawMelding(number, { createdAt: new Date(NOW.getTime() - (4 - number) * 600_000).toISOString() }),
    ),
    server.keys.source,
  )
  await server.walked()
  const added = await addRule()
  expect(added).toMatchObject({ status: 201, version: 1, live: null, testedAt: null })
  const goLive = (version: number) =>
    json<Rule & { detail: string }>(server.send('PATCH', `/v1/rules/${added.id}`, { version, live: true }))
  expect(await goLive(1)).toMatchObject({ status: 409, detail: expect.stringContaining('no back-test') })

  const result = await backtest({ rule: added.id })
  expect(result).toMatchObject({ status: 200, messages: 4, issues: 1, perWeek: 0.25, noisePerWeek: 0, chancePerWeek: null })
  expect(result.alerts).toHaveLength(1)
  expect(result.alerts[0]).toMatchObject({ level: 'attention', voices: 4, leadMinutes: null, noise: false })
  expect(result.alerts[0]!.conditions).toContainEqual({
    name: 'onafhankelijke stemmen in 24 uur',
    scope: 'issue',
    value: 4,
    operator: '>=',
    threshold: 4,
    holds: true,
  })
  expect((await store.alerts.list(server.municipality.id, { limit: 5 })).items).toEqual([])

  const renamed = await json<Rule>(server.send('PATCH', `/v1/rules/${added.id}`, { version: 1, name: 'Vier stemmen over water' }))
  expect(renamed).toMatchObject({ version: 2, testedAt: null })
  expect((await goLive(2)).status).toBe(409)
  expect((await goLive(1)).status).toBe(409)
  await backtest({ rule: added.id })
  expect(await goLive(2)).toMatchObject({ status: 200, live: 2 })
  const wentLiveMs = performance.now()
  await expect
    .poll(async () => (await store.alerts.list(server.municipality.id, { limit: 5 })).items, { timeout: 5_000, interval: 20 })
    .toHaveLength(1)
  // Within a second; a busy machine may take a little longer, but the next sweep of its own would come after five.
  expect(performance.now() - wentLiveMs).toBeLessThan(2_500)
  const [alert] = (await store.alerts.list(server.municipality.id, { limit: 5 })).items
  expect(alert).toMatchObject({ rule: 'Vier stemmen over water', ruleId: added.id, ruleVersion: 2 })
  expect(await json(server.get(`/v1/alerts/${alert!.id}/reasons`))).toMatchObject({ ruleId: added.id, ruleVersion: 2 })
  const { items: log } = await json<Collection<AuditEntry>>(server.get('/v1/audit?limit=50'))
  expect(log.filter(({ subject }) => subject === added.id).map(({ action }) => action)).toEqual(
    expect.arrayContaining(['rule.add', 'rule.backtest', 'rule.change', 'rule.live']),
  )
})

test('"waarom niet" tells per rule what was measured and what holds it back', async () => {
  const [alert] = (await store.alerts.list(server.municipality.id, { limit: 5 })).items
  const check = () => json<AlertCheck>(server.get(`/v1/issues/${alert!.issueId}/alert-check`, server.keys.lezer))
  const told = await check()
  expect(told.rules.map(({ rule, heldBack }) => [rule.name, heldBack])).toEqual([
    ['Meer dan normaal', ['conditions']],
    ['Gerucht gaat rond', ['conditions']],
    ['Vier stemmen over water', ['told']],
    ['Loopt snel op', ['conditions']],
    ['Gevaar in weinig woorden', ['conditions']],
    ['Crisis in wording', ['conditions']],
  ])
  const near = told.rules[0]!.conditions.filter(({ holds }) => !holds)
  expect(near.map(({ name, scope, value, threshold }) => [name, scope, value, threshold])).toContainEqual(['berichten', 'issue', 4, 5])
  await server.send('PATCH', `/v1/issues/${alert!.issueId}`, { muted: { until: 'escalates', reason: 'bekend' } })
  setClock(new Date('2026-11-24T23:00:00Z'))
  const muted = await check()
  expect(muted.rules.map(({ heldBack }) => heldBack.includes('muted'))).toEqual(Array(6).fill(true))
  expect(muted.rules.map(({ quietUntil }) => quietUntil)).toEqual([...Array(5).fill('2026-11-25T06:00:00.000Z'), null])
  setClock(NOW)
  expect((await server.get(`/v1/issues/${server.sourceId}/alert-check`)).status).toBe(404)
})

test('a back-test looks at no more than ninety days, and a rule that is not stored may be tried too', async () => {
  const from = new Date(NOW.getTime() - 91 * 24 * HOUR_MS).toISOString()
  expect((await backtest({ definition: LOW, from })).status).toBe(400)
  expect((await backtest({ definition: LOW, from: NOW.toISOString(), to: NOW.toISOString() })).status).toBe(400)
  expect((await backtest({})).status).toBe(400)
  const filtered = await backtest({ definition: { ...LOW, filter: { channels: ['facebook'] } } })
  expect(filtered).toMatchObject({ status: 200, alerts: [], missed: 1 })
})

test('dismissals show in the quality of the rule, and a removed rule is gone from the list and out of force', async () => {
  const [alert] = (await store.alerts.list(server.municipality.id, { limit: 5 })).items
  await server.send('PATCH', `/v1/alerts/${alert!.id}`, { status: 'closed', noise: true })
  const rule = await json<Rule>(server.get(`/v1/rules/${alert!.ruleId}`))
  expect(rule.quality).toMatchObject({ sent: 1, noise: 1, actedOn: 0, proposal: null })
  expect(await backtest({ rule: rule.id })).toMatchObject({ noisePerWeek: 0.25, alerts: [{ noise: true, leadMinutes: 0 }] })
  expect((await server.send('DELETE', `/v1/rules/${rule.id}`, {})).status).toBe(204)
  expect((await server.get(`/v1/rules/${rule.id}`)).status).toBe(404)
  expect((await store.rules.live(server.municipality.id)).map(({ definition: { name } }) => name)).not.toContain(rule.name)
})
