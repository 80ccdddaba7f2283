import type { AreaSeries, Collection, MapPoint } from '@rumoer/contracts'
import type { Store } from '@rumoer/store'
import { TEST_STORES } from '@rumoer/store/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestServer, rawMelding, type TestServer } from '../../testing/open-test-server.ts'

const NOW = new Date('2026-11-24T09:10:00Z')

describe.each(TEST_STORES)('the map on $name', ({ open }) => {
  let store: Store
  let server: TestServer
  let buurt: string
  beforeAll(async () => {
    store = await open()
    server = await openTestServer(store, { walk: true, now: () => NOW })
    buurt = `BU${server.municipality.code.slice(2)}0101`
    const sent = [
      rawMelding(1),
      rawMelding(2, { createdAt: '2026-11-24T06:30:00Z', text: 'De lantaarn is stuk.', location: { lat: 52.6051, lon: 5.3051 } }),
      rawMelding(3, { createdAt: '2026-11-14T06:30:00Z' }),
      rawMelding(4, {
        createdAt: '2026-11-24T08:55:00Z',
        text: 'Hier wordt drugs gedeald, ondermijning.',
        location: { lat: 52.606, lon: 5.306 },
      }),
      rawMelding(5, {
        createdAt: '2026-11-24T08:56:00Z',
        text: 'Mijn moeder is dement en viel over de losse tegel.',
        location: { lat: 52.607, lon: 5.307 },
      }),
    ]
    expect((await server.send('POST', '/v1/messages', sent, server.keys.source)).status).toBe(200)
    await server.walked()
  })
  afterAll(async () => {
    await server.close()
    await store.close()
  })

  const seriesOf = async (query: string) => (await (await server.get(`/v1/area-series?${query}`)).json()) as AreaSeries
  const pointsOf = async (query: string) =>
    ((await (await server.get(`/v1/map-points?area=${buurt}&${query}`)).json()) as Collection<MapPoint>).items
  const totals = (series: AreaSeries, code: string) => {
    const area = series.areas.find((one) => one.code === code)!
    return area.negative.map((negative, at) => negative + area.neutral[at]! + area.positive[at]!)
  }

  test('every area of every level has its messages by the hour, and the wijk those of its buurten', async () => {
    const series = await seriesOf('span=day')
    expect(series.steps).toHaveLength(24)
    expect(series.steps.at(-1)).toEqual({ from: '2026-11-24T09:00:00.000Z', to: '2026-11-24T10:00:00.000Z' })
    const inBuurt = totals(series, buurt)
    expect([inBuurt[22], inBuurt[20], inBuurt.reduce((sum, count) => sum + count, 0)]).toEqual([3, 1, 4])
    for (const code of [`WK${buurt.slice(2, 8)}`, server.municipality.code]) expect(totals(series, code)).toEqual(inBuurt)
  })

  test('twelve weeks hold the earlier one too, and know what is normal', async () => {
    const series = await seriesOf('span=weeks')
    expect(totals(series, buurt)).toEqual([...new Array(10).fill(0), 1, 4])
    const { expected } = series.areas.find(({ code }) => code === buurt)!
    expect(expected).toHaveLength(12)
    expect(expected!.slice(0, 10)).toEqual(new Array(10).fill(0))
    expect(Math.min(...expected!.slice(10))).toBeGreaterThan(0)
  })

  test('a spot is no finer than fifty metres, and nothing sensitive or special has one', async () => {
    const points = await pointsOf('span=day')
    expect(points.reduce((sum, { messages }) => sum + messages, 0)).toBe(2)
    for (const { lat, lon } of points)
      expect([Math.abs((lat * 2_000) % 1) < 1e-6, Math.abs((lon * 2_000) % 1) < 1e-6]).toEqual([true, true])
    expect(await pointsOf('span=day&step=20')).toMatchObject([{ messages: 1, lat: 52.605, lon: 5.305 }])
    expect((await server.get(`/v1/map-points?area=${buurt}&span=weeks&step=12`)).status).toBe(400)
  })

  test('a department sees no map', async () => {
    for (const path of ['/v1/area-series', `/v1/map-points?area=${buurt}`])
      expect((await server.get(path, server.keys.vakafdeling)).status).toBe(403)
  })
})
