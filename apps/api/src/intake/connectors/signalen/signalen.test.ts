import { TEST_STORES } from '@rumoer/store/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type ConnectorTown, openConnectorTown } from '../../../testing/open-connector-town.ts'
import { openPeer, type Peer } from '../../../testing/open-peer.ts'

const TOKEN = 'eyJhbGciOiJIUzI1NiJ9.e30.geheim'
const BASE_MS = Date.parse('2026-11-24T09:00:00Z')
const at = (minutes: number) => new Date(BASE_MS + minutes * 60_000).toISOString()

type Signal = { signal_id: string; created_at: string; updated_at: string } & Record<string, unknown>
const signalOf = (number: number, more: Partial<Signal> = {}): Signal => ({
  id: number,
  signal_id: `uuid-${number}`,
  source: 'Telefoon',
  text: `Lantaarnpaal ${number} kapot`,
  text_extra: '',
  created_at: at(number),
  updated_at: at(number),
  has_parent: false,
  status: { state: 'm', created_at: at(number) },
  location: { geometrie: { type: 'Point', coordinates: [5.305, 52.605] }, address_text: 'Kade 1', area_code: 'BU99010101' },
  category: { main: 'Wegen', main_slug: 'wegen-verkeer-straatmeubilair', sub_slug: 'lantaarnpaal-straatverlichting' },
  reporter: { email: 'jan@voorbeeld.example', phone: '0612345678' },
  ...more,
})

/** A Signalen of a few rows that filters, orders and pages as the real one does. */
function openSignalen(signals: Signal[]): Promise<Peer> {
  return openPeer((request, response) => {
    if (request.headers.authorization !== `Bearer ${TOKEN}`) return response.writeHead(401).end('{}')
    const query = new URL(request.url ?? '', 'http://x').searchParams
    const by = query.get('ordering') as 'created_at' | 'updated_at'
    const after = query.get(`${by.replace('_at', '')}_after`) ?? ''
    const before = query.get('created_before') ?? '9'
    const rows = signals
      .filter((one) => one[by] >= after && one.created_at <= before)
      .sort((a, b) => a[by].localeCompare(b[by]) || a.signal_id.localeCompare(b.signal_id))
    const [page, size] = [Number(query.get('page')), Math.min(2, Number(query.get('page_size')))]
    const results = rows.slice((page - 1) * size, page * size)
    const next = page * size < rows.length ? `http://elders.example/?page=${page + 1}` : null
    response.writeHead(200, { 'content-type': 'application/hal+json' })
    return response.end(JSON.stringify({ _links: { next: { href: next } }, count: rows.length, results }))
  })
}

