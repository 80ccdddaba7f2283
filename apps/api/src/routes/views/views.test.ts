import type { Collection, SavedView } from '@rumoer/contracts'
import type { Store } from '@rumoer/store'
import { TEST_STORES } from '@rumoer/store/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestServer, type TestServer } from '../../testing/open-test-server.ts'

let store: Store
let server: TestServer
beforeAll(async () => {
  store = await TEST_STORES[0]!.open()
  server = await openTestServer(store)
})
afterAll(async () => {
  await server.close()
  await store.close()
})

const seenBy = async (key: string) => ((await (await server.get('/v1/views', key)).json()) as Collection<SavedView>).items

test('a reader keeps a view, shares it, and takes it back; colleagues see what is shared and change nothing of it', async () => {
  const { lezer, adviseur } = server.keys
  const added = await server.send('POST', '/v1/views', { name: 'Haven', address: '/berichten?q=bruin+water&channel=facebook' }, lezer)
  expect(added.status).toBe(201)
  const { id } = (await added.json()) as SavedView
  expect(await seenBy(adviseur)).toEqual([])
  expect((await server.send('PATCH', `/v1/views/${id}`, { shared: true }, lezer)).status).toBe(200)
  expect(await seenBy(adviseur)).toMatchObject([{ name: 'Haven', mine: false, shared: true }])
  expect((await server.send('PATCH', `/v1/views/${id}`, { name: 'Van mij' }, adviseur)).status).toBe(404)
  expect((await server.send('DELETE', `/v1/views/${id}`, undefined, adviseur)).status).toBe(404)
  expect((await server.send('DELETE', `/v1/views/${id}`, undefined, lezer)).status).toBe(204)
  expect(await seenBy(lezer)).toEqual([])
})

test('only pages with filters are kept: no other address, no other site, and nobody without access', async () => {
  for (const address of ['//elders.example/', 'https://elders.example/', '/schermen', '/?q=een twee', '/#x', 'berichten'])
    expect([address, (await server.send('POST', '/v1/views', { name: 'Elders', address })).status]).toEqual([address, 400])
  expect((await server.send('POST', '/v1/views', { name: 'x', address: '/' }, server.keys.source)).status).toBe(403)
  expect((await server.get('/v1/views', server.keys.vakafdeling)).status).toBe(403)
  expect((await server.get('/v1/message-counts', server.keys.vakafdeling)).status).toBe(403)
})
