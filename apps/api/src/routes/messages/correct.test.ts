import type { Collection, MessageOut } from '@rumoer/contracts'
import type { Store } from '@rumoer/store'
import { TEST_STORES } from '@rumoer/store/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestServer, rawMelding, type TestServer } from '../../testing/open-test-server.ts'

let store: Store
let server: TestServer

beforeAll(async () => {
  store = await TEST_STORES[0]!.open()
  server = await openTestServer(store, { walk: true })
  await server.send('POST', '/v1/messages', [rawMelding(1), rawMelding(2)], server.keys.source)
  await server.walked()
})
afterAll(async () => {
  await server.close()
  await store.close()
})

test('a person corrects a reading, and takes it back', async () => {
  const { items } = (await (await server.get('/v1/messages?limit=2')).json()) as Collection<MessageOut>
  const [message] = items
  const path = `/v1/messages/${message!.id}/reading`
  const corrected = await server.send('PATCH', path, { sentiment: 'positive', facets: [] })
  expect(corrected.status).toBe(200)
  expect(await corrected.json()).toMatchObject({
    id: message!.id,
    reading: { sentiment: { label: 'positive', confidence: 1 }, facets: [] },
  })
  const back = await server.send('DELETE', path, undefined)
  expect(back.status).toBe(200)
  expect(await back.json()).toEqual(message)
})

test('what cannot be corrected is refused with its place', async () => {
  const nobody = '/v1/messages/0193600a-7b1c-7000-8000-0123456789ab/reading'
  expect((await server.send('PATCH', nobody, { sentiment: 'neutral' })).status).toBe(404)
  expect((await server.send('DELETE', nobody, undefined)).status).toBe(404)
  expect((await server.send('DELETE', nobody, undefined, server.keys.lezer)).status).toBe(403)
})