describe.each(TEST_STORES.slice(0, 1))('Signalen on $name', ({ open }) => {
  let town: ConnectorTown
  let peer: Peer
  const signals: Signal[] = []
  let nowMs = BASE_MS + 3_600_000
  beforeAll(async () => {
    town = await openConnectorTown(open, { now: () => new Date(nowMs++) })
    peer = await openSignalen(signals)
  })
  afterAll(async () => {
    await town.close()
    await peer.close()
  })
  beforeEach(() => signals.splice(0))
  const add = () => town.addSource('signalen', 'form', { url: `${peer.url}/`, token: TOKEN })

  test('meldingen come with text, place, subject and channel, and nothing about who reported', async () => {
    signals.push(signalOf(1), signalOf(2, { has_parent: true }), signalOf(3, { location: { geometrie: { coordinates: [52.605, 5.305] } } }))
    const source = await add()
    await town.fetch(source)
    const messages = await town.messagesOf(source)
    expect(messages).toMatchObject([
      { externalId: 'uuid-1', kind: 'melding', channel: 'telephone', text: 'Lantaarnpaal 1 kapot', location: { lat: 52.605, lon: 5.305 } },
      { externalId: 'uuid-3', location: { lat: 52.605, lon: 5.305 } },
    ])
    expect(JSON.stringify(messages)).not.toMatch(/jan@|0612345678/)
    expect(messages[0]!.reading!.category).toMatchObject({ main: 'wegen-verkeer-straatmeubilair', sub: 'lantaarnpaal-straatverlichting' })
  })

  test('what is closed is closed here, and what is reopened is open again', async () => {
    signals.push(signalOf(1))
    const source = await add()
    await town.fetch(source)
    Object.assign(signals[0]!, { updated_at: at(5), status: { state: 'o', created_at: at(5) } })
    await town.fetch(source)
    expect(await town.messagesOf(source)).toMatchObject([{ closedAt: at(5) }])
    Object.assign(signals[0]!, { updated_at: at(9), status: { state: 'b', created_at: at(9) } })
    await town.fetch(source)
    expect(await town.messagesOf(source)).toMatchObject([{ closedAt: null }])
    expect(await town.stateOf(source)).toMatchObject({ messages: 1 })
  })

  test('rows that change while they are read push nothing out of sight, also when many changed at the same moment', async () => {
    signals.push(...[1, 2, 3, 4, 5, 6, 7].map((number) => signalOf(number, { updated_at: at(Math.min(number, 4)) })))
    const handle = peer.handle
    let asked = 0
    peer.handle = (request, response) => {
      asked += 1
      // After the first page its first row changes and moves to the end.
      if (asked === 2) signals[0]!.updated_at = at(30)
      return handle(request, response)
    }
    const source = await add()
    await town.fetch(source)
    peer.handle = handle
    expect((await town.messagesOf(source)).map(({ externalId }) => externalId).sort()).toEqual(
      [1, 2, 3, 4, 5, 6, 7].map((number) => `uuid-${number}`),
    )
  })

  test('a second look asks from a little before the last change, so that a clock that went back loses nothing', async () => {
    signals.push(signalOf(10))
    const source = await add()
    await town.fetch(source)
    signals.push(signalOf(7))
    await town.fetch(source)
    expect((await town.messagesOf(source)).map(({ externalId }) => externalId)).toEqual(['uuid-10', 'uuid-7'])
  })

  test('a back-fill takes what was made in its time, in order, and shows how far it is', async () => {
    signals.push(...[0, 1, 2, 3].map((day) => signalOf(100 + day, { created_at: at(-day * 1_440 - 20_000), updated_at: at(-20_000) })))
    const source = await add()
    await town.fetch(source)
    expect(await town.messagesOf(source)).toEqual([])
    const body = { from: at(-30_000), to: at(-20_100) }
    for (let tries = 0; tries < 50; tries++)
      if ((await town.server.send('POST', `/v1/sources/${source}/_backfill`, body)).status === 204) break
    await town.server.services.connectors.runDue()
    expect((await town.messagesOf(source)).map(({ externalId }) => externalId)).toEqual(['uuid-103', 'uuid-102', 'uuid-101'])
    expect((await town.stateOf(source)).fetching?.backfill).toMatchObject({ status: 'done', share: 1, messages: 3 })
  })

  test('the token is sealed, never told again, and stays when settings change without it', async () => {
    signals.push(signalOf(1))
    const source = await add()
    const connection = await (await town.server.get(`/v1/sources/${source}/connection`)).text()
    expect(connection).not.toContain('geheim')
    expect(JSON.parse(connection)).toMatchObject({ settings: { everyMinutes: 2 }, secrets: ['token'] })
    await town.server.send('PATCH', `/v1/sources/${source}`, { settings: { url: peer.url, everyMinutes: 5 } })
    await town.fetch(source)
    expect(await town.stateOf(source)).toMatchObject({ state: 'good', messages: 1 })
    await town.server.send('PATCH', `/v1/sources/${source}`, { settings: { url: peer.url, token: 'een ander token' } })
    await town.fetch(source)
    expect(await town.stateOf(source)).toMatchObject({ state: 'failing', lastError: expect.stringContaining('geweigerd (401)') })
  })
})
