import { TEST_STORES } from '@rumoer/store/testing'
import { XMLParser } from 'fast-xml-parser'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestServer, type TestServer } from '../../testing/open-test-server.ts'

const NOW = '2026-11-24T09:00:00.000Z'

describe.each(TEST_STORES)('the Open311 server on $name', ({ open }) => {
  let store: Awaited<ReturnType<typeof open>>
  let server: TestServer
  beforeAll(async () => {
    store = await open()
    server = await openTestServer(store, { walk: true, now: () => new Date(NOW) })
  })
  afterAll(async () => {
    await server.close()
    await store.close()
  })
  const at = (path: string) => `${server.url}/open311/v2/${path}`
  // Every test file has municipalities beside its own.
  const here = () => `jurisdiction_id=${server.municipality.code}`
  const post = (form: Record<string, string>, format = 'json') =>
    fetch(at(`requests.${format}`), { method: 'POST', body: new URLSearchParams({ api_key: server.keys.source, ...form }) })
  const lamp = {
    service_code: 'lantaarnpaal-straatverlichting',
    lat: '52.605',
    long: '5.305',
    description: 'De lamp bij de kade doet het niet.',
  }

  test('discovery and services stand open in both formats, each its own shape', async () => {
    const json = (await (await fetch(at('discovery.json'))).json()) as Record<string, unknown>
    expect(json).toMatchObject({ endpoints: [{ specification: 'http://wiki.open311.org/GeoReport_v2', type: 'production' }] })
    const answer = await fetch(at(`services.xml?${here()}`))
    expect(answer.headers.get('content-type')).toBe('text/xml; charset=utf-8')
    const { services } = new XMLParser().parse(await answer.text()) as { services: { service: { service_code: string }[] } }
    const list = (await (await fetch(at(`services.json?${here()}`))).json()) as { service_code: string; metadata: boolean }[]
    expect(services.service.map(({ service_code }) => service_code)).toEqual(list.map(({ service_code }) => service_code))
    expect(new Set(list.map(({ service_code }) => service_code)).size).toBe(list.length)
    expect(await (await fetch(at(`services/${list[0]!.service_code}.json?${here()}`))).json()).toMatchObject({ attributes: [] })
    const discovery = new XMLParser().parse(await (await fetch(at('discovery.xml'))).text()) as Record<string, unknown>
    expect(discovery).toMatchObject({ discovery: { endpoints: { endpoint: { formats: { format: ['text/xml', 'application/json'] } } } } })
  })

  test('a request is stored as a melding without its reporter and can be followed by its id', async () => {
    const answer = await post({ ...lamp, email: 'iemand@voorbeeld.example', first_name: 'Joke', 'attribute[PAAL]': '17' })
    expect(answer.status).toBe(201)
    const [made] = (await answer.json()) as { service_request_id: string }[]
    await server.walked()
    const own = (await (await fetch(at(`requests/${made!.service_request_id}.json?${here()}`))).json()) as unknown[]
    expect(own).toMatchObject([
      {
        service_request_id: made!.service_request_id,
        status: 'open',
        service_code: 'lantaarnpaal-straatverlichting',
        description: 'De lamp bij de kade doet het niet.\nPAAL: 17',
        requested_datetime: NOW,
        lat: 52.605,
        long: 5.305,
        media_url: null,
      },
    ])
    const stored = (await (await server.get('/v1/messages?kind=melding')).json()) as { items: { externalId: string }[] }
    expect(stored.items.map(({ externalId }) => externalId)).toContain(made!.service_request_id)
    expect(JSON.stringify(stored)).not.toMatch(/Joke|voorbeeld\.example/)
  })

  test('a request in XML comes back in XML, in the list of its window, by status and by service', async () => {
    const made = new XMLParser().parse(await (await post({ ...lamp, description: 'Donker & nat, 5 < 6' }, 'xml')).text()) as {
      service_requests: { request: { service_request_id: string } }
    }
    const id = made.service_requests.request.service_request_id
    await server.walked()
    const listed = async (query: string) =>
      ((await (await fetch(at(`requests.json?${here()}&${query}`))).json()) as { service_request_id: string }[]).some(
        (one) => one.service_request_id === id,
      )
    expect(await listed('')).toBe(true)
    expect(await listed('status=open,closed&service_code=&start_date=2026-11-24T08:00:00Z')).toBe(true)
    expect(await listed('status=closed')).toBe(false)
    expect(await listed('service_code=stoeptegels-los-of-weg')).toBe(false)
    expect(await listed('end_date=2026-11-24T08:00:00%2B01:00')).toBe(false)
    const xml = await (await fetch(at(`requests.xml?${here()}&service_request_id=${id}`))).text()
    expect(xml).toContain('Donker &amp; nat, 5 &lt; 6')
  })

  test('what is sensitive is not in the list; of the request itself only the status is told', async () => {
    const made = await post({ ...lamp, service_code: 'vermoeden', description: 'Er gaan daar nachtelijk veel mensen in en uit.' })
    const [{ service_request_id: id }] = (await made.json()) as [{ service_request_id: string }]
    await server.walked()
    const list = (await (await fetch(at(`requests.json?${here()}`))).json()) as { service_request_id: string }[]
    expect(list.map(({ service_request_id }) => service_request_id)).not.toContain(id)
    const own = await (await fetch(at(`requests/${id}.json?${here()}`))).json()
    expect(own).toMatchObject([{ status: 'open', description: null, lat: null, address: null }])
  })

  test('what is missing or wrong is told as the standard tells it, in the format of the address', async () => {
    const told = async (answer: Response) => [
      answer.status,
      ((await answer.json()) as { code: number; description: string }[]).map(({ code }) => code),
    ]
    expect(await told(await post({ ...lamp, api_key: 'nee' }))).toEqual([403, [403]])
    expect(await told(await post({ ...lamp, service_code: 'bestaat-niet' }))).toEqual([404, [404]])
    expect(await told(await post({ service_code: lamp.service_code, description: 'Waar dan?' }))).toEqual([400, [400]])
    expect(await told(await post({ ...lamp, lat: '5.305', long: '52.605' }))).toEqual([400, [400]])
    expect(await told(await post({ ...lamp, description: 'x'.repeat(4_001), email: 'y'.repeat(501) }))).toEqual([400, [400, 400]])
    expect(await told(await fetch(at(`requests.json?${here()}&start_date=2026-11-01`)))).toEqual([400, [400]])
    expect(await told(await fetch(at(`requests.json?${here()}&start_date=2026-01-01T00:00:00Z&end_date=2026-11-01T00:00:00Z`)))).toEqual([
      400,
      [400],
    ])
    expect(await told(await fetch(at('services.json?jurisdiction_id=GM9999')))).toEqual([404, [404]])
    expect(await told(await fetch(at('onbekend.json')))).toEqual([404, [404]])
    const xml = await fetch(at(`requests/00000000-0000-4000-8000-000000000000.xml?${here()}`))
    expect(xml.status).toBe(404)
    expect(new XMLParser().parse(await xml.text())).toMatchObject({ errors: { error: { code: 404 } } })
  })

  test('it has a description of its own, which ours leaves out', async () => {
    const own = (await (await fetch(at('openapi.json'))).json()) as { openapi: string; paths: object }
    expect(Object.keys(own.paths)).toContain('/open311/v2/requests.json')
    const ours = (await (await fetch(`${server.url}/v1/openapi.json`)).json()) as { paths: object }
    expect(Object.keys(ours.paths).filter((path) => /open311|signals\//.test(path))).toEqual([])
  })
})
