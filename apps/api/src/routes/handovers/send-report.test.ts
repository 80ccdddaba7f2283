import type { Collection, HandoverWithLink, MessageOut } from '@rumoer/contracts'
import { KINDS_THAT_TAKE_REPORTS } from '@rumoer/contracts'
import { TEST_STORES } from '@rumoer/store/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CONNECTORS } from '../../intake/connectors/index.ts'
import { openPeer, type Peer } from '../../testing/open-peer.ts'
import { openTestServer, rawMelding, type TestServer } from '../../testing/open-test-server.ts'

test('the kinds that the wall offers are those that can report', () => {
  expect(
    CONNECTORS.filter(({ report }) => report)
      .map(({ kind }) => kind)
      .toSorted(),
  ).toEqual([...KINDS_THAT_TAKE_REPORTS].toSorted())
})

describe.each(TEST_STORES.slice(0, 1))('a message as a report in another system on $name', ({ open }) => {
  let store: Awaited<ReturnType<typeof open>>
  let server: TestServer
  let peer: Peer
  let message: MessageOut
  const got: { path: string; type: string; text: string }[] = []
  beforeAll(async () => {
    store = await open()
    server = await openTestServer(store, { walk: true, env: { OUTBOUND_ALLOW_PRIVATE: 'on' } })
    peer = await openPeer((request, response) => {
      got.push({ path: request.url ?? '', type: request.headers['content-type'] ?? '', text: request.text })
      const json = (status: number, body: unknown) =>
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
      if (request.url === '/signals/v1/public/signals/')
        return json(201, { id: 7, id_display: 'SIG-7', signal_id: 'b1f7c0de-0000-4000-8000-000000000007' })
      if (request.url?.startsWith('/o/services.json')) return json(200, [{ service_code: 12, service_name: 'Straatverlichting' }])
      if (request.url === '/o/requests.json' && request.method === 'POST') return json(200, [{ token: 'later' }])
      if (request.url?.startsWith('/o/tokens/later.json')) return json(200, [{ service_request_id: 311, token: 'later' }])
      return json(503, {})
    })
    await server.send(
      'POST',
      '/v1/messages',
      [rawMelding(1, { kind: 'post', channel: 'facebook', text: 'De straatlantaarn is kapot, bel mij op 06-12345678.' })],
      server.keys.source,
    )
    await server.walked()
    message = ((await (await server.get('/v1/messages')).json()) as Collection<MessageOut>).items[0]!
  })
  afterAll(async () => {
    await server.close()
    await peer.close()
    await store.close()
  })

  const addSource = async (kind: string, settings: object): Promise<string> => {
    const response = await server.send('POST', '/v1/sources', {
      name: `${kind} ${Math.random()}`,
      kind,
      channel: 'form',
      settings,
      paused: true,
    })
    expect(response.status).toBe(201)
    return ((await response.json()) as { id: string }).id
  }
  const hand = async (code: string): Promise<HandoverWithLink> => {
    const dueAt = new Date(Date.now() + 86_400_000).toISOString()
    const body = {
      message: message.id,
      handovers: [{ kind: 'melding', receiver: { kind: 'signalen', code }, dueAt, note: 'Graag deze week' }],
    }
    const response = await server.send('POST', '/v1/handovers', body, server.keys.adviseur)
    expect(response.status).toBe(201)
    return ((await response.json()) as { items: HandoverWithLink[] }).items[0]!
  }

  test('Signalen gets masked words, place and subject, and the number is kept', async () => {
    const made = await hand(await addSource('signalen', { url: peer.url, token: 'eyJhbGciOiJIUzI1NiJ9' }))
    expect(made).toMatchObject({ status: 'waiting', external: { id: 'b1f7c0de-0000-4000-8000-000000000007' } })
    const sent = JSON.parse(got.at(-1)!.text) as Record<string, unknown>
    expect(sent).toMatchObject({
      text_extra: 'Graag deze week',
      location: { geometrie: { type: 'Point', coordinates: [5.305, 52.605] } },
      category: { sub_category: expect.stringContaining(`/categories/${message.reading!.category.main}/`) },
      reporter: {},
      incident_date_start: message.createdAt,
    })
    expect(got.at(-1)!.text).not.toContain('12345678')
    expect((await server.send('POST', `/v1/handovers/${made.id}/_report`, {})).status).toBe(409)
  })

  test('Open311 gets the service of the same name, and a token is followed to its number', async () => {
    const made = await hand(await addSource('open311', { url: `${peer.url}/o`, apiKey: 'sleutel' }))
    expect(made).toMatchObject({ status: 'waiting', external: { id: '311' } })
    const form = new URLSearchParams(got.find(({ path }) => path === '/o/requests.json')!.text)
    expect(Object.fromEntries(form)).toMatchObject({ api_key: 'sleutel', service_code: '12', lat: '52.605', long: '5.305' })
    expect(form.get('description')).not.toContain('12345678')
  })

  test('what does not arrive comes back with the reason, and can be sent again', async () => {
    const handle = peer.handle
    peer.handle = (_request, response) => response.writeHead(503).end()
    const made = await hand(await addSource('signalen-map', { url: peer.url, bbox: '5.2,52.5,5.4,52.7' }))
    expect(made).toMatchObject({ status: 'returned', external: null })
    expect(made.history.at(-1)).toMatchObject({ type: 'answer', text: expect.stringContaining('storing (503)') })
    peer.handle = handle
    const again = await server.send('POST', `/v1/handovers/${made.id}/_report`, {}, server.keys.adviseur)
    expect(await again.json()).toMatchObject({ status: 'waiting', external: { id: 'b1f7c0de-0000-4000-8000-000000000007' } })
  })

  test('a source that takes no reports is refused', async () => {
    const body = {
      message: message.id,
      handovers: [{ kind: 'melding', receiver: { kind: 'signalen', code: server.sourceId }, dueAt: new Date().toISOString() }],
    }
    expect((await server.send('POST', '/v1/handovers', body)).status).toBe(400)
  })
})
