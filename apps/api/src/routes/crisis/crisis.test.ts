import type { Briefing, ContentItem, CrisisState } from '@rumoer/contracts'
import type { Store } from '@rumoer/store'
import { TEST_STORES } from '@rumoer/store/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestServer, rawMelding, type TestServer } from '../../testing/open-test-server.ts'

const HOUR_MS = 3_600_000

describe.each(TEST_STORES)('crisis mode on $name', ({ open }) => {
  let store: Store
  let server: TestServer
  let nowMs = Date.parse('2026-11-24T09:10:00Z')
  let planned: ContentItem
  beforeAll(async () => {
    store = await open()
    server = await openTestServer(store, { walk: true, now: () => new Date(nowMs) })
    await server.send('POST', '/v1/messages', [rawMelding(1), rawMelding(2)], server.keys.source)
    await server.walked()
    const item = (title: string, plannedOn: string | null) =>
      server.send('POST', '/v1/content-items', { title, plannedOn, channels: ['website'], status: 'approved' })
    planned = (await (await item('Kerstmarkt', '2026-12-05')).json()) as ContentItem
    await item('Zonder datum', null)
    await item('Van gisteren', '2026-11-23')
  })
  afterAll(async () => {
    await server.close()
    await store.close()
  })

  const state = async () => (await (await server.get('/v1/crisis')).json()) as CrisisState
  const openLink = (token: string) =>
    fetch(`${server.url}/v1/briefings/_open`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token }),
    })
  const publish = (version: number) => server.send('PATCH', `/v1/content-items/${planned.id}`, { version, status: 'published' })

  test('only who works on alerts starts one, with a reason, and only one runs', async () => {
    expect((await server.send('POST', '/v1/crisis', { reason: 'Bruin water' }, server.keys.lezer)).status).toBe(403)
    expect((await server.send('POST', '/v1/crisis', { reason: ' ' })).status).toBe(400)
    expect((await server.get('/v1/crisis/briefing')).status).toBe(404)
    expect((await server.send('POST', '/v1/crisis', { reason: 'Bruin water uit de kraan' }, server.keys.adviseur)).status).toBe(201)
    expect((await server.send('POST', '/v1/crisis', { reason: 'Nog een' })).status).toBe(409)
    expect(await state()).toMatchObject({
      crisis: { reason: 'Bruin water uit de kraan', startedBy: 'adviseur', frozen: true, linkUntil: null },
    })
  })

  test('what is planned from today waits: it is not published before somebody releases it', async () => {
    expect((await state()).held.map(({ title }) => title)).toEqual(['Kerstmarkt'])
    expect((await publish(planned.version)).status).toBe(409)
    expect((await server.send('POST', `/v1/crisis/held/${planned.id}/_release`, {}, server.keys.manager)).status).toBe(403)
    expect((await server.send('POST', `/v1/crisis/held/${planned.id}/_release`, {}, server.keys.redacteur)).status).toBe(204)
    expect((await state()).held).toEqual([])
    expect((await publish(planned.version)).status).toBe(200)
  })

  test('a link shows the briefing to who has no account, without texts and names, until it ends', async () => {
    const share = async () =>
      ((await (await server.send('POST', '/v1/crisis/briefing/_share', { hours: 4 })).json()) as { url: string }).url.split('#')[1]!
    const first = await share()
    const answer = await openLink(first)
    expect(answer.status).toBe(200)
    const told = (await answer.json()) as Briefing
    expect(told).toMatchObject({
      reason: 'Bruin water uit de kraan',
      messages: 2,
      published: [{ title: 'Kerstmarkt' }],
      areas: [{ name: 'Havenkwartier', messages: 2 }],
    })
    expect(JSON.stringify(told)).not.toContain('veilig voor de baby')
    const second = await share()
    expect([(await openLink(first)).status, (await openLink(second)).status, (await openLink(`${second}x`)).status]).toEqual([
      410, 200, 404,
    ])
    nowMs += 4 * HOUR_MS
    expect((await openLink(second)).status).toBe(410)
    const third = await share()
    expect((await server.send('DELETE', '/v1/crisis/briefing/_share', undefined)).status).toBe(204)
    expect((await openLink(third)).status).toBe(410)
  })

  test('it ends, the link with it, and every screen is told of both', async () => {
    const { url } = (await (await server.send('POST', '/v1/crisis/briefing/_share', { hours: 1 })).json()) as { url: string }
    expect((await server.send('DELETE', '/v1/crisis', undefined, server.keys.lezer)).status).toBe(403)
    expect((await server.send('DELETE', '/v1/crisis', undefined)).status).toBe(204)
    expect((await openLink(url.split('#')[1]!)).status).toBe(410)
    expect((await state()).crisis).toBeNull()
    const told = (await store.events.after(server.municipality.id, 0, 500)).events.filter(({ type }) => type === 'crisis.changed')
    expect(told[0]!.data).toEqual({ since: '2026-11-24T09:10:00.000Z' })
    expect(told.at(-1)!.data).toEqual({ since: null })
  })
})
