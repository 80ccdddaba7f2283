import { setTimeout as delay } from 'node:timers/promises'
import type { Nearby, NewEntry } from '@rumoer/contracts'
import type { Store } from '@rumoer/store'
import { TEST_STORES } from '@rumoer/store/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestServer, rawMelding, type TestServer } from '../../testing/open-test-server.ts'

const entry = (changes: Partial<NewEntry> = {}): NewEntry => ({
  id: '019ad000-0000-7000-8000-000000000001',
  channel: 'telephone',
  text: 'Mevrouw belt: bruin water uit de kraan in het Havenkwartier. Terugbellen op 06-12345678.',
  createdAt: '2026-11-24T09:10:00Z',
  ...changes,
})

describe.each(TEST_STORES)('entries at the telephone on $name', { timeout: 60_000 }, ({ open }) => {
  let store: Store
  let server: TestServer
  beforeAll(async () => {
    store = await open()
    server = await openTestServer(store, { walk: true })
  })
  afterAll(async () => {
    await server.close()
    await store.close()
  })

  /** A machine that is busy with other tests answers 503 for a while. */
  async function send(path: string, body: unknown, key = server.keys.adviseur) {
    for (let tries = 0; ; tries++) {
      const response = await server.send('POST', path, body, key)
      if (response.status !== 503 || tries === 50) return response
      await delay(200)
    }
  }

  test('an entry is a message without personal data; sent again it is the same, and both tabs of a first morning share one source', async () => {
    const [first, second] = await Promise.all([
      send('/v1/entries', entry()),
      send(
        '/v1/entries',
        entry({ id: '019ad000-0000-7000-8000-000000000002', text: 'Lantaarnpaal stuk', channel: 'desk', kind: 'melding' }),
      ),
    ])
    expect([first.status, second.status]).toEqual([201, 201])
    const message = (await first.json()) as Record<string, unknown>
    expect(message).toMatchObject({ kind: 'contact', channel: 'telephone' })
    expect(message['text']).not.toContain('12345678')
    const again = await send('/v1/entries', entry())
    expect(again.status).toBe(200)
    expect(await again.json()).toMatchObject({ id: message['id'] })
    expect(await store.sources.ofKind(server.municipality.id, 'manual')).toHaveLength(1)
    await server.walked()
    expect((await store.messages.search(server.municipality.id, { limit: 1, total: true })).total).toBe(2)
  })

  test('while somebody writes, what plays there and about that is told, closed meldingen are not', async () => {
    const source = (await store.sources.byId(server.municipality.id, server.sourceId))!
    await server.services.accept.acceptBatch(source, [
      rawMelding(1),
      rawMelding(2),
      rawMelding(3, { text: 'Bruin water uit de kraan, al opgelost', closedAt: '2026-11-24T10:00:00Z' }),
      rawMelding(4, { text: 'Fietswrak bij het station', location: { lat: 52.7, lon: 5.5 } }),
    ])
    await server.walked()
    const found = (await (await send('/v1/entries/_nearby', { text: 'bruin water in het Havenkwartier' })).json()) as Nearby
    expect(found.place).toMatchObject({ name: 'Havenkwartier' })
    expect(found.issues[0]?.title.toLowerCase()).toContain('water')
    expect(found.meldingen.map(({ text }) => text)).toEqual(
      expect.arrayContaining([expect.stringMatching(/Bruin water uit de kraan in het Havenkwartier/)]),
    )
    expect(JSON.stringify(found.meldingen)).not.toMatch(/opgelost|Fietswrak/)
    expect(await (await send('/v1/entries/_nearby', { text: 'b' })).json()).toEqual({ place: null, issues: [], meldingen: [] })
  })

  test('who only reads writes nothing down, and an entry without words is refused with its field', async () => {
    expect((await send('/v1/entries', entry({ id: '019ad000-0000-7000-8000-000000000003' }), server.keys.lezer)).status).toBe(403)
    const refused = await send('/v1/entries', entry({ text: '  ' }))
    expect(refused.status).toBe(400)
    expect(await refused.json()).toMatchObject({ errors: [{ path: 'text' }] })
  })
})
