import { TEST_STORES } from '@rumoer/store/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestServer, type TestServer } from '../../testing/open-test-server.ts'

const BIN = '/signals/v1/public/terms/categories/afval/sub_categories/container-is-vol'
const minimal = {
  text: 'Container zit vol',
  location: { geometrie: { type: 'Point', coordinates: [5.305, 52.605] } },
  category: { sub_category: BIN },
  reporter: {},
  incident_date_start: '2026-01-05T09:00:00+01:00',
}

describe.each(TEST_STORES)('the public form of Signalen on $name', ({ open }) => {
  let store: Awaited<ReturnType<typeof open>>
  let server: TestServer
  beforeAll(async () => {
    store = await open()
    server = await openTestServer(store, { walk: true })
  })
  afterAll(async () => {
    await server.close()
    await store.close()
  })
  const post = (body: unknown, headers: Record<string, string> = {}) =>
    fetch(`${server.url}/signals/v1/public/signals/?municipality=${server.municipality.code}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    })
  const withKey = (body: unknown) => post(body, { authorization: `Bearer ${server.keys.source}` })

  test('nothing is taken without a key until an administrator adds the form', async () => {
    expect((await post(minimal)).status).toBe(403)
    expect((await server.send('POST', '/v1/sources', { name: 'Meldformulier', kind: 'public-form', channel: 'form' })).status).toBe(201)
    const answer = await post(minimal, { origin: 'https://formulier.example' })
    expect(answer.headers.get('access-control-allow-origin')).toBe('*')
    expect(answer.status).toBe(201)
    const made = (await answer.json()) as { id: number; id_display: string; signal_id: string }
    expect(made).toMatchObject({
      id_display: `SIG-${made.id}`,
      status: { state: 'OPEN' },
      incident_date_start: minimal.incident_date_start,
    })
    await server.walked()
    const { items } = (await (await server.get('/v1/messages?kind=melding')).json()) as {
      items: { text: string; source: { name: string } }[]
    }
    expect(items).toMatchObject([
      { text: 'Container zit vol', source: { name: 'Meldformulier' }, reading: { category: { main: 'afval', sub: 'container-is-vol' } } },
    ])
    const followed = await fetch(`${server.url}/signals/v1/public/signals/${made.signal_id}`)
    expect(await followed.json()).toMatchObject({ id: made.id, status: { state_display: 'Open' } })
  })

  test('all that a form tells is kept but the reporter', async () => {
    const answer = await withKey({
      ...minimal,
      text: 'Straat ligt vol',
      text_extra: 'Sinds maandag',
      source: 'online',
      reporter: { email: 'iemand@voorbeeld.example', phone: '', sharing_allowed: true },
      location: {
        ...minimal.location,
        address: { openbare_ruimte: 'Kade', huisnummer: 4, huisletter: 'a', postcode: '1234AB', woonplaats: 'Lindehaven' },
      },
      extra_properties: [
        { id: 'a', label: 'Hoe vaak?', answer: { id: 'x', label: 'Elke week' }, category_url: BIN },
        { id: 'b', label: 'Leeg', answer: null },
      ],
      session: null,
    })
    expect(answer.status).toBe(201)
    await server.walked()
    const found = (await (await server.get('/v1/messages?q=maandag')).json()) as { items: unknown[] }
    expect(found.items).toMatchObject([
      { text: 'Straat ligt vol\nSinds maandag\nHoe vaak?: Elke week', location: { address: expect.stringContaining('Kade') } },
    ])
    expect(JSON.stringify(found)).not.toContain('voorbeeld.example')
  })

  test('errors are nested as the input is', async () => {
    const told = async (body: unknown) => {
      const answer = await withKey(body)
      return [answer.status, await answer.json()]
    }
    const { text: _text, ...wordless } = minimal
    expect(await told({ ...wordless, status: 'o' })).toEqual([400, { text: expect.any(Array), status: expect.any(Array) }])
    expect(await told({ ...minimal, location: { geometrie: { type: 'Point', coordinates: [52.6, 5.3] } } })).toEqual([
      400,
      { location: { geometrie: { coordinates: expect.any(Array) } } },
    ])
    expect(await told({ ...minimal, category: {} })).toEqual([400, { category: expect.any(Array) }])
    expect(await told({ ...minimal, category: { sub_category: `${BIN}-niet` } })).toEqual([
      400,
      { category: { sub_category: expect.any(Array) } },
    ])
    expect((await post(minimal, { authorization: 'Bearer nee' })).status).toBe(401)
  })

  test('categories are told as forms ask for them, each under an address that can be posted', async () => {
    const ask = async (path: string) => (await (await fetch(`${server.url}${path}`)).json()) as Record<string, unknown>
    const all = (await ask('/signals/v1/public/terms/categories/')) as {
      count: number
      results: { slug: string; sub_categories: unknown[] }[]
    }
    expect(all.results).toHaveLength(all.count)
    expect(await ask('/signals/v1/public/terms/categories/afval')).toMatchObject({ slug: 'afval' })
    expect(await ask(BIN)).toMatchObject({ slug: 'container-is-vol', _links: { self: { href: BIN } } })
    expect((await fetch(`${server.url}${BIN}-niet`)).status).toBe(404)
    expect((await ask('/signals/v1/public/openapi.json')).paths).toHaveProperty('/signals/v1/public/signals/')
  })

  test('one address posts sixty an hour without a key', async () => {
    let last = await post(minimal)
    for (let sent = 0; sent < 60 && last.status === 201; sent += 1) last = await post(minimal)
    expect(last.status).toBe(429)
    expect(last.headers.get('retry-after')).not.toBeNull()
    expect(await last.json()).toEqual({ detail: expect.any(String) })
    expect((await withKey(minimal)).status).toBe(201)
  })
})
