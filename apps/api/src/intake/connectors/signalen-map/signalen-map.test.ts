import { TEST_STORES } from '@rumoer/store/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ConnectorTown, openConnectorTown } from '../../../testing/open-connector-town.ts'
import { openPeer, type Peer } from '../../../testing/open-peer.ts'

const feature = (minute: number) => ({
  type: 'Feature',
  geometry: { type: 'Point', coordinates: [5.305, 52.605] },
  properties: {
    created_at: `2026-11-24T09:${String(minute).padStart(2, '0')}:00+01:00`,
    category: { name: 'Container is vol', slug: 'container-is-vol', parent: { name: 'Afval', slug: 'afval' } },
  },
})

describe.each(TEST_STORES.slice(0, 1))('the public map of Signalen on $name', ({ open }) => {
  let town: ConnectorTown
  let peer: Peer
  let features: ReturnType<typeof feature>[] = []
  beforeAll(async () => {
    town = await openConnectorTown(open)
    // Two features a page, with a Link header to the next.
    peer = await openPeer((request, response) => {
      const url = new URL(request.url ?? '', peer.url)
      const page = Number(url.searchParams.get('geopage'))
      if (page * 2 < features.length) {
        url.searchParams.set('geopage', String(page + 1))
        response.setHeader('link', `<${url.href}>; rel="next"`)
      }
      return response.end(JSON.stringify({ type: 'FeatureCollection', features: features.slice((page - 1) * 2, page * 2) }))
    })
  })
  afterAll(async () => {
    await town.close()
    await peer.close()
  })
  const closed = async (source: string) => (await town.messagesOf(source)).filter(({ closedAt }) => closedAt !== null).length

  test('all pages are one picture: what left the map is closed, what comes back is open, and a map that lost most is not believed at once', async () => {
    features = [1, 2, 3, 4, 5].map(feature)
    const source = await town.addSource('signalen-map', 'form', { url: peer.url, bbox: '5.2,52.5,5.4,52.7' })
    await town.fetch(source)
    const messages = await town.messagesOf(source)
    expect(messages).toHaveLength(5)
    expect(messages[0]).toMatchObject({
      kind: 'melding',
      text: '',
      location: { lat: 52.605, lon: 5.305 },
      reading: { category: { sub: 'container-is-vol' } },
    })
    features = [2, 3, 4, 5, 6].map(feature)
    await town.fetch(source)
    expect([(await town.stateOf(source)).messages, await closed(source)]).toEqual([6, 1])
    features = [1, 2, 3, 4, 5, 6].map(feature)
    await town.fetch(source)
    expect([(await town.stateOf(source)).messages, await closed(source)]).toEqual([6, 0])
    features = []
    await town.fetch(source)
    expect(await closed(source)).toBe(0)
    await town.fetch(source)
    expect(await closed(source)).toBe(6)
  })

  test('a page that fails closes nothing', async () => {
    features = [11, 12, 13].map(feature)
    const source = await town.addSource('signalen-map', 'form', { url: peer.url, bbox: '5.2,52.5,5.4,52.7' })
    await town.fetch(source)
    const handle = peer.handle
    peer.handle = (request, response) =>
      (request.url ?? '').includes('geopage=2') ? response.writeHead(502).end() : handle(request, response)
    await town.fetch(source)
    peer.handle = handle
    expect([(await town.stateOf(source)).state, await closed(source)]).toEqual(['failing', 0])
  })
})
