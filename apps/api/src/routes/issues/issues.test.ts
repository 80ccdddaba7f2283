import type { Collection, ContentItem, Issue, MessageOut, ReputationReport, Summary, Timeline } from '@rumoer/contracts'
import type { Store } from '@rumoer/store'
import { TEST_STORES } from '@rumoer/store/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestServer, rawMelding, type TestServer } from '../../testing/open-test-server.ts'

let store: Store
let server: TestServer
const water = 'Bruin water uit de kraan in het Havenkwartier, is dit veilig voor de baby?'
const lamp = 'De lantaarnpaal aan de Kastanjelaan is al een week kapot, het is hier pikdonker'

beforeAll(async () => {
  store = await TEST_STORES[0]!.open()
  server = await openTestServer(store, { walk: true })
  const createdAt = new Date().toISOString()
  const messages = [
    ...Array.from({ length: 6 }, (_, number) => rawMelding(number, { text: water, createdAt })),
    ...Array.from({ length: 4 }, (_, number) => rawMelding(100 + number, { text: lamp, createdAt })),
  ]
  expect((await server.send('POST', '/v1/messages', messages, server.keys.source)).status).toBe(200)
  await server.walked()
})
afterAll(async () => {
  await server.close()
  await store.close()
})

const json = async <Body>(response: Response | Promise<Response>, status = 200): Promise<Body> => {
  const answer = await response
  const body: unknown = answer.status === 204 ? null : await answer.json()
  expect([answer.status, body]).toEqual([status, body])
  return body as Body
}
const issuesNow = async () => (await json<Collection<Issue>>(server.get('/v1/issues?sort=heat'))).items
const messagesOf = async (issue: string) =>
  (await json<Collection<MessageOut>>(server.get(`/v1/issues/${issue}/messages?total=true`))).items
const bySize = (issues: Issue[]) => issues.toSorted((a, b) => b.messages - a.messages)

test('messages become issues with a summary, messages, and a timeline with what is normal', async () => {
  const [first] = bySize(await issuesNow())
  expect(first).toMatchObject({ messages: 6, voices: 6, status: 'open' })
  expect((await messagesOf(first!.id)).every(({ text, issue }) => text === water && issue === first!.id)).toBe(true)
  const timeline = await json<Timeline>(server.get(`/v1/issues/${first!.id}/timeline`))
  expect(timeline.hours.reduce((sum, { messages }) => sum + messages, 0)).toBe(6)
  for (const { expected, upper } of timeline.hours) expect(upper).toBeGreaterThanOrEqual(expected)
  const summary = await json<Summary>(server.get('/v1/summary'))
  expect(summary.messagesToday).toBe(10)
})

test('people change, note and mute an issue, and mistakes are named', async () => {
  const [issue] = bySize(await issuesNow())
  const path = `/v1/issues/${issue!.id}`
  const changed = await json<Issue>(
    server.send('PATCH', path, { status: 'acknowledged', muted: { until: 'escalates', reason: 'leidingwerk is bekend' } }),
  )
  expect(changed).toMatchObject({ status: 'acknowledged', mutedUntil: 'escalates' })
  expect(await json<Issue>(server.send('PATCH', path, { muted: null }))).toMatchObject({ mutedUntil: null })
  await json(server.send('POST', `${path}/_notes`, { text: 'Waterbedrijf gebeld, antwoord om 15 uur' }), 201)
  const { entries } = await json<Timeline>(server.get(`${path}/timeline`))
  expect(entries.map(({ type }) => type)).toEqual(expect.arrayContaining(['opened', 'status', 'muted', 'note']))
  const refused = await json<{ errors: { path: string }[] }>(
    server.send('PATCH', path, { assignee: '0193600a-7b1c-7000-8000-0123456789ab' }),
    400,
  )
  expect(refused.errors[0]?.path).toBe('assignee')
  await json(server.send('PATCH', path, {}), 400)
  await json(server.send('PATCH', '/v1/issues/0193600a-7b1c-7000-8000-0123456789ab', { status: 'resolved' }), 404)
})

test('messages are split into an issue of their own and merged back by a pasted link', async () => {
  const [issue] = bySize(await issuesNow())
  const [one, two] = await messagesOf(issue!.id)
  const split = await server.send('POST', `/v1/issues/${issue!.id}/_split`, { messages: [one!.id, two!.id] })
  const opened = await json<Issue>(split, 201)
  expect(split.headers.get('location')).toBe(`/v1/issues/${opened.id}`)
  expect(opened.messages).toBe(2)
  expect((await json<Issue>(server.get(`/v1/issues/${issue!.id}`))).messages).toBe(4)
  const merged = await json<Issue>(
    server.send('POST', `/v1/issues/${issue!.id}/_merge`, { issues: [`https://rumoer.example/issues/${opened.id}?from=wall`] }),
  )
  expect(merged).toMatchObject({ id: issue!.id, messages: 6 })
})

test('who may work on issues undoes a merge by the number on the timeline, once; what is not of the issue is refused', async () => {
  const [water, light] = bySize(await issuesNow())
  const path = `/v1/issues/${water!.id}`
  await json(server.send('POST', `${path}/_merge`, { issues: [light!.id] }))
  const { entries } = await json<Timeline>(server.get(`${path}/timeline`))
  const regrouping = entries.findLast(({ undo }) => undo !== null)!.undo!
  const unknown = await server.send('POST', `${path}/_undo`, { regrouping: regrouping + 1_000 })
  expect([unknown.status, await unknown.text()]).toEqual([400, expect.stringContaining('expected a merge or split of this issue')])
  expect((await server.send('POST', `${path}/_undo`, { regrouping }, server.keys.lezer)).status).toBe(403)
  expect(await json<Issue>(server.send('POST', `${path}/_undo`, { regrouping }))).toMatchObject({ messages: water!.messages })
  expect(bySize(await issuesNow()).map(({ id, messages }) => [id, messages])).toEqual(
    [water!, light!].map(({ id, messages }) => [id, messages]),
  )
  expect((await server.send('POST', `${path}/_undo`, { regrouping })).status).toBe(409)
  const after = await json<Timeline>(server.get(`${path}/timeline`))
  expect(after.entries.at(-1)).toMatchObject({ type: 'split', undo: null, text: expect.stringContaining('weer een eigen issue') })
})

