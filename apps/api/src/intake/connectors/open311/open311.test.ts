import { TEST_STORES } from '@rumoer/store/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ConnectorTown, openConnectorTown } from '../../../testing/open-connector-town.ts'
import { openPeer, type Peer } from '../../../testing/open-peer.ts'

const BASE_MS = Date.parse('2026-11-24T09:00:00Z')
const HOUR_MS = 3_600_000
const at = (hours: number) => new Date(BASE_MS + hours * HOUR_MS).toISOString()
const requestOf = (id: string | number, hours: number, more: Record<string, unknown> = {}) => ({
  service_request_id: id,
  status: 'open',
  service_name: 'Straatverlichting',
  service_code: '001',
  description: `Lamp ${id} stuk`,
  requested_datetime: at(hours),
  updated_datetime: at(hours),
  lat: '52.605',
  long: 5.305,
  ...more,
})

describe.each(TEST_STORES.slice(0, 1))('Open311 on $name', ({ open }) => {
  let town: ConnectorTown
  let peer: Peer
  let nowMs = BASE_MS
  let requests: ReturnType<typeof requestOf>[] = []
  beforeAll(async () => {
    town = await openConnectorTown(open, { now: () => new Date(nowMs++) })
    // A server of the standard: windows of at most 90 days on the time of asking, the first thousand of them.
    peer = await openPeer((request, response) => {
      const query = new URL(request.url ?? '', peer.url).searchParams
      const [from, to] = [Date.parse(query.get('start_date') ?? ''), Date.parse(query.get('end_date') ?? '')]
      if (!(to - from <= 90 * 24 * HOUR_MS) || !/Z$/.test(query.get('start_date') ?? ''))
        return response.writeHead(400).end(JSON.stringify([{ code: 400, description: 'window' }]))
      const rows = requests.filter(
        ({ requested_datetime }) => Date.parse(requested_datetime) >= from && Date.parse(requested_datetime) <= to,
      )
      return response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(rows.slice(0, 1_000)))
    })
  })
  afterAll(async () => {
    await town.close()
    await peer.close()
  })
  const add = () => town.addSource('open311', 'form', { url: `${peer.url}/open311/v2/` })

  test('requests become meldingen, are looked at again for their status, and asked for in windows that the standard allows', async () => {
    requests = [requestOf(7, -80 * 24), requestOf('8', -1, { lat: '121000', long: '487000', address: 'Kade 1' })]
    const source = await add()
    await town.fetch(source)
    expect(await town.messagesOf(source)).toMatchObject([
      { externalId: '7', kind: 'melding', text: 'Lamp 7 stuk', location: { lat: 52.605, lon: 5.305 }, closedAt: null },
      { externalId: '8', location: { lat: null, address: 'Kade 1' } },
    ])
    Object.assign(requests[0]!, { status: 'closed', updated_datetime: at(0) })
    requests.push(requestOf(9, 0))
    nowMs += HOUR_MS
    const asked = peer.asked.length
    await town.fetch(source)
    expect(peer.asked.length - asked).toBe(1)
    expect((await town.messagesOf(source)).map(({ closedAt }) => closedAt)).toEqual([null, null, null])
    nowMs += 6 * HOUR_MS
    await town.fetch(source)
    expect((await town.messagesOf(source)).map(({ externalId, closedAt }) => [externalId, closedAt])).toEqual([
      ['7', at(0)],
      ['8', null],
      ['9', null],
    ])
    await town.server.send('PATCH', `/v1/sources/${source}`, { paused: true })
  })

  test('a window that holds more than the server gives is asked again in halves until nothing is missing', async () => {
    requests = Array.from({ length: 2_500 }, (_, number) => requestOf(`r${number}`, -1 - number / 60))
    const source = await add()
    await town.fetch(source)
    expect(await town.stateOf(source)).toMatchObject({ state: 'good', messages: 2_500, fetching: { rejected: 0 } })
    await town.server.send('PATCH', `/v1/sources/${source}`, { paused: true })
  })

  test('codes without quotes and rows that make no sense harm nothing else', async () => {
    const handle = peer.handle
    const good = JSON.stringify(requestOf('ok', -1)).replace('"001"', '001')
    peer.handle = (_request, response) => response.end(`[${good}, {"service_request_id": 0012, "status": "open"}, null]`)
    const sample = await town.sample('open311', 'form', { url: peer.url })
    peer.handle = handle
    expect(sample.messages).toMatchObject([{ text: 'Lamp ok stuk', category: 'Straatverlichting / 001' }])
    expect(sample.refused).toHaveLength(2)
  })
})
