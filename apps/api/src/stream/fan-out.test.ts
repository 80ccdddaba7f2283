import { once } from 'node:events'
import type { Store } from '@rumoer/store'
import { TEST_STORES } from '@rumoer/store/testing'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { openReader, openTestServer, type TestServer } from '../testing/open-test-server.ts'

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

test('an event is serialised once, however many sockets read it', async () => {
  const sockets = 40
  const readers = Array.from({ length: sockets }, () => openReader(server, '', server.keys.lezer))
  await Promise.all(readers.map((reader) => reader.until('live')))
  const stringify = vi.spyOn(JSON, 'stringify')
  await store.events.append(
    server.municipality.id,
    [{ type: 'content-item.removed', data: { id: '0193600a-7b1c-7000-8000-0123456789ab' } }],
    new Date(),
  )
  await Promise.all(readers.map((reader) => reader.until('event')))
  const frames = stringify.mock.calls.filter(([value]) => (value as { frame?: string } | null)?.frame === 'event')
  stringify.mockRestore()
  expect(frames).toHaveLength(1)
  for (const { frames: seen } of readers) expect(seen.filter(({ frame }) => frame === 'event')).toHaveLength(1)
  for (const { socket } of readers) socket.close()
  await Promise.all(readers.map(({ closed }) => closed))
})

test('sockets that come back close together are served from memory: their events are not serialised again', async () => {
  const first = openReader(server, '', server.keys.lezer)
  const from = (await first.until('live')).seq
  const events = Array.from({ length: 30 }, () => ({ type: 'areas.changed' as const, data: { areas: 3 } }))
  await store.events.append(server.municipality.id, events, new Date())
  while (first.frames.filter(({ frame }) => frame === 'event').length < 30) await new Promise((done) => setTimeout(done, 5))
  const stringify = vi.spyOn(JSON, 'stringify')
  const late = openReader(server, `?cursor=${from}`, server.keys.lezer)
  await late.until('live')
  const frames = stringify.mock.calls.filter(([value]) => (value as { frame?: string } | null)?.frame === 'event')
  stringify.mockRestore()
  expect(late.frames.filter(({ frame }) => frame === 'event')).toHaveLength(30)
  expect(frames).toHaveLength(0)
  first.socket.close()
  late.socket.close()
  await Promise.all([once(first.socket, 'close'), once(late.socket, 'close')])
})
