import type { Collection, Issue, Outlook, StructuralProblem, WatchedSignal } from '@rumoer/contracts'
import type { Store } from '@rumoer/store'
import { TEST_STORES } from '@rumoer/store/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestServer, rawMelding, type TestServer } from '../../testing/open-test-server.ts'

const DAY = 86_400_000
const LITTER = { main: 'schoon', sub: 'veegzwerfvuil' }
let store: Store
let server: TestServer

beforeAll(async () => {
  store = await TEST_STORES[0]!.open()
  server = await openTestServer(store, { walk: true })
  const ago = (ms: number) => new Date(Date.now() - ms).toISOString()
  const messages = Array.from({ length: 30 }, (_, number) => {
    const days = 20 + Math.floor(number / 5) * 27
    return rawMelding(number, { text: '', category: LITTER, createdAt: ago(days * DAY - (number % 5)), closedAt: ago((days - 8) * DAY) })
  })
  const elsewhere = Array.from({ length: 30 }, (_, number) =>
    rawMelding(100 + number, { text: '', category: LITTER, createdAt: ago((3 + number * 5) * DAY), location: { lat: 52.605, lon: 5.315 } }),
  )
  for (let from = 0; from < 60; from += 10) {
    const batch = [...messages, ...elsewhere].slice(from, from + 10)
    expect((await server.send('POST', '/v1/messages', batch, server.keys.source)).status).toBe(200)
    await server.walked()
  }
})
afterAll(async () => {
  await server.close()
  await store.close()
})

test('what keeps coming back is answered with its numbers, page by page', async () => {
  const answer = (await (await server.get('/v1/structural-problems?total=true')).json()) as Collection<StructuralProblem>
  expect(answer).toMatchObject({ total: 1, next: null, items: [{ category: LITTER, times: 6, returns: 5 }] })
  expect(answer.items[0]!.sentence).toContain('zesde keer dit jaar')
})

test('signals can be asked for by kind, and a kind that is none is refused', async () => {
  const answer = await server.get('/v1/signals?kind=silence&open=true')
  expect(answer.status).toBe(200)
  expect(((await answer.json()) as Collection<WatchedSignal>).items).toEqual([])
  expect((await server.get('/v1/signals?kind=onbekend')).status).toBe(400)
})

test('the heat of an issue is told as a sum of its parts, without a forecast where there is little to learn from', async () => {
  const { items } = (await (await server.get('/v1/issues?limit=500')).json()) as Collection<Issue>
  const newest = items.reduce((latest, one) => (one.lastAt > latest.lastAt ? one : latest))
  const told = (await (await server.get(`/v1/issues/${newest.id}/outlook`)).json()) as Outlook
  expect(told.issue).toBe(newest.id)
  expect(told.heat!.parts.reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(told.heat!.value, 6)
  expect(told.moodTurn).toBeNull()
  expect((await server.get('/v1/issues/0192f0c0-0000-7000-8000-000000000001/outlook')).status).toBe(404)
})
