import { setTimeout as delay } from 'node:timers/promises'
import type { Source } from '@rumoer/contracts'
import type { Store } from '@rumoer/store'
import { TEST_STORES } from '@rumoer/store/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openPeer } from '../../testing/open-peer.ts'
import { openTestServer, rawMelding, type TestServer } from '../../testing/open-test-server.ts'

const PURPOSE = {
  purpose: 'Zien wat er speelt in de buurten',
  legalGround: 'publieke taak',
  owner: 'Team Communicatie',
  endsOn: '2099-12-31',
  retentionDays: 30,
}

describe.each(TEST_STORES)('sources over the API on $name', ({ open }) => {
  let store: Store
  let server: TestServer
  beforeAll(async () => {
    store = await open()
    server = await openTestServer(store)
  })
  afterAll(async () => {
    await server.close()
    await store.close()
  })

  /** A machine that is busy with other tests answers 503 for a while. */
  async function send(
    method: string,
    path: string,
    body: unknown,
    key?: string,
  ): Promise<{ status: number; body: Record<string, unknown> }> {
    for (let tries = 0; ; tries++) {
      const response = await server.send(method, path, body, key)
      const text = await response.text()
      if (response.status !== 503 || tries === 50) return { status: response.status, body: text === '' ? {} : JSON.parse(text) }
      await delay(200)
    }
  }
  const add = (body: Record<string, unknown>) => send('POST', '/v1/sources', { channel: 'news-site', ...body })
  const stateOf = async (id: unknown) => (await (await server.get(`/v1/sources/${id}`)).json()) as Source
  const feed = { kind: 'feed', settings: { url: 'https://krant.example/rss' } }

  test('nothing personal is switched on without purpose, legal ground, owner, end date and retention; added switched off it may be', async () => {
    const social = { kind: 'http', channel: 'facebook', name: 'Praatjes' }
    const refused = await add(social)
    expect(refused.status).toBe(400)
    expect(JSON.stringify(refused.body)).toContain('legalGround')
    const over = await add({ ...social, purpose: { ...PURPOSE, endsOn: '2026-01-01' } })
    expect(over).toMatchObject({ status: 400, body: { errors: [{ path: 'purpose.endsOn' }] } })
    const { body } = await add({ ...social, paused: true })
    expect(await stateOf(body['id'])).toMatchObject({ state: 'paused', fetching: null })
    expect((await send('PATCH', `/v1/sources/${body['id']}`, { paused: false })).status).toBe(400)
    expect((await send('PATCH', `/v1/sources/${body['id']}`, { paused: false, purpose: PURPOSE })).status).toBe(204)
    expect(await stateOf(body['id'])).toMatchObject({ state: 'new', endsOn: '2099-12-31', retentionDays: 30 })
  })

  test('a paused source and one past its end take nothing in', async () => {
    const { body } = await add({ kind: 'http', channel: 'facebook', name: 'Even niet', purpose: PURPOSE })
    const { id, key } = body as { id: string; key: string }
    const post = () => send('POST', '/v1/messages', rawMelding(70), key)
    expect((await post()).status).toBe(201)
    await send('PATCH', `/v1/sources/${id}`, { paused: true })
    expect((await post()).status).toBe(403)
    await send('PATCH', `/v1/sources/${id}`, { paused: false })
    expect((await post()).status).toBe(200)
    await store.sources.setPurpose(server.municipality.id, id, { ...PURPOSE, endsOn: '2026-01-01' })
    expect((await post()).status).toBe(403)
  })

  test('a key that was changed for a new one works no more', async () => {
    const { body } = await add({ kind: 'http', channel: 'form', name: 'Formulier' })
    const { id, key } = body as { id: string; key: string }
    const renewed = (await send('POST', `/v1/sources/${id}/_rotate`, {})).body as { key: string }
    expect((await send('POST', '/v1/messages', rawMelding(71), key)).status).toBe(401)
    expect((await send('POST', '/v1/messages', rawMelding(71), renewed.key)).status).toBe(201)
  })

  test('settings are checked field by field, and a source that does not fetch takes none', async () => {
    expect(await add({ ...feed, name: 'x', settings: { url: 'krant', everyMinutes: 1, onbekend: 'x' } })).toMatchObject({
      status: 400,
      body: {
        errors: expect.arrayContaining(
          ['settings.url', 'settings.everyMinutes', 'settings.onbekend'].map((path) => expect.objectContaining({ path })),
        ),
      },
    })
    expect((await add({ kind: 'http', name: 'x', settings: {} })).status).toBe(400)
  })

  test('every kind says what it asks for and what it keeps', async () => {
    const { items } = (await (await server.get('/v1/source-kinds')).json()) as {
      items: { kind: string; keeps: { nl: string }; fields: unknown[] }[]
    }
    expect(items.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['http', 'feed']))
    expect(items.every(({ keeps }) => keeps.nl.length > 20)).toBe(true)
    expect((await server.get('/v1/source-kinds', server.keys.lezer)).status).toBe(403)
  })

  test('other settings start from the beginning; a private address is refused in plain Dutch', async () => {
    const peer = await openPeer((_request, response) => response.end(''))
    const { body } = await add({ ...feed, name: 'Van binnen', settings: { url: peer.url } })
    await server.services.connectors.runDue()
    expect(peer.asked).toEqual([])
    expect(await stateOf(body['id'])).toMatchObject({ state: 'failing', lastError: expect.stringContaining('besloten netwerk') })
    expect((await send('PATCH', `/v1/sources/${body['id']}`, { settings: { url: 'https://elders.example/rss' } })).status).toBe(204)
    const connection = (await (await server.get(`/v1/sources/${body['id']}/connection`)).json()) as Record<string, unknown>
    expect(connection).toMatchObject({ settings: { url: 'https://elders.example/rss', everyMinutes: 15 }, secrets: [], purpose: null })
    await send('PATCH', `/v1/sources/${body['id']}`, { paused: true })
    await peer.close()
  })

  test('what cannot be back-filled says so', async () => {
    const { body } = await add({ ...feed, name: 'Zonder verleden', paused: true })
    expect((await send('POST', `/v1/sources/${body['id']}/_backfill`, { from: '2026-01-01T00:00:00Z' })).status).toBe(409)
  })
})