test('messages move to another issue by a pasted link, and back', async () => {
  const [water, light] = bySize(await issuesNow())
  const [one] = await messagesOf(light!.id)
  const path = `/v1/issues/${light!.id}/_split`
  const into = `https://rumoer.example/issues/${water!.id}`
  expect(await json<Issue>(server.send('POST', path, { messages: [one!.id], into }))).toMatchObject({ id: water!.id, messages: 7 })
  const back = await json<Issue>(server.send('POST', `/v1/issues/${water!.id}/_split`, { messages: [one!.id], into: light!.id }))
  expect(back).toMatchObject({ id: light!.id, messages: 4 })
  for (const wrong of [light!.id, 'geen link'])
    expect((await server.send('POST', path, { messages: [one!.id], into: wrong })).status).toBe(400)
})

test('a merge or split that cannot be is refused with every reason', async () => {
  const [issue, other] = bySize(await issuesNow())
  const merge = await json<{ errors: { path: string }[] }>(
    server.send('POST', `/v1/issues/${issue!.id}/_merge`, { issues: ['onzin', issue!.id] }),
    400,
  )
  expect(merge.errors.map(({ path }) => path)).toEqual(['issues.0', 'issues.1'])
  const foreign = (await messagesOf(other!.id)).map(({ id }) => id)
  await json(server.send('POST', `/v1/issues/${issue!.id}/_split`, { messages: foreign }), 400)
  const all = (await messagesOf(issue!.id)).map(({ id }) => id)
  await json(server.send('POST', `/v1/issues/${issue!.id}/_split`, { messages: all }), 400)
})

test('a person’s correction stands', async () => {
  const [issue] = bySize(await issuesNow())
  const [message] = await messagesOf(issue!.id)
  const corrected = await json<MessageOut>(
    server.send('PATCH', `/v1/messages/${message!.id}/reading`, { sentiment: 'positive', facets: ['question'] }),
  )
  expect(corrected.reading).toMatchObject({ sentiment: { label: 'positive' }, facets: [{ facet: 'question' }] })
  await json(server.send('PATCH', `/v1/messages/${message!.id}/reading`, {}), 400)
})

test('a stale version of a content item is refused with the present one', async () => {
  const [issue] = bySize(await issuesNow())
  const item = await json<ContentItem>(
    server.send('POST', '/v1/content-items', { title: 'Uitleg', channels: ['website'], issueId: issue!.id }),
    201,
  )
  expect(item.issueTitle).toBe(issue!.title)
  const path = `/v1/content-items/${item.id}`
  const moved = await json<ContentItem>(server.send('PATCH', path, { version: item.version, status: 'draft' }))
  const refused = await json<{ current: ContentItem }>(server.send('PATCH', path, { version: item.version, status: 'review' }), 409)
  expect(refused.current).toEqual(moved)
  expect((await server.send('DELETE', path, undefined)).status).toBe(204)
  await json(server.get(path), 404)
})

test('every number of a report opens exactly its messages, and the file has the same numbers', async () => {
  const { items } = await json<Collection<{ id: string; kind: string; messages: number }>>(server.get('/v1/reports'))
  expect(items.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['week', 'month']))
  const week = items.find(({ kind }) => kind === 'week')!
  expect(week.messages).toBe(10)
  const report = await json<ReputationReport>(server.get(`/v1/reports/${week.id}`))
  expect(report.volume.now).toBe(10)
  for (const row of [report.volume, ...report.themes, ...report.areas, ...report.channels]) {
    const list = await json<Collection<MessageOut>>(server.get(`/v1/messages?${new URLSearchParams(row.query)}&total=true`))
    expect(list.total).toBe(row.now)
  }
  const file = await server.get(`/v1/reports/${week.id}/_export?format=csv`)
  expect(file.headers.get('content-type')).toContain('text/csv')
  expect(await file.text()).toContain('berichten;alle;10;0')
  await json(server.get(`/v1/reports/${week.id}/_export?format=pdf`), 400)
  await json(server.get('/v1/reports/vorige-week'), 400)
})

test('imported areas place stored messages again', async () => {
  const digits = server.municipality.code.slice(2)
  const ring = [
    [5.29, 52.59],
    [5.35, 52.59],
    [5.35, 52.65],
    [5.29, 52.65],
    [5.29, 52.59],
  ]
  const properties = {
    buurtcode: `BU${digits}0202`,
    buurtnaam: 'Nieuwe Kade',
    wijkcode: `WK${digits}02`,
    gemeentecode: server.municipality.code,
    gemeentenaam: 'Lindehaven',
  }
  const file = {
    type: 'FeatureCollection',
    features: [{ type: 'Feature', properties, geometry: { type: 'Polygon', coordinates: [ring] } }],
  }
  expect(await json<{ areas: number; problems: string[] }>(server.send('POST', '/v1/areas/_import', file))).toMatchObject({
    areas: 3,
    problems: [],
  })
  await json(server.send('POST', '/v1/areas/_import', { type: 'Feature' }), 400)
  const names = (await json<Collection<{ name: string }>>(server.get('/v1/areas'))).items.map(({ name }) => name)
  expect(names).toContain('Nieuwe Kade')
})
